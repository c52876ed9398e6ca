"""A release lets somebody speak, whom readers have met before (C10); quotes open and close."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading, Span

#: A quote of fewer words is a title or a word in inverted commas, not speech.
_SPEECH = 5
#: A text with fewer words is told so by another rule first.
_ENOUGH = 60
_PARAGRAPH = re.compile(r"[^\n]+")
_SAYS = re.compile(
    r"\b(?:ujar|kata|ucap|jelas|tutur|ungkap|tegas|papar|terang|imbuh|tambah|pungkas|tandas|harap"
    r"|sebut|lanjut|cerita|urai|aku|pesan|jawab|sambung|nilai|puji|ajak)(?:nya)?\b"
    r"|\bmen(?:gatakan|yatakan|jelaskan|yampaikan|uturkan|egaskan|ambahkan|erangkan|yebut(?:kan)?"
    r"|gungkapkan|gaku|ceritakan|jawab)\b|\b(?:memaparkan|berpesan|berharap|menurut|kata)\b",
    re.IGNORECASE,
)
_SAYS_HE = re.compile(
    r"\b(?:ujar|kata|ucap|jelas|tutur|ungkap|tegas|papar|terang|imbuh|tambah|pungkas|tandas|harap)"
    r"nya\b"
)
_SOMEBODY = re.compile(
    r"\b(?:[Kk]epala|[Kk]a(?:lapas|rutan|bapas|kanwil|divpas|subag|sie?)|[Dd]ire?k\w+|[Mm]enteri"
    r"|Pl[th]\.|[Pp]elaksana|[Kk]etua|[Ww]akil|[Pp]embina|[Bb]upati|[Gg]ubernur|[Ww]ali|Dr\.|[Bb]apak"
    r"|[Ii]bu|[Mm]enurut|[Ss]eorang|[Ss]alah|[Pp]eserta|[Pp]etugas|[Ww]arga|[Ii]nstruktur"
    r"|[Kk]ata|[Uu]jar)\b"
)
_NEIGHBOURS = 400
#: So many quotes are looked at.
_MOST = 40
_SOURCE = "Gaya siaran pers"


def quotation(matter: Matter) -> Iterator[Finding]:
    """Suggestions on missing quotes and unknown speakers, a warning on one left open."""
    body = matter.reading("body")
    if body is None:
        return
    yield from _left_open(body)
    spoken = [one for one in body.quotes if _is_speech(body, one)]
    if not spoken and len(body.clear.split()) >= _ENOUGH:
        yield body.whole(
            rule="quote_missing",
            group=Group.LANGUAGE,
            level=Level.SUGGESTION,
            reason=_("Nobody speaks in this text: add a quote, with name and office."),
            source=_SOURCE,
        )
    if spoken:
        yield from _speaker(matter, body, spoken[0])
    silent = [one for one in spoken[:_MOST] if not _SAYS.search(_around(body, one))]
    for quote in silent[:2]:
        yield _finding(body, quote, "quote_unattributed", _("Say who speaks here."))


def _is_speech(reading: Reading, quote: Span) -> bool:
    """Speech is a sentence and ends like one; a theme or a title does not."""
    said = reading.clear[quote.start : quote.end]
    return said[-2] in ",.!?…" and len(said.split()) >= _SPEECH


def _around(reading: Reading, quote: Span) -> str:
    """The words beside a quote, its own left out."""
    before = reading.clear[max(0, quote.start - _NEIGHBOURS) : quote.start]
    return before + " | " + reading.clear[quote.end : quote.end + _NEIGHBOURS]


def _speaker(matter: Matter, body: Reading, quote: Span) -> Iterator[Finding]:
    """The first who speaks must have been introduced, where the text only says "he said"."""
    after = body.clear[quote.end : quote.end + 60]
    if not _SAYS_HE.search(after):
        return
    lead = matter.reading("lead")
    told = f"{lead.clear if lead else ''} {body.clear[: quote.start]}"
    if not _SOMEBODY.search(told):
        reason = _("Readers have not met this speaker yet: give name and office first.")
        yield _finding(body, quote, "quote_speaker", reason)


def _left_open(body: Reading) -> Iterator[Finding]:
    """Paragraphs in which quotation marks do not pair."""
    shown = 0
    for paragraph in _PARAGRAPH.finditer(body.clear):
        text = paragraph[0]
        odd = text.count('"') % 2 or text.count("“") != text.count("”")
        if odd and shown < 3:
            shown += 1
            mark = max(text.find(one) for one in '"“”')
            yield body.finding(
                (paragraph.start() + mark, paragraph.start() + mark + 1),
                rule="quote_left_open",
                group=Group.LANGUAGE,
                level=Level.WARNING,
                reason=_("A quotation mark has no partner in this paragraph."),
                source="EYD V, tanda petik",
            )


def _finding(body: Reading, quote: Span, rule: str, reason: object) -> Finding:
    return body.finding(
        quote,
        rule=rule,
        group=Group.LANGUAGE,
        level=Level.SUGGESTION,
        reason=reason,
        source=_SOURCE,
    )
