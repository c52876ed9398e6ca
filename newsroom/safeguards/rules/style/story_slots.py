"""A story answers who, what, when, where, and why or how (C11), roughly looked for."""

import re
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading

from .paragraphs import SHORTEST

#: Characters of the text in which the first four should be answered: the lead's neighbourhood.
_NEAR = 1500
_FACTS: tuple[tuple[str, re.Pattern[str], str | Promise], ...] = (
    (
        "who",
        re.compile(
            r"\b(?:Lapas|Rutan|LPKA|LPP|Bapas|Kanwil|Ditjenpas|Kalapas|Karutan|Kepala|Menteri"
            r"|Direktur|petugas|pegawai|(?i:warga binaan|narapidana|tahanan|anak binaan|klien))\b"
        ),
        _("The beginning does not say who it is about."),
    ),
    (
        "when",
        re.compile(
            r"\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Januari|Februari|Maret|April|Mei"
            r"|Juni|Juli|Agustus|September|Oktober|November|Desember|pukul|\d{1,2}/\d{1,2})\b"
        ),
        _("The beginning does not say when it happened: give the day and the date."),
    ),
    (
        "where",
        re.compile(
            r"\b[Dd]i \w{3}|\b(?:[Dd]ari|[Kk]e) [A-Z]|\b(?:Lapas|Rutan|LPKA|LPP|Bapas|Kanwil) [A-Z]"
        ),
        _("The beginning does not say where it happened."),
    ),
)
_REASON = re.compile(
    r"\b(?:untuk|agar|supaya|karena|sebab|guna|demi|sehingga|tujuan\w{0,3}|bertujuan|melalui"
    r"|dengan|lewat|upaya|sebagai|dalam rangka)\b",
    re.IGNORECASE,
)


def story_slots(matter: Matter) -> Iterator[Finding]:
    """A suggestion for each question the story leaves open; none where there is no text yet."""
    body = matter.reading("body")
    if body is None:
        return
    lead = matter.reading("lead")
    asked = lead or body
    beginning = f"{lead.clear if lead else ''} {body.clear[:_NEAR]}"
    for slot, sign, reason in _FACTS:
        if not sign.search(beginning):
            yield _open(asked, slot, reason)
    # Who is quoted says why; a text without a voice must say it itself.
    long_enough = len(body.clear.split()) >= SHORTEST  # a shorter one is told so by another rule
    if long_enough and not body.quotes and not _REASON.search(f"{beginning} {body.clear}"):
        yield _open(body, "why", _("The text says neither why nor how."))


def _open(reading: Reading, slot: str, reason: str | Promise) -> Finding:
    return reading.whole(
        rule=f"story_slots.{slot}",
        group=Group.LANGUAGE,
        level=Level.SUGGESTION,
        reason=reason,
        source="5W1H",
    )
