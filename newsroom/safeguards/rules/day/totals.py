"""Numbers of one story agree: digits with their words, a total with its parts (C18)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading, Span
from newsroom.safeguards.rules.looking import first_few

from .counts import Count, amount, counts, written_like
from .number_words import WORDS, parse, spelled

_SOURCE = "Hitungan dalam naskah"
_NUMBER_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_WORDS = rf"(?:{_NUMBER_WORD})(?:[ -](?:{_NUMBER_WORD})){{0,11}}"
_DIGITS = r"\d{1,3}(?:\.\d{3}){1,2}|\d{1,7}"
_IN_WORDS = re.compile(rf"\( ?(?P<words>{_WORDS}) ?\)", re.IGNORECASE)
_DIGITS_BEFORE = re.compile(rf"(?<![\w.,/])(?P<digits>{_DIGITS}) ?$")
_IN_DIGITS = re.compile(rf"\( ?(?P<digits>{_DIGITS}) ?\)")
_WORDS_BEFORE = re.compile(rf"\b(?P<words>{_WORDS}) ?$", re.IGNORECASE)
_LOOK_BACK = 120
#: Characters between a total and its parts; totals kept from the sentences before.
_NEAR, _TOTALS = 90, 12
_MARK = re.compile(
    r"\b(?:(?:yang )?terdiri (?:atas|dari)|(?:yang )?terbagi (?:atas|menjadi|dalam)|dengan rincian"
    r"|(?:dengan )?rinciannya|dirinci|meliputi|mencakup|yakni|yaitu)\b[ ,:]{0,2}|: ",
    re.IGNORECASE,
)
_DETAILS = re.compile(
    r"^\W*(?:(?:Dengan )?rincian\w*\b(?: (?:adalah|yakni|yaitu))?"
    r"|(?P<subject>[^\d,.:;()]{2,60}?) (?:yang )?(?:terdiri (?:atas|dari)"
    r"|terbagi (?:atas|menjadi)))"
    r"[ ,:]{0,3}",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:mereka|jumlah|angka|total|keseluruhan|semuanya|seluruhnya)\b", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\([^()\n]{0,200}\)")
_OPEN = re.compile(
    r"\b(?:antara lain|di antaranya|diantaranya|salah satu\w*|termasuk|sekitar|lebih|kurang|hampir"
    r"|puluhan|ratusan|masing-masing|setiap|per|sisanya|lainnya|beberapa)\b",
    re.IGNORECASE,
)
_ITEMS = re.compile(r",? (?:dan|serta)\s|[,;]\s")


def digits_and_words(matter: Matter) -> Iterator[Finding]:
    """A warning where a number and its words differ: "10 (sebelas)"."""
    for reading in matter.prose:
        yield from first_few(_differing(reading))


def _differing(reading: Reading) -> Iterator[Finding]:
    for inner, outer in ((_IN_WORDS, _DIGITS_BEFORE), (_IN_DIGITS, _WORDS_BEFORE)):
        for match in inner.finditer(reading.clear):
            begin = max(0, match.start() - _LOOK_BACK)
            before = outer.search(reading.clear[begin : match.start()])
            if before:
                told = {**match.groupdict(), **before.groupdict()}
                span = Span(begin + before.start(), match.end())
                yield from _difference(reading, span, told["digits"], told["words"])


def _difference(reading: Reading, span: Span, digits: str, words: str) -> Iterator[Finding]:
    told, said = int(digits.replace(".", "")), parse(words)
    if said is None or said == told:
        return
    text = reading.clear[span.start : span.end]
    yield reading.finding(
        span,
        rule="digits_and_words",
        group=Group.DAY,
        level=Level.WARNING,
        reason=_("The digits and the words tell different numbers."),
        source=_SOURCE,
        replacements=(
            text.replace(words, spelled(told)),
            text.replace(digits, written_like(said, digits)),
        ),
    )


def totals(matter: Matter) -> Iterator[Finding]:
    """A warning where the parts of a total do not add up to it."""
    before: list[Count] = []
    for reading in matter.readings:
        if reading.place in {"headline", "lead", "body"} or reading.place.endswith(".caption"):
            yield from first_few(_unequal(reading, before))
        if reading.place in {"headline", "lead"}:
            before = [*before, *counts(reading.clear)]


def _unequal(reading: Reading, before: list[Count]) -> Iterator[Finding]:
    earlier = before
    for sentence in reading.sentences:
        # A total stands shortly before its parts: what is told much earlier is another matter.
        earlier = earlier[-_TOTALS:]
        text = reading.clear[sentence.start : sentence.end]
        here = list(counts(text))
        found = _within(text, here) or _details(text, here, earlier)
        if found:
            part, total, added = found
            yield _finding(reading, sentence, part, (total, added))
        earlier = here or earlier


def _within(text: str, here: list[Count]) -> tuple[Count, Count, int] | None:
    """A total and its parts in one sentence: the first part, the total, the parts' sum."""
    mark = _MARK.search(text, here[0].end) if len(here) > 2 else None
    if mark is None or _OPEN.search(text):
        return None
    total = [one for one in here if one.end <= mark.start()][-1]
    parts = [one for one in here if one.start >= mark.end()]
    added = _sum(text[mark.end() :], parts, total)
    near = mark.start() - total.end < _NEAR
    return (parts[0], total, added) if added and near and _close(added, total.number) else None


def _details(text: str, here: list[Count], earlier: list[Count]) -> tuple[Count, Count, int] | None:
    """Parts whose total was told before: "Rinciannya, ..."."""
    mark = _DETAILS.match(text)
    subject = (mark["subject"] or "").casefold() if mark else ""
    if subject and not _SAME.search(subject):
        earlier = [one for one in earlier if one.thing.split(" ")[-1] in subject.split()
                   or one.thing.split(" ")[0] in subject.split()]  # fmt: skip
    if not mark or not earlier or _OPEN.search(text):
        return None
    added = _sum(text[mark.end() :], here, earlier[-1])
    if not added or any(one.number == added for one in earlier):
        return None
    near = [one for one in earlier if _close(added, one.number)]
    return (here[0], near[-1], added) if near else None


def _sum(text: str, parts: list[Count], total: Count) -> int:
    """The sum of the parts; 0 where they may not be all of it, or are of another measure."""
    whole = _IN_BRACKETS.sub("", text)
    if len(parts) < 2 or len(counts_of(whole)) != len(parts) or _OPEN.search(text):
        return 0
    if any(one.measure != total.measure for one in parts) or not _each_numbered(whole):
        return 0
    return sum(one.number for one in parts)


def counts_of(text: str) -> list[Count]:
    """All counts, as a list."""
    return list(counts(text))


def _each_numbered(text: str) -> bool:
    """Whether every item of the list has its number; "dan kepala" would be one more."""
    items = [item for item in _ITEMS.split(text.strip(" .!?:")) if item.strip()]
    numbered = [bool(counts_of(item)) for item in items]
    # What follows the last number may go on without one: "..., yang hadir sejak pagi".
    last = max((at for at, one in enumerate(numbered) if one), default=0)
    return all(numbered[: last + 1]) and last + 1 == len(items)


def _close(added: int, total: int) -> bool:
    """Whether the sum differs, and so little that it must be meant: by less than half."""
    return added != total and 2 * abs(added - total) < total


def _finding(reading: Reading, sentence: Span, part: Count, sums: tuple[Count, int]) -> Finding:
    total, added = sums
    start = sentence.start + part.start
    return reading.finding(
        (start, sentence.start + part.end),
        rule="totals",
        group=Group.DAY,
        level=Level.WARNING,
        reason=_("The parts add up to %(added)s, the total says %(total)s.")
        % {"added": amount(added), "total": amount(total.number)},
        source=_SOURCE,
    )
