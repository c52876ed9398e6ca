"""Finds a facility by any official name, former name, short name or alias.

Case, spacing, punctuation, "Kelas II B" and full or abbreviated kinds do not matter (naming.key).
"""

from django.db.models import Q

from .entries import Mention
from .gazetteer import Gazetteer
from .models import Alias, Facility, FacilityName
from .naming import key


def find(name: str) -> Facility:
    """The one facility that bears the name, now or formerly.

    Raises UnknownFacility or AmbiguousFacility; both carry candidates to choose from. One query
    where the name stands in the registry, four more where it must be worked out.
    """
    found = list(Facility.objects.filter(bears(name)).select_related("region")[:2])
    if len(found) == 1:
        return found[0]
    entry = Gazetteer.load().find(name)
    return Facility.objects.select_related("region").get(name=entry.name)


def bears(name: str) -> Q:
    """A filter for facilities that bear the name, now, formerly or by the way; asks no more."""
    wanted = key(name)
    official = FacilityName.objects.filter(key=wanted).values("facility")
    return Q(pk__in=official) | Q(pk__in=Alias.objects.filter(key=wanted).values("facility"))


def mentions(text: str) -> list[Mention]:
    """Every facility named in a running text, in its order. Three queries."""
    return Gazetteer.load().mentions(text)
