"""A unit's own words, and the count of its slips."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Case, F, Value, When

from facilities.models import Facility
from newsroom.contributors.access import covers
from newsroom.contributors.models import Role, User
from newsroom.safeguards import refusals
from newsroom.safeguards.findings import Finding, Group
from newsroom.safeguards.models import DictionaryWord, Slip
from newsroom.safeguards.models.words import LONGEST_WORD, SHORTEST_WORD
from newsroom.safeguards.reading import Reading

#: Words a unit may keep; all of them are read with every check.
MOST_WORDS = 1000


@transaction.atomic
def learn(facility: Facility, word: str, *, by: User, at: datetime) -> DictionaryWord:
    """Keep a word in the unit's dictionary; one that stands there already is given back.

    It is kept as a reader sees it, without what cannot be seen. Raises NotYours, WordUnclear,
    DictionaryFull.
    """
    _ask(facility, by)
    word = " ".join(Reading("word", word[: 2 * LONGEST_WORD]).clear.split())
    if not SHORTEST_WORD <= len(word) <= LONGEST_WORD or not any(map(str.isalpha, word)):
        raise refusals.WordUnclear
    known = DictionaryWord.objects.filter(facility=facility)
    if kept := known.filter(folded=word.casefold()).first():
        return kept
    if known.count() >= MOST_WORDS:
        raise refusals.DictionaryFull
    row = {"word": word, "added_by": by, "at": at}
    return known.get_or_create(facility=facility, folded=word.casefold(), defaults=row)[0]


@transaction.atomic
def forget(word: DictionaryWord, *, by: User) -> None:
    """Take a word out of its unit's dictionary. Raises NotYours."""
    _ask(word.facility, by)
    DictionaryWord.objects.filter(pk=word.pk).delete()


def count_slips(facility: Facility, findings: Iterable[Finding], *, at: datetime) -> None:
    """Add what was found of language to the unit's month; nothing is lost when two count at once.

    Called once for each submitted text, in its transaction. Three queries, or none.
    """
    counts = Counter(one.rule for one in findings if one.group == Group.LANGUAGE)
    if not counts:
        return
    month = month_of(facility, at)
    rows = [Slip(facility=facility, rule=rule, month=month) for rule in sorted(counts)]
    added = Case(*(When(rule=rule, then=Value(times)) for rule, times in sorted(counts.items())))
    met = Slip.objects.filter(facility=facility, month=month, rule__in=counts)
    with transaction.atomic():
        Slip.objects.bulk_create(rows, ignore_conflicts=True)
        list(met.order_by("rule").select_for_update().values_list("pk"))  # one order, no deadlock
        met.update(count=F("count") + added)


def month_of(facility: Facility, at: datetime) -> date:
    """The first day of the month on the facility's clock."""
    return at.astimezone(ZoneInfo(facility.time_zone)).date().replace(day=1)


def _ask(facility: Facility, by: User) -> None:
    if not covers(by, facility, Role.WRITER):
        raise refusals.NotYours
