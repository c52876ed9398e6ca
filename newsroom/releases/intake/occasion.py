"""The day of the event, where the text makes it certain. Pure.

Which date wins: the first that the story marks as its "when" (with its weekday or in brackets,
as in "Kamis (27/2/2020)"), then the dateline's, then a plain date of the opening paragraphs.
A span such as "24 s.d. 26 September" further down describes a longer gathering on which the story
may only look back; the story is hung on the marked date, and the officer sees and may change it.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from .dates import Found, find, weekday_named

_EARLIEST = 1964  # The first Hari Bhakti Pemasyarakatan; nothing older is news of the service.
_YEARS_BACK = 5
_DAYS_AHEAD = 7
_OPENING = 3


def event_date(
    paragraphs: Sequence[str], dateline: str, posted: date | None, *, today: date
) -> date | None:
    """The day of the event, or None where the text does not make it certain.

    ``dateline`` is what stood before the story, ``posted`` the day a site put the story up.
    """
    story = [(place, found) for place, text in enumerate(paragraphs) for found in find(text)]
    story = [(place, found) for place, found in story if not found.background]
    before = find(dateline)
    known = [day for each in (*before, *(found for _, found in story)) if (day := each.full)]
    references = [posted] if posted else known
    ordered = [
        *(found for _, found in story if found.marked),
        *before,
        *(found for place, found in story if place < _OPENING and found.year),
    ]
    if not ordered and len(set(known)) == 1:
        return known[0]
    dates = (resolve(found, references, today=today) for found in ordered)
    return next(filter(None, dates), None) or _by_weekday(paragraphs[:_OPENING], posted)


def resolve(found: Found, references: Iterable[date], *, today: date) -> date | None:
    """The date with its year; None unless exactly one year fits.

    A missing year is the one that puts the date nearest before a reference (or days after it);
    without references the weekday must allow only one of the last years.
    """
    if found.year is not None:
        sure = found.in_year(found.year)
        return sure if sure and _EARLIEST <= sure.year <= today.year + 1 else None
    years = {each.year + shift for each in references for shift in (-1, 0, 1)}
    near = {
        day
        for year in years
        if (day := found.in_year(year))
        and any(-_DAYS_AHEAD <= (each - day).days < 200 for each in references)
    }
    recent = {
        day
        for year in range(today.year - _YEARS_BACK, today.year + 2)
        if (day := found.in_year(year))
        and today - timedelta(days=365 * _YEARS_BACK) < day <= today + timedelta(days=_DAYS_AHEAD)
        and found.weekday is not None
    }
    for candidates in (near, recent):
        fitting = {day for day in candidates if found.weekday in {None, day.weekday()}}
        if len(fitting) == 1:
            return fitting.pop()
    return None


def _by_weekday(paragraphs: Sequence[str], posted: date | None) -> date | None:
    """ "Kamis" or "hari ini" in a story whose day of posting is known."""
    if posted is None:
        return None
    for text in paragraphs:
        named = weekday_named(text)
        if named is not None:
            return posted - timedelta(days=(posted.weekday() - named) % 7)
        if re.search(r"\bhari ini\b", text, re.IGNORECASE):
            return posted
    return None
