"""Provinces, regencies and cities of the country, and the zone each keeps.

Source: registry/places.csv (regencies and cities by province; official names of the Ministry of
Home Affairs), time zones by Keppres 41/1987. Places of facilities come with the registry.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from .atlas import Place, bare
from .chapters import Unit
from .registry import FOLDER, records

PLACES = FOLDER / "places.csv"


@cache
def provinces(path: Path = PLACES) -> dict[str, str]:
    """Province -> the label of its zone."""
    return {place.province: place.zone_label for place in counties(path)}


@cache
def counties(path: Path = PLACES) -> tuple[Place, ...]:
    """Every regency and city, "Kabupaten Purwakarta", with province and zone."""
    needed = {"name", "province", "zone"}
    return tuple(
        Place(row["name"], row["province"], row["zone"]) for _where, row in records(path, needed)
    )


def places_of(units: Iterable[Unit]) -> Iterator[Place]:
    """All places: provinces, regencies and cities, and where facilities stand."""
    for place in counties():
        yield place._replace(name=bare(place.name))
    for province, zone in provinces().items():
        yield Place(province, province, zone)
    for unit in units:
        for name in (unit.city, bare(unit.regency)):
            if name:
                yield Place(name, unit.province, unit.zone_label)
