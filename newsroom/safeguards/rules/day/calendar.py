"""Dates and weekdays as Indonesian texts write them, read without a clock."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_WEEKDAY_WORDS = {name.casefold(): number for number, name in enumerate(WEEKDAYS)} | {
    "jum'at": 4, "jum’at": 4, "jum`at": 4, "jum‘at": 4, "ahad": 6, "sabtu": 5,
}  # fmt: skip
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_SHORT = {
    "jan": 1, "feb": 2, "pebruari": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agu": 8, "agt": 8,
    "agust": 8, "ags": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11, "nopember": 11,
    "des": 12,
}  # fmt: skip
_MONTH_WORDS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)} | _SHORT

_DAY_WORD = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’`‘]?at|Sabtu|Minggu|Ahad)"
_MONTH = "|".join(sorted(_MONTH_WORDS, key=len, reverse=True))
_TO = r"\s?(?:-|–|—|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga|dan|&)\s?"
_DATE = (
    r"(?<![\w/.,\-])(?:(?P<first>\d{1,2})" + _TO + r")?(?P<day>\d{1,2})"
    r"(?:\s{0,2}/\s{0,2}(?P<month>\d{1,2})(?:\s{0,2}/\s{0,2}(?P<year>\d{4}|\d{2}))?"
    r"|(?P<mark>[.\-])(?P<month2>\d{1,2})(?P=mark)(?P<year2>\d{4})"
    r"|\s{1,2}(?P<name>" + _MONTH + r")\b\.?(?:,?\s{1,2}(?P<year3>\d{4}))?)(?![\w/]|[.\-]\d)"
)
_PART_OF_DAY = r"(?:dini hari|pagi|siang|sore|petang|malam|lalu|kemarin|depan|mendatang|besok|ini)"
#: A weekday, perhaps to a second one, and the date that follows it.
DATED = re.compile(
    rf"\b(?P<weekday>{_DAY_WORD})(?:{_TO}(?P<until>{_DAY_WORD}))?(?:\s{_PART_OF_DAY}){{0,2}}"
    rf"(?:\s?,)?\s{{0,3}}(?:\(\s{{0,2}})?(?:tanggal\s|tgl\.?\s)?{_DATE}",
    re.IGNORECASE,
)
DATE = re.compile(_DATE, re.IGNORECASE)
WEEKDAY = re.compile(rf"\b{_DAY_WORD}\b")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as a text writes it; ``year`` is 0 where it writes none, ``first`` the day on which a
    range begins, 0 where it is no range."""

    start: int
    end: int
    first: int
    day: int
    month: int
    year: int
    named: bool

    def on(self, near: date | None) -> date | None:
        """The day meant: without a year the one nearest to ``near``; None if there is no such day
        or it cannot be told."""
        if self.year:
            return _day(self.year, self.month, self.day)
        if near is None:
            return None
        found = [_day(near.year + off, self.month, self.day) for off in (-1, 0, 1)]
        real = [one for one in found if one]
        return min(real, key=lambda one: abs(one - near), default=None)

    def begin(self, last: date) -> date | None:
        """The first day of the range that ends on ``last``; ``last`` itself where it is none."""
        if not self.first:
            return last
        month = last if self.first <= self.day else last.replace(day=1) - timedelta(days=1)
        return _day(month.year, month.month, self.first)

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day, in any year where none is written."""
        year = self.year or 2000
        return bool(_day(year, self.month, self.day)) and self.first <= 31


def weekday_number(word: str) -> int:
    """0 for Senin to 6 for Minggu."""
    return _WEEKDAY_WORDS[word.casefold()]


def weekday_like(day: date, word: str) -> str:
    """The weekday of a day in the capitals of a word."""
    name = WEEKDAYS[day.weekday()]
    if word.isupper():
        return name.upper()
    return name.lower() if word[:1].islower() else name


@lru_cache(maxsize=512)
def _day(year: int, month: int, day: int) -> date | None:
    if not (1 <= month <= 12 and 1900 <= year <= 2199):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def written(match: re.Match[str]) -> Written:
    """What a match of DATE or DATED writes."""
    name = match["name"]
    month = _MONTH_WORDS[name.casefold()] if name else int(match["month"] or match["month2"])
    year = int(match["year"] or match["year2"] or match["year3"] or 0)
    if match["year"] and len(match["year"]) == 2:
        year += 2000
    return Written(
        match.start("first") if match["first"] else match.start("day"),
        match.end(),
        int(match["first"] or 0),
        int(match["day"]),
        month,
        year,
        bool(name),
    )


def dates(text: str) -> Iterator[Written]:
    """Every date of a text, with or without a weekday."""
    return (written(match) for match in DATE.finditer(text))


def like(day: date, sample: Written) -> str:
    """A day in the way of a sample: "4 Mei 2026" or "4/5/2026"."""
    if sample.named:
        year = f" {day.year}" if sample.year else ""
        return f"{day.day} {MONTHS[day.month - 1]}{year}"
    year = f"/{day.year}" if sample.year else ""
    return f"{day.day}/{day.month}{year}"


def in_words(day: date) -> str:
    """ "4 Mei 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
