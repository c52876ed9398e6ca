"""An edition's content as plain values: what formats render and pages show.

Nothing here knows Django. Instants carry their offset; texts are Indonesian unless ``language``
says otherwise; ``body`` is HTML already cleaned to the short allow-list of newsroom.lib.html.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

ChangeKind = Literal["first", "update", "correction", "withdrawal"]


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signs: a person or a unit's PR team. ``url`` is the public profile page."""

    name: str
    kind: Literal["person", "unit"]
    url: str


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One rendition under its public, immutable address. Sizes in pixels and bytes."""

    url: str
    content_type: str
    width: int
    height: int
    size: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo of the story. ``files`` run from small to large; ``focal`` is x, y from 0 to 1."""

    name: str
    caption: str
    credit: str
    alt: str
    focal: tuple[float, float]
    files: tuple[PictureFile, ...]


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A document or recording beside the text, under its public address ("" while it has none).

    ``format`` as people know it: PDF. ``size`` in bytes; ``spoken``: it is listened to.
    """

    name: str
    title: str
    format: str
    content_type: str
    size: int
    spoken: bool
    url: str


@dataclass(frozen=True, slots=True)
class Place:
    """The facility the story comes from, by the name that was right on the day of the event."""

    facility_id: int
    facility: str
    facility_url: str
    region_id: int
    region: str
    city: str
    province: str
    time_zone: str
    zone_label: str


@dataclass(frozen=True, slots=True)
class Change:
    """One public change: which edition, what kind, the note readers see, and when."""

    number: int
    kind: ChangeKind
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Story:
    """One edition, complete and frozen.

    ``guid`` is the same for every edition of a release (a urn:uuid); ``number`` counts them from 1
    and is the version in ninjs and NewsML-G2. A withdrawal keeps headline and place and carries
    its public reason in ``change_note``; its lead and body are empty, and it has no
    pictures or attachments.
    ``only_outlets``: keys of the outlets it may go to, where somebody's consent is limited to them.
    """

    guid: str
    number: int
    kind: ChangeKind
    url: str
    slug: str
    language: str
    headline: str
    lead: str
    body: str
    dateline_place: str
    event_date: date
    place: Place
    bylines: tuple[Byline, ...]
    topics: tuple[str, ...]
    programmes: tuple[str, ...]
    ednote: str
    change_note: str
    first_published_at: datetime
    published_at: datetime
    changes: tuple[Change, ...]
    pictures: tuple[Picture, ...]
    only_outlets: tuple[int, ...] | None = None
    attachments: tuple[AttachedFile, ...] = ()

    @property
    def pubstatus(self) -> Literal["usable", "canceled"]:
        """IPTC's publishing status: a withdrawal cancels, every other edition is usable."""
        return "canceled" if self.kind == "withdrawal" else "usable"
