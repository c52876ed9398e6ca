"""Brings the files' offices and authorities in, and follows the files where staff changed nothing.

``RegistryState.loaded`` remembers each row as last loaded, under its slug. A row that staff changed
or removed stays as they left it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from .models import Authority, Facility, OfficeHolder, Region, RegistryState
from .registry.offices import AuthorityRow, HolderRow

Fields = dict[str, Any]


def load_holders(
    rows: Iterable[HolderRow], facilities: Mapping[str, Facility], regions: Mapping[str, Region]
) -> int:
    """Loads the office holders; how many were added or followed the file.

    ``facilities`` and ``regions`` by the slugs of the files; a row of an unknown one is left out.
    """
    wanted: dict[str, Fields] = {}
    for row in rows:
        fields = asdict(row)
        slug, office, of = (fields.pop(name) for name in ("slug", "office", "of"))
        if office == "facility" and of in facilities:
            wanted[slug] = fields | {"facility_id": facilities[of].pk}
        elif office == "region" and of in regions:
            wanted[slug] = fields | {"region_id": regions[of].pk}
        elif not of:
            wanted[slug] = fields | {"office": office}
    return _follow(OfficeHolder, "holders", wanted)


def load_authorities(rows: Iterable[AuthorityRow]) -> int:
    """Loads the names of ministry and regional offices; how many were added or followed."""
    wanted = {row.slug: {k: v for k, v in asdict(row).items() if k != "slug"} for row in rows}
    return _follow(Authority, "authorities", wanted)


def _follow(
    model: type[OfficeHolder] | type[Authority], chapter: str, wanted: Mapping[str, Fields]
) -> int:
    """Adds rows never loaded before; changes those whose file changed and staff did not."""
    if not wanted:
        return 0
    state, _made = RegistryState.objects.get_or_create(pk=1)
    before: dict[str, Fields] = state.loaded.get(chapter, {})
    after, count = dict(before), 0
    for slug, fields in wanted.items():
        once = before.get(slug)
        plain = _plain(fields)
        if once is None:
            row = model.objects.create(**fields)
            after[slug], count = {"pk": row.pk, "fields": plain}, count + 1
        elif once["fields"] != plain:
            count += _change(model, once, fields)
            after[slug] = {"pk": once["pk"], "fields": plain}
    if after != before:
        RegistryState.objects.filter(pk=1).update(loaded=state.loaded | {chapter: after})
    return count


def _change(model: type[OfficeHolder] | type[Authority], once: Fields, fields: Fields) -> int:
    """1 where the row still stood as loaded and was changed, else 0."""
    row = model.objects.filter(pk=once["pk"]).values(*once["fields"]).first()
    if row is None or _plain(row) != once["fields"]:
        return 0
    return model.objects.filter(pk=once["pk"]).update(**fields)


def _plain(fields: Fields) -> Fields:
    """As JSON keeps it."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in fields.items()
    }
