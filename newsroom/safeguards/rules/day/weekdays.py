"""The weekday agrees with the date, and the date exists (style rule C01)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading
from newsroom.safeguards.rules.looking import first_few

from .calendar import (
    DATE,
    DATED,
    WEEKDAYS,
    Written,
    in_words,
    like,
    weekday_like,
    weekday_number,
    written,
)

_SOURCE = "Kalender"
#: What stands before a number that only looks like a date: of a letter, a regulation, a road.
_NUMBERED = re.compile(r"(?:\b(?:no|nomor|nomer|km|pasal|ayat|seri|kode|versi)\b[.:]?\s*)$", re.I)
#: Without a year a date far from the event may be another year's.
_NEAR = timedelta(days=120)


def weekdays(matter: Matter) -> Iterator[Finding]:
    """A sign-off for each weekday that its date contradicts, in quotes too."""
    for reading in matter.prose:
        yield from first_few(_contradictions(reading, matter.event_date))


def _contradictions(reading: Reading, event: date | None) -> Iterator[Finding]:
    for match in DATED.finditer(reading.clear):
        said = written(match)
        last = said.on(event)
        if last is None or _a_week(reading.clear, match) or _far(said, last, event):
            continue
        first = said.begin(last)
        if first is not None and not _agrees(match, first, last):
            yield _contradiction(reading, match, (first, last), event)


def _a_week(text: str, match: re.Match[str]) -> bool:
    """Whether "minggu" without a capital is a week and no Sunday."""
    plain = match["weekday"] == "minggu"
    return plain and not text[: match.start()].endswith("hari ")


def _far(said: Written, last: date, event: date | None) -> bool:
    return not said.year and event is not None and abs(last - event) > _NEAR


def _agrees(match: re.Match[str], first: date, last: date) -> bool:
    told = weekday_number(match["weekday"])
    if match["until"]:
        pair = (told, weekday_number(match["until"]))
        if first != last:
            return pair == (first.weekday(), last.weekday())
        return last.weekday() in pair
    return told in {(first.weekday() + more) % 7 for more in range((last - first).days + 1)}


def _contradiction(
    reading: Reading, match: re.Match[str], days: tuple[date, date], event: date | None
) -> Finding:
    first = days[0]
    return reading.finding(
        match.span(),
        rule="weekdays",
        group=Group.DAY,
        level=Level.SIGN_OFF,
        reason=_("%(date)s is a %(weekday)s. Correct the weekday or the date.")
        % {"date": in_words(first), "weekday": WEEKDAYS[first.weekday()]},
        source=_SOURCE,
        replacements=_ways_out(match, days, event),
    )


def _ways_out(match: re.Match[str], days: tuple[date, date], event: date | None) -> tuple[str, ...]:
    """The right weekday; and the day of the event, where the weekday is the event's."""
    first, last = days
    text, at = match[0], match.start()
    begin, end = match.start("weekday") - at, match.end("weekday") - at
    mended = weekday_like(first, match["weekday"])
    if match["until"]:
        mended += text[end : match.start("until") - at] + weekday_like(last, match["until"])
        end = match.end("until") - at
    ways = [text[:begin] + mended + text[end:]]
    if event and first == last and event.weekday() == weekday_number(match["weekday"]):
        said = written(match)
        ways.insert(0, text[: said.start - at] + like(event, said) + text[said.end - at :])
    return tuple(ways)


def impossible_dates(matter: Matter) -> Iterator[Finding]:
    """A sign-off for each date that no calendar has."""
    for reading in matter.prose:
        yield from first_few(_impossible(reading, matter.event_date))


def _impossible(reading: Reading, event: date | None) -> Iterator[Finding]:
    with_weekday = {written(match).start for match in DATED.finditer(reading.clear)}
    for match in DATE.finditer(reading.clear):
        said = written(match)
        # "31/2" may be a share or a number; with a month's name, a year or a weekday it is a date.
        told = said.named or said.year or said.start in with_weekday
        before = reading.clear[max(0, said.start - 12) : said.start]
        if said.possible or not told or _NUMBERED.search(before):
            continue
        near = event if event and event.month == said.month else None
        yield reading.finding(
            (said.start, said.end),
            rule="impossible_dates",
            group=Group.DAY,
            level=Level.SIGN_OFF,
            reason=_("There is no such day in the calendar. Write the right date."),
            source=_SOURCE,
            replacements=(like(near, said),) if near else (),
        )
