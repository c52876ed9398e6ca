"""What is known of a facility and its service, as plain values: who headed what and when, names.

newsroom.safeguards compares a release with these; facilities.almanac makes them from the database
or from the registry's files. Nothing here asks a database.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from .entries import Mention

Office = Literal["facility", "region", "directorate", "ministry"]


@dataclass(frozen=True, slots=True)
class Since:
    """Validity from-to, both days inclusive, either open."""

    valid_from: date | None = None
    valid_to: date | None = None

    def on(self, day: date) -> bool:
        """Whether it held on that day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office. ``prefix`` is "", "Plt." or "Plh."; ``title`` as "Kepala LPKA"."""

    name: str
    title: str
    office: Office
    prefix: str = ""
    since: Since = field(default_factory=Since)


@dataclass(frozen=True, slots=True)
class Dated:
    """A name with its validity: a ministry, a programme, a former name of the facility."""

    name: str
    short: str = ""
    since: Since = field(default_factory=Since)


class Names(Protocol):
    """Every name of every facility: facilities.gazetteer.Gazetteer."""

    def mentions(self, text: str) -> list[Mention]:
        """Every facility named in a running text, in its order."""
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """The facility of a release and its world.

    ``name`` is the one right on the day of the event, ``names`` all it ever bore with its aliases.
    ``holders``, ``ministries`` and ``programmes`` hold every span, not only those of the day, so
    that a rule can say whose time it was. ``places`` are provinces, regencies and cities, folded.
    """

    name: str
    kind: str
    zone_label: str
    city: str
    regency: str
    province: str
    region: str
    names: tuple[str, ...] = ()
    holders: tuple[Holder, ...] = ()
    ministries: tuple[Dated, ...] = ()
    programmes: tuple[Dated, ...] = ()
    places: frozenset[str] = frozenset()
    gazetteer: Names | None = None
