"""Finds a facility by any official name, former name, short name or alias.

Case, spacing, punctuation, "Kelas II B" and full or abbreviated kinds do not matter (naming.key).
"""

from datetime import date

from django.db.models import Q

from .entries import AmbiguousFacility, Entry, Mention, UnknownFacility
from .gazetteer import Gazetteer
from .models import Alias, Facility, FacilityName
from .naming import key

__all__ = [
    "AmbiguousFacility",
    "Entry",
    "Gazetteer",
    "Mention",
    "UnknownFacility",
    "find",
    "mentions",
    "name_on",
]


def find(name: str) -> Facility:
    """The one facility that bears the name, now or formerly.

    Raises UnknownFacility or AmbiguousFacility; both carry candidates to choose from. One query
    where the name stands in the registry, four more where it must be worked out.
    """
    wanted = key(name)
    bearers = Q(pk__in=FacilityName.objects.filter(key=wanted).values("facility"))
    bearers |= Q(pk__in=Alias.objects.filter(key=wanted).values("facility"))
    found = list(Facility.objects.filter(bearers).select_related("region")[:2])
    if len(found) == 1:
        return found[0]
    entry = Gazetteer.load().find(name)
    return Facility.objects.select_related("region").get(name=entry.name)


def mentions(text: str) -> list[Mention]:
    """Every facility named in a running text, in its order. Three queries."""
    return Gazetteer.load().mentions(text)


def name_on(facility: Facility, day: date) -> str:
    """The official name that was right on the day.

    Where several could be, a name whose dates are known goes before one whose dates are not, and
    today's name before former ones. Reads ``facility.names``; prefetch it for many facilities.
    """
    valid = [name for name in facility.names.all() if name.valid_on(day)]
    if not valid:
        return facility.name

    def certainty(name: FacilityName) -> tuple[int, bool]:
        known = (name.valid_from is not None) + (name.valid_to is not None)
        return known, name.name == facility.name

    return max(valid, key=certainty).name
