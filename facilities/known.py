"""What is known of a facility and its service, as plain values: who headed what and when, names.

newsroom.safeguards compares a release with these; facilities.almanac makes them from the database
or from the registry's files. Nothing here asks a database.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from .atlas import Atlas
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
    """A name with its validity: a ministry, a programme, an official name of the facility.

    ``spellings`` are other ways in which the same name is written ("Kementerian Hukum dan HAM").
    """

    name: str
    short: str = ""
    since: Since = field(default_factory=Since)
    spellings: tuple[str, ...] = ()

    @property
    def written(self) -> tuple[str, ...]:
        """Every way in which it is written, the full name first."""
        return tuple(dict.fromkeys(one for one in (self.name, self.short, *self.spellings) if one))


class Names(Protocol):
    """Every name of every facility: facilities.gazetteer.Gazetteer."""

    def mentions(self, text: str) -> list[Mention]:
        """Every facility named in a running text, in its order."""
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """The facility of a release and its world.

    ``name`` is the one right on the day of the event, ``names`` all it ever bore with its aliases;
    ``official`` are its official names with their validity, ``facility_class`` is today's ("IIB").
    ``holders``, ``ministries``, ``programmes`` and ``regional_offices`` (how a regional office is
    called: "Kanwil Ditjenpas") hold every span, not only those of the day, so that a rule can say
    whose time it was. ``places`` are provinces, regencies and cities, folded and without spaces;
    ``atlas`` knows them with province and zone, and finds the one that a misspelling means.
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
    facility_class: str = ""
    official: tuple[Dated, ...] = ()
    regional_offices: tuple[Dated, ...] = ()
    atlas: Atlas | None = None


def name_on(official: Iterable[Dated], day: date | None, today: str) -> str:
    """The official name that was right on the day; ``today``'s where no dated one fits."""
    if day is None:
        return today
    dated = [one for one in official if one.since.valid_from or one.since.valid_to]
    right = [one for one in dated if one.since.on(day)]
    latest = max(right, key=lambda one: one.since.valid_from or date.min, default=None)
    return latest.name if latest else today
