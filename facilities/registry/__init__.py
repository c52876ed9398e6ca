"""The data files of the registry, read into plain rows. README.md says where the facts come from.

Pure: no database. A file that cannot be used raises ``BrokenRegistry`` with file, line and reason.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from django.utils.text import slugify
from django.utils.translation import gettext as _

from facilities.naming import key, without_class

FOLDER = Path(__file__).parent
FACILITIES = FOLDER / "facilities.csv"
NAMES = FOLDER / "names.csv"
PROGRAMMES = FOLDER / "programmes.csv"

#: Kinds as the file writes them -> facilities.models.Kind values.
_KINDS = {
    "Lapas": "lapas",
    "LPP": "lpp",
    "LPKA": "lpka",
    "Rutan": "rutan",
    "Bapas": "bapas",
    "LPAS": "lpas",
    "RS": "rs",
    "Rupbasan": "rupbasan",
}
_ZONES = {"Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"}
_NEEDED = {"name", "kind", "place", "province", "kanwil", "iana_tz"}
_OFFICE = "Kanwil Ditjenpas "


class BrokenRegistry(ValueError):
    """A data file cannot be used; the message names the file, the line and what to mend."""


@dataclass(frozen=True, slots=True)
class FacilityRow:
    """One facility of the file. ``fields`` are columns of the model, ``region`` an office's name.

    ``aliases`` are nicknames and, made from the official names, the short names without class.
    """

    slug: str
    region: str
    fields: dict[str, str | int | Decimal | None]
    aliases: tuple[str, ...]

    @property
    def name(self) -> str:
        """The official name of today."""
        return str(self.fields["name"])

    @property
    def region_slug(self) -> str:
        """The office's stable identifier: its territory."""
        return slugify(self.region.removeprefix(_OFFICE))


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A name or programme that is valid from-to; ``slug`` names the facility or the programme."""

    slug: str
    name: str
    family: str
    valid_from: date | None
    valid_to: date | None


def facilities(path: Path = FACILITIES) -> list[FacilityRow]:
    """Every facility of the file, in its order."""
    rows: list[FacilityRow] = []
    seen: set[str] = set()
    for place, record in records(path, _NEEDED):
        row = _facility(place, record)
        if {row.slug, row.name} & seen:
            raise BrokenRegistry(_("%s: this facility stands in the file twice.") % place)
        seen |= {row.slug, row.name}
        rows.append(row)
    return rows


def former_names(path: Path = NAMES) -> list[SpanRow]:
    """Official names that were valid once."""
    return [_span(place, record) for place, record in records(path, {"slug", "name"})]


def programmes(path: Path = PROGRAMMES) -> list[SpanRow]:
    """Programmes of the service with their validity."""
    return [_span(place, record) for place, record in records(path, {"slug", "name"})]


def short_names(names: list[str]) -> tuple[str, ...]:
    """The names and their forms without class, each key once, in order."""
    wanted = [form for name in names for form in (name, without_class(name))]
    return tuple({key(form): form for form in reversed(wanted)}.values())[::-1]


def records(path: Path, needed: set[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each record of a file with the words that say where it stands; raises BrokenRegistry."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            absent = needed - set(reader.fieldnames or ())
            if absent:
                columns = ", ".join(sorted(absent))
                raise BrokenRegistry(
                    _("%(file)s: add the missing columns %(columns)s.")
                    % {"file": path.name, "columns": columns}
                )
            for record in reader:
                place = _("%(file)s, line %(line)d") % {"file": path.name, "line": reader.line_num}
                yield place, {name: (value or "").strip() for name, value in record.items() if name}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BrokenRegistry(
            _("%(file)s cannot be read as CSV in UTF-8: %(reason)s")
            % {"file": path, "reason": error}
        ) from error


def _facility(place: str, record: dict[str, str]) -> FacilityRow:
    for column in _NEEDED:
        if not record[column]:
            raise BrokenRegistry(
                _("%(place)s: fill in %(column)s.") % {"place": place, "column": column}
            )
    name, zone = record["name"], record["iana_tz"]
    if record["kind"] not in _KINDS or zone not in _ZONES:
        raise BrokenRegistry(
            _("%(place)s: unknown kind %(kind)s or time zone %(zone)s.")
            % {"place": place, "kind": record["kind"], "zone": zone}
        )
    nicknames = [alias.strip() for alias in record.get("alias", "").split(";") if alias.strip()]
    short = short_names([name, *nicknames])
    return FacilityRow(
        slug=record.get("slug") or slugify(name),
        region=record["kanwil"],
        fields={
            "name": name,
            "full_name": record.get("full_name", ""),
            "kind": _KINDS[record["kind"]],
            "facility_class": record.get("class", ""),
            "province": record["province"],
            "regency": record.get("kab_kota", ""),
            "city": record["place"],
            "time_zone": zone,
            "capacity": _number(place, record, "capacity"),
            "latitude": _degrees(place, record, "lat"),
            "longitude": _degrees(place, record, "lon"),
            "coordinates_basis": record.get("coord_basis", ""),
        },
        aliases=tuple(alias for alias in short if alias != name),
    )


def _number(place: str, record: dict[str, str], column: str) -> int | None:
    text = record.get(column, "")
    if text and not text.isdecimal():
        raise BrokenRegistry(_not_a_number(place, column, text))
    return int(text) if text else None


def _degrees(place: str, record: dict[str, str], column: str) -> Decimal | None:
    text = record.get(column, "")
    try:
        return Decimal(text).quantize(Decimal("0.00001")) if text else None
    except InvalidOperation as error:
        raise BrokenRegistry(_not_a_number(place, column, text)) from error


def _not_a_number(place: str, column: str, text: str) -> str:
    return _("%(place)s: %(column)s needs a number, not “%(text)s”.") % {
        "place": place,
        "column": column,
        "text": text,
    }


def _span(place: str, record: dict[str, str]) -> SpanRow:
    first, last = days(place, record)
    return SpanRow(record["slug"], record["name"], record.get("family", ""), first, last)


def days(place: str, record: dict[str, str]) -> tuple[date | None, date | None]:
    """The first and last day of a record's validity; raises BrokenRegistry."""
    try:
        first, last = (
            date.fromisoformat(record[column]) if record.get(column) else None
            for column in ("valid_from", "valid_to")
        )
    except ValueError as error:
        raise BrokenRegistry(
            _("%s: write valid_from and valid_to as YYYY-MM-DD or leave them empty.") % place
        ) from error
    return first, last
