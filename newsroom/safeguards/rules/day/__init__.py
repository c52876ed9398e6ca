"""Right on the day: dates, names and numbers as they were when it happened (issue 5, part 6)."""

from .authorities import authorities
from .changes import changes
from .dateline import dateline
from .event_day import event_day, lead_day
from .headline_numbers import headline_numbers
from .near_names import near_names
from .office_holders import office_holders
from .own_name import former_names, own_class
from .programmes import programmes
from .totals import digits_and_words, totals
from .weekdays import impossible_dates, weekdays
from .zones import zones

DAY = (
    event_day,
    lead_day,
    weekdays,
    impossible_dates,
    zones,
    authorities,
    office_holders,
    own_class,
    former_names,
    near_names,
    programmes,
    dateline,
    digits_and_words,
    totals,
    headline_numbers,
    changes,
)
