"""Dates as Indonesian reporters write them, each with what is known of it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "januari january jan",
            "februari pebruari february feb",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu ags aug agt",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ],
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    "senin": 0,
    "selasa": 1,
    "rabu": 2,
    "kamis": 3,
    "jumat": 4,
    "sabtu": 5,
    "minggu": 6,
    "ahad": 6,
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
WEEKDAY = r"senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad"
_TO = r"(?:-|–|—|s\.?\s?[/.]?\s?d\.?|sampai(?: dengan)?|hingga|dan|&)"
_LEAD_IN = rf"(?:\b(?P<weekday>{WEEKDAY})\b\s?[,.]?\s?)?(?:tanggal )?(?P<open>\(\s?)?(?:tgl\.? )?"
_NUMERIC = re.compile(
    rf"{_LEAD_IN}(?<![\d/.,-])(?P<day>\d{{1,2}})"
    rf"(?:\s?(?:/\d{{1,2}}\s?)?{_TO}\s?\d{{1,2}})?"
    r"\s?(?P<mark>[/.-])\s?(?P<month>\d{1,2})(?:\s?(?P=mark)\s?(?P<year>\d{4}|\d{2}))?"
    r"(?![\d/]|[.,:-]\d)(?P<close>\s?\))?",
    re.IGNORECASE,
)
_WORDED = re.compile(
    rf"{_LEAD_IN}(?<!\d)(?P<day>\d{{1,2}})(?:\s?{_TO}\s?\d{{1,2}})?\s(?P<month>{_MONTH})\b\.?"
    rf"(?:,?\s(?P<year>\d{{4}})\b|\s?{_TO}\s?\d{{1,2}}\s(?:{_MONTH})\s(?P<until_year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}}),?\s(?P<year>\d{{4}})\b", re.IGNORECASE
)
_BACKGROUND = re.compile(
    r"(nomor|no\.|keputusan|undang|peraturan|permen\w*|sejak|semenjak|lahir|tertanggal|"
    r"dideklarasikan|dicanangkan|diresmikan|periode|berlaku|lalu,?)\W[^.]{0,30}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text. ``year`` or ``weekday`` (Monday = 0) may be absent."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None
    bracketed: bool
    background: bool

    @property
    def marked(self) -> bool:
        """Whether the story points at it as its "when"."""
        return self.bracketed or self.weekday is not None

    @property
    def full(self) -> date | None:
        """The date, where its year is written."""
        return self.in_year(self.year) if self.year else None

    def in_year(self, year: int) -> date | None:
        """The date in that year; None where the calendar has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def find(text: str) -> list[Found]:
    """Every date in a text, in order; impossible ones are left out."""
    found = [*_numeric(text), *_worded(text)]
    found.sort(key=lambda each: each.start)
    return [each for each in found if each.in_year(each.year or 2000)]


def _numeric(text: str) -> Iterator[Found]:
    for match in _NUMERIC.finditer(text):
        bracketed = bool(match["open"] and match["close"])
        year = match["year"]
        if not year and (match["mark"] != "/" or not (bracketed or match["weekday"])):
            continue  # "24.30" is an hour and "1/2" a half
        if year and len(year) == 2:
            year = f"20{year}"
        yield _found(text, match, int(match["month"]), year, bracketed=bracketed)


def _worded(text: str) -> Iterator[Found]:
    for match in _WORDED.finditer(text):
        year = match["year"] or match["until_year"]
        bracketed = bool(match["open"]) and text[match.end() : match.end() + 2].strip()[:1] == ")"
        yield _found(text, match, _MONTHS[match["month"].lower()], year, bracketed=bracketed)
    for match in _MONTH_FIRST.finditer(text):
        yield _found(text, match, _MONTHS[match["month"].lower()], match["year"], bracketed=False)


def _found(
    text: str, match: re.Match[str], month: int, year: str | None, *, bracketed: bool
) -> Found:
    groups = match.groupdict()
    weekday = groups.get("weekday")
    return Found(
        start=match.start(),
        end=match.end(),
        day=int(match["day"]),
        month=month,
        year=int(year) if year else None,
        weekday=_weekday(weekday) if weekday else None,
        bracketed=bracketed,
        background=bool(_BACKGROUND.search(text, max(0, match.start() - 60), match.start())),
    )


def weekday_named(text: str) -> int | None:
    """The first weekday a text names, Monday = 0."""
    named = re.search(rf"\b({WEEKDAY})\b", text, re.IGNORECASE)
    return _weekday(named[1]) if named else None


def _weekday(name: str) -> int:
    return _WEEKDAYS[re.sub(r"['’`]", "", name.lower())]


def posting_day(line: str) -> tuple[str, date | None]:
    """A line without its date and hour, and the full date it held, if any."""
    for found in find(line):
        day = found.full
        if day:
            rest = line[: found.start] + " " + line[found.end :]
            hour = r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b(?:\s?(?:wib|wita|wit|am|pm)\b)?"
            return re.sub(hour, " ", rest, flags=re.IGNORECASE), day
    return line, None
