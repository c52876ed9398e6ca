"""Brings the registry's rows into the database without undoing what staff changed.

``Facility.loaded`` remembers what was last loaded. A field is overwritten only while it still
holds that value; a name or alias that staff removed is not brought back.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from django.db import transaction

from .following import load_authorities, load_holders
from .models import Alias, Facility, FacilityName, Programme, Region
from .naming import key
from .registry import FacilityRow, SpanRow, short_names
from .registry.offices import AuthorityRow, HolderRow

_ABSENT = object()


@dataclass(slots=True)
class Summary:
    """What a load did. ``kept`` names the fields that staff had changed and that stayed theirs."""

    facilities: int = 0
    added: int = 0
    changed: int = 0
    regions: int = 0
    names: int = 0
    aliases: int = 0
    programmes: int = 0
    offices: int = 0
    kept: list[str] = field(default_factory=list)

    @property
    def changes(self) -> int:
        """How many rows were written; 0 means that everything already stood there."""
        counts = {"added", "changed", "regions", "names", "aliases"}
        counts |= {"programmes", "offices"}
        return sum(getattr(self, each.name) for each in fields(self) if each.name in counts)


@transaction.atomic
def load(
    rows: Sequence[FacilityRow],
    former: Iterable[SpanRow] = (),
    programmes: Iterable[SpanRow] = (),
    holders: Iterable[HolderRow] = (),
    authorities: Iterable[AuthorityRow] = (),
) -> Summary:
    """Adds what is missing, follows what the files changed; the same rows twice change nothing."""
    summary = Summary(facilities=len(rows))
    regions = _load_regions(rows, summary)
    facilities = _load_facilities(rows, regions, summary)
    _load_names(rows, facilities, list(former), summary)
    _load_programmes(programmes, summary)
    summary.offices = load_holders(holders, facilities, regions) + load_authorities(authorities)
    return summary


def _load_regions(rows: Sequence[FacilityRow], summary: Summary) -> dict[str, Region]:
    """Regional offices by slug. An office that exists keeps whatever name staff gave it."""
    known = {region.slug: region for region in Region.objects.all()}
    wanted = {row.region_slug: row.region for row in rows if row.region_slug not in known}
    new = Region.objects.bulk_create(Region(slug=slug, name=name) for slug, name in wanted.items())
    summary.regions = len(new)
    return known | {region.slug: region for region in new}


def _load_facilities(
    rows: Sequence[FacilityRow], regions: dict[str, Region], summary: Summary
) -> dict[str, Facility]:
    """Facilities by the row's slug, with ``loaded`` still as it was before names are loaded."""
    by_slug = {each.slug: each for each in Facility.objects.select_related("region")}
    by_name = {each.name: each for each in by_slug.values()}
    found: dict[str, Facility] = {}
    new, changed = [], []
    for row in rows:
        facility = by_slug.get(row.slug) or by_name.get(row.name)
        if facility is None:
            facility = Facility(slug=row.slug, region=regions[row.region_slug], **row.fields)
            new.append(facility)
        elif _follow(facility, row, regions, summary):
            changed.append(facility)
        facility.loaded = facility.loaded | {"fields": _plain(row)}
        found[row.slug] = facility
    Facility.objects.bulk_create(new)
    Facility.objects.bulk_update(changed, ["region", "loaded", *(rows[0].fields if rows else ())])
    summary.added, summary.changed = len(new), len(changed)
    return found


def _plain(row: FacilityRow) -> dict[str, str | None]:
    """What was loaded, as JSON keeps it."""
    plain = {name: _text(value) for name, value in row.fields.items()}
    return plain | {"region": row.region_slug}


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _follow(
    facility: Facility, row: FacilityRow, regions: dict[str, Region], summary: Summary
) -> bool:
    """Gives the facility the row's values where staff changed nothing; True if any differed."""
    before: dict[str, str | None] = facility.loaded.get("fields", {})
    wanted: dict[str, Any] = {**row.fields, "region": regions[row.region_slug]}
    differs = before != _plain(row)
    for name, value in _plain(row).items():
        current = getattr(facility, name)
        now = current.slug if name == "region" else _text(current)
        if now == value:
            continue
        if now == before.get(name, _ABSENT):
            setattr(facility, name, wanted[name])
        else:
            label = getattr(Facility._meta.get_field(name), "verbose_name", name)
            summary.kept.append(f"{facility.name}: {label}")
    return differs


def _load_names(
    rows: Sequence[FacilityRow],
    facilities: dict[str, Facility],
    former: Iterable[SpanRow],
    summary: Summary,
) -> None:
    """Official names and aliases that were never loaded before and do not stand there yet."""
    spans: dict[str, list[SpanRow]] = defaultdict(list)
    for span in former:
        spans[span.slug].append(span)
    there = {
        *FacilityName.objects.values_list("facility_id", "name"),
        *Alias.objects.values_list("facility_id", "key"),
    }
    names: list[FacilityName] = []
    aliases: list[Alias] = []
    remembered: list[Facility] = []
    for row in rows:
        facility = facilities[row.slug]
        new_names, new_aliases = _unseen(facility, row, spans[row.slug])
        names += [each for each in new_names if (facility.pk, each.name) not in there]
        aliases += [each for each in new_aliases if (facility.pk, each.key) not in there]
        if new_names or new_aliases:
            once = facility.loaded.get("names", [])
            seen = {*(each.name for each in new_names), *(each.name for each in new_aliases)}
            facility.loaded["names"] = sorted({*once, *seen})
            remembered.append(facility)
    FacilityName.objects.bulk_create(names)
    Alias.objects.bulk_create(aliases)
    Facility.objects.bulk_update(remembered, ["loaded"])
    summary.names, summary.aliases = len(names), len(aliases)


def _unseen(
    facility: Facility, row: FacilityRow, former: list[SpanRow]
) -> tuple[list[FacilityName], list[Alias]]:
    """Names and aliases of the files that no earlier load has brought."""
    once = set(facility.loaded.get("names", ()))
    official = [SpanRow(row.slug, row.name, "", None, None), *former]
    titles = {each.name for each in official}
    short = [*row.aliases, *short_names([each.name for each in former])]
    names = [
        FacilityName(
            facility=facility,
            name=each.name,
            key=key(each.name),
            valid_from=each.valid_from,
            valid_to=each.valid_to,
        )
        for each in official
        if each.name not in once
    ]
    aliases = {
        key(name): Alias(facility=facility, name=name, key=key(name))
        for name in short
        if name not in once | titles
    }
    return names, list(aliases.values())


def _load_programmes(programmes: Iterable[SpanRow], summary: Summary) -> None:
    """Programmes that are missing; those that exist belong to the staff."""
    there = {text for pair in Programme.objects.values_list("slug", "name") for text in pair}
    new = [
        Programme(
            slug=each.slug,
            name=each.name,
            family=each.family,
            valid_from=each.valid_from,
            valid_to=each.valid_to,
        )
        for each in programmes
        if not {each.slug, each.name} & there
    ]
    Programme.objects.bulk_create(new)
    summary.programmes = len(new)
