"""The files of offices: who held which and when, and what the authority above was called.

Each row has a ``slug`` that stays when its facts are mended, and a ``source``. Pure: no database.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from facilities.registry import FOLDER, BrokenRegistry, days, records

HOLDERS = FOLDER / "office_holders.csv"
AUTHORITIES = FOLDER / "authorities.csv"
_NATIONAL = {"directorate", "ministry"}
_PREFIXES = {"", "Plt.", "Plh."}
_LEVELS = {"ministry", "region"}


@dataclass(frozen=True, slots=True)
class HolderRow:
    """Who held an office. ``office``: facility, region, directorate or ministry; ``of`` is the slug
    of the facility or region and empty for a national one."""

    slug: str
    office: str
    of: str
    title: str
    name: str
    prefix: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """What the ministry or its regional offices (``level``: ministry, region) were called.
    ``spellings``: other ways to write it, separated by semicolons."""

    slug: str
    level: str
    name: str
    short: str
    spellings: str
    valid_from: date | None
    valid_to: date | None


def holders(path: Path = HOLDERS) -> list[HolderRow]:
    """Every office holder of the file; raises BrokenRegistry."""
    needed = {"slug", "office", "of", "title", "name", "prefix"}
    return [_holder(place, record) for place, record in records(path, needed)]


def authorities(path: Path = AUTHORITIES) -> list[AuthorityRow]:
    """Every name of ministry and regional offices; raises BrokenRegistry."""
    needed = {"slug", "level", "name", "short", "spellings"}
    return [_authority(place, record) for place, record in records(path, needed)]


def _holder(place: str, record: dict[str, str]) -> HolderRow:
    office, of = record["office"], record["of"]
    local = office in {"facility", "region"}
    if (not local and office not in _NATIONAL) or local != bool(of):
        raise BrokenRegistry(_("%s: the office and whose it is do not fit together.") % place)
    if record["prefix"] not in _PREFIXES:
        raise BrokenRegistry(_("%s: the prefix is Plt., Plh. or empty.") % place)
    first, last = days(place, record)
    title, name, prefix = record["title"], record["name"], record["prefix"]
    return HolderRow(record["slug"], office, of, title, name, prefix, first, last)


def _authority(place: str, record: dict[str, str]) -> AuthorityRow:
    if record["level"] not in _LEVELS:
        raise BrokenRegistry(_("%s: the level is ministry or region.") % place)
    first, last = days(place, record)
    level, name, short = record["level"], record["name"], record["short"]
    return AuthorityRow(record["slug"], level, name, short, record["spellings"], first, last)
