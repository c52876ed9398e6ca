"""The day of the event: not to come, not long ago, and the one that the lead tells (C05)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from django.utils.translation import gettext as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading

from .calendar import DATED, WEEKDAY, WEEKDAYS, dates, in_words, weekday_number, written

_SOURCE = "Tanggal kegiatan"
_FRESH = timedelta(days=3)
#: Dates of a lead that are looked at.
_MOST = 12
_SAME_STORY = timedelta(days=60)
_TO_COME = re.compile(
    r"\b(?:akan|bakal|mendatang|berikutnya|nanti|depan|besok|lusa|rencana\w*|direncanakan"
    r"|dijadwalkan|jadwal\w*|hingga|sampai|s\.?/?d\.?|mulai|paling lambat|batas|menjelang|jelang"
    r"|menyambut|persiapan|diperkirakan|target\w*)\b",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"(?:\b(?:setiap|tiap|saban|sejak|mulai|hingga|sampai|dari|sebelum\w*|setelah|sesudah"
    r"|menjelang|jelang|antara)(?: hari)?|[-–/]|\bdan|\bhari-hari|Polri|Kliwon)\s*$",
    re.IGNORECASE,
)
_OTHER_DAY_AFTER = re.compile(
    r"\s*(?:[-–/(]|\d|,\s*\(?\d|dan\b|atau\b|hingga\b|sampai\b|s\.?d|lalu\b|kemarin\b|depan\b"
    r"|mendatang\b|pekan\b|minggu\b|ini hingga\b|besok\b|Agung\b|Wage\b|Kliwon\b|Legi\b|Pahing\b"
    r"|Pon\b|Berkah\b|Bersih\b|Sehat\b)",
)


def event_day(matter: Matter) -> Iterator[Finding]:
    """A sign-off where the event is still to come; a suggestion where it is older than 3 days."""
    if matter.event_date is None or matter.today is None:
        return
    if matter.event_date > matter.today:
        yield _of_event(
            matter.event_date,
            Level.SIGN_OFF,
            _("The day of the event is still to come. Check the date."),
        )
    elif matter.today - matter.event_date > _FRESH:
        yield _of_event(
            matter.event_date,
            Level.SUGGESTION,
            _("The event was more than three days ago. Say in the text when it was."),
        )


def _of_event(day: date, level: Level, reason: str) -> Finding:
    return Finding(
        rule="event_day",
        group=Group.DAY,
        level=level,
        place="event_date",
        reason=reason,
        source=_SOURCE,
        context=day.isoformat(),
    )


def lead_day(matter: Matter) -> Iterator[Finding]:
    """A warning where the lead tells another day than the event's, by its date or its weekday."""
    lead = matter.reading("lead")
    if lead is None or matter.event_date is None:
        return
    if not any(True for _date in dates(lead.clear)):
        yield from _other_weekday(lead, matter.event_date)
    elif not _tells(lead, matter.event_date):
        yield from _other_date(lead, matter.event_date)


def _tells(lead: Reading, event: date) -> bool:
    """Whether any date of the lead is the event's, or a range holds it."""
    for said in dates(lead.clear):
        last = said.on(event)
        first = said.begin(last) if last else None
        if first and last and first <= event <= last:
            return True
    return False


def _other_date(lead: Reading, event: date) -> Iterator[Finding]:
    for match in islice(DATED.finditer(lead.clear), _MOST):
        said = written(match)
        day, sentence = said.on(event), lead.sentence_at(match.start())
        to_come = day and day > event and _TO_COME.search(sentence)
        if day is None or to_come or abs(day - event) > _SAME_STORY:
            continue
        yield lead.finding(
            match.span(),
            rule="lead_day",
            group=Group.DAY,
            level=Level.WARNING,
            reason=_("The lead tells another day than the day of the event, %s. Check both.")
            % in_words(event),
            source=_SOURCE,
        )
        return


def _other_weekday(lead: Reading, event: date) -> Iterator[Finding]:
    """The weekday alone, where it clearly is the event's: the only one of the lead."""
    found = list(WEEKDAY.finditer(lead.clear))
    if len(found) != 1:
        return
    match = found[0]
    before, after = lead.clear[max(0, match.start() - 16) : match.start()], match.end()
    if weekday_number(match[0]) == event.weekday() or _OTHER_DAY.search(before):
        return
    if _OTHER_DAY_AFTER.match(lead.clear, after) or _TO_COME.search(lead.sentence_at(after - 1)):
        return
    yield lead.finding(
        match.span(),
        rule="lead_day",
        group=Group.DAY,
        level=Level.WARNING,
        reason=_("The day of the event, %(date)s, is a %(weekday)s.")
        % {"date": in_words(event), "weekday": WEEKDAYS[event.weekday()]},
        source=_SOURCE,
        replacements=(WEEKDAYS[event.weekday()],),
    )
