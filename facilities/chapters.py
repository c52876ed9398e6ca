"""The registry read whole, as plain values: from the database, or from its files without one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from . import registry
from .gazetteer import Gazetteer
from .known import Dated, Holder, Office, Since
from .models import Alias, Authority, Facility, FacilityName, OfficeHolder, Programme, Zone
from .registry import offices

#: What names a facility in its source: its primary key, or its slug in the files.
Key = int | str


@dataclass(frozen=True, slots=True)
class Unit:
    """A facility's own columns."""

    name: str
    kind: str
    facility_class: str
    zone_label: str
    city: str
    regency: str
    province: str
    region: str


_COLUMNS = ("name", "kind", "facility_class", "time_zone", "city", "regency", "province")


@dataclass(slots=True)
class Chapters:
    """Everything the registry holds. ``regional`` is by the name of the regional office."""

    gazetteer: Gazetteer
    units: dict[Key, Unit]
    official: list[tuple[Key, Dated]] = field(default_factory=list)
    aliases: list[tuple[Key, str]] = field(default_factory=list)
    heads: list[tuple[Key, Holder]] = field(default_factory=list)
    regional: list[tuple[str, Holder]] = field(default_factory=list)
    national: list[Holder] = field(default_factory=list)
    authorities: list[tuple[str, Dated]] = field(default_factory=list)
    programmes: list[Dated] = field(default_factory=list)


def from_database() -> Chapters:
    """As staff keep it now. Nine queries, each a whole table of some hundred rows."""
    rows = Facility.objects.values_list("pk", *_COLUMNS, "region__name")
    chapters = Chapters(Gazetteer.load(), {pk: _unit(columns) for pk, *columns in rows})
    names = FacilityName.objects.values_list("facility", "name", "valid_from", "valid_to")
    chapters.official = [(pk, _dated(name, days)) for pk, name, *days in names]
    chapters.aliases = list(Alias.objects.values_list("facility", "name"))
    _add_holders(chapters)
    authorities = Authority.objects.values_list(
        "level", "name", "short", "spellings", "valid_from", "valid_to"
    )
    chapters.authorities = [
        (level, _dated(name, days, short, spellings))
        for level, name, short, spellings, *days in authorities
    ]
    programmes = Programme.objects.values_list("name", "valid_from", "valid_to")
    chapters.programmes = [_dated(name, days) for name, *days in programmes]
    return chapters


def _add_holders(chapters: Chapters) -> None:
    columns = ("title", "name", "prefix", "valid_from", "valid_to")
    rows = OfficeHolder.objects.values_list("facility", "region__name", "office", *columns)
    for facility, region, office, *told in rows:
        if facility is not None:
            chapters.heads.append((facility, _holder("facility", told)))
        elif region is not None:
            chapters.regional.append((region, _holder("region", told)))
        else:
            chapters.national.append(_holder(office, told))


def from_files() -> Chapters:
    """As the project ships it; keys are slugs. Asks no database."""
    rows = registry.facilities()
    former, regions = registry.former_names(), {row.region_slug: row.region for row in rows}
    units: dict[Key, Unit] = {
        row.slug: _unit([*(row.fields[name] for name in _COLUMNS), row.region]) for row in rows
    }
    chapters = Chapters(Gazetteer.from_files(), units)
    chapters.official = [(row.slug, Dated(row.name)) for row in rows]
    chapters.official += [(one.slug, _dated_span(one)) for one in former]
    chapters.aliases = [(row.slug, alias) for row in rows for alias in row.aliases]
    for one in former:
        short = [name for name in registry.short_names([one.name]) if name != one.name]
        chapters.aliases += [(one.slug, name) for name in short]
    for row in offices.holders():
        told = [row.title, row.name, row.prefix, row.valid_from, row.valid_to]
        holder = _holder(row.office, told)
        if row.office == "facility":
            chapters.heads.append((row.of, holder))
        elif row.office == "region":
            chapters.regional.append((regions[row.of], holder))
        else:
            chapters.national.append(holder)
    chapters.authorities = [
        (one.level, _dated(one.name, [one.valid_from, one.valid_to], one.short, one.spellings))
        for one in offices.authorities()
    ]
    chapters.programmes = [_dated_span(one) for one in registry.programmes()]
    return chapters


def _unit(columns: Iterable[Any]) -> Unit:
    name, kind, facility_class, zone, *rest = columns
    return Unit(name, kind, facility_class, str(Zone(zone).label), *rest)


def _dated(name: str, days: list[date | None], short: str = "", spellings: str = "") -> Dated:
    others = tuple(one.strip() for one in spellings.split(";") if one.strip())
    return Dated(name, short, Since(*days), others)


def _dated_span(span: registry.SpanRow) -> Dated:
    return Dated(span.name, since=Since(span.valid_from, span.valid_to))


def _holder(office: str, told: list[Any]) -> Holder:
    title, name, prefix, *days = told
    return Holder(name, title, cast(Office, office), prefix, Since(*days))
