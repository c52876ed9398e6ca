"""What is known of a facility on a day, as plain values (facilities.known), ready for the rules.

The desk asks on every pause of typing, so the whole registry stays in memory and one query of one
row asks whether it still holds: every change renews RegistryState's token, whoever makes it and in
whichever process. A time to live would show a new name late and one test another test's names.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID

from .atlas import Atlas
from .chapters import Chapters, Key, from_database, from_files
from .geography import places_of
from .known import Dated, Holder, Known, Since, name_on
from .models import Facility, RegistryState

Value = TypeVar("Value")


class Almanac:
    """The whole registry, asked by facility and day. Costs some tens of milliseconds to make."""

    def __init__(self, chapters: Chapters) -> None:
        self._units = chapters.units
        self._official = _grouped(chapters.official)
        self._aliases = _grouped(chapters.aliases)
        self._heads = _grouped(chapters.heads)
        self._regional = _grouped(chapters.regional)
        self._national = tuple(chapters.national)
        authorities = _grouped(chapters.authorities)
        atlas = Atlas(places_of(chapters.units.values()))
        self._shared: dict[str, Any] = {
            "ministries": _in_time(authorities["ministry"]),
            "regional_offices": _in_time(authorities["region"]),
            "programmes": _in_time(chapters.programmes),
            "places": atlas.keys,
            "atlas": atlas,
            "gazetteer": chapters.gazetteer,
        }

    def __contains__(self, key: Key) -> bool:
        return key in self._units

    def known(self, key: Key, day: date | None) -> Known:
        """What is known of that facility, with its name right on the day; raises KeyError."""
        unit = self._units[key]
        official = _in_time(self._official[key])
        aliases = sorted(self._aliases[key])
        holders = [*self._heads[key], *self._regional[unit.region], *self._national]
        return Known(
            name=name_on(official, day, unit.name),
            kind=unit.kind,
            zone_label=unit.zone_label,
            city=unit.city,
            regency=unit.regency,
            province=unit.province,
            region=unit.region,
            names=tuple(dict.fromkeys([unit.name, *(one.name for one in official), *aliases])),
            facility_class=unit.facility_class,
            official=official,
            holders=_in_time(holders),
            **self._shared,
        )


_kept: dict[UUID, Almanac] = {}


def of(facility: Facility | int, day: date | None) -> Known:
    """What is known of the facility (or the one of that key), by the database. One query.

    Nine more after any change to the registry. Raises KeyError where there is no such facility.
    """
    key = facility if isinstance(facility, int) else facility.pk
    token = RegistryState.objects.values_list("token", flat=True).first()
    almanac = _kept.get(token) if token else None
    if almanac is None or key not in almanac:
        almanac = Almanac(from_database())
        _kept.clear()
        if token:
            _kept[token] = almanac
    return almanac.known(key, day)


def on_file(name: str, day: date | None) -> Known:
    """What the registry's files say of the facility of that name; asks no database.

    Raises UnknownFacility or AmbiguousFacility (facilities.entries.FacilityNotFound).
    """
    almanac, gazetteer, slugs = _files()
    return almanac.known(slugs[gazetteer.find(name).name], day)


@cache
def _files() -> tuple[Almanac, Any, dict[str, Key]]:
    """Made once a process: the files change with the code alone."""
    chapters = from_files()
    slugs = {unit.name: slug for slug, unit in chapters.units.items()}
    return Almanac(chapters), chapters.gazetteer, slugs


def _grouped(pairs: Iterable[tuple[Any, Value]]) -> defaultdict[Any, list[Value]]:
    found: defaultdict[Any, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


Row = TypeVar("Row", Dated, Holder)


def _in_time(rows: Iterable[Row]) -> tuple[Row, ...]:
    """By first day of validity, then by name, so that both sources give the same order."""
    by_name = sorted(rows, key=attrgetter("name"))
    return tuple(sorted(by_name, key=lambda one: _first(one.since)))


def _first(since: Since) -> date:
    return since.valid_from or date.min
