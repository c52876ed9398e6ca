"""What lists and feeds show of a release: read from the live edition, never from the working text.

The query fetches the edition's columns only, so a correction being written cannot slip out.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from newsroom.releases.content import Content, pictures_of
from newsroom.releases.models import Release
from newsroom.releases.models.releases import ReleaseQuerySet
from newsroom.releases.story import Picture

from .addresses import address_of

_COLUMNS = (
    "pk",
    "guid",
    "slug",
    "first_published_at",
    "live_edition__kind",
    "live_edition__published_at",
    "live_edition__content",
)


@dataclass(frozen=True, slots=True)
class Card:
    """One live edition in a list.

    ``url`` and ``facility_url`` are paths of this site; ``guid`` is the release's urn:uuid;
    ``kind`` and ``edited_at`` are those of the live edition; ``body`` is cleaned HTML; ``zone`` is
    an IANA name. ``picture`` is the first photo, None where there is none or none was asked for.
    """

    pk: int
    guid: str
    url: str
    headline: str
    lead: str
    body: str
    language: str
    dateline_place: str
    facility: str
    facility_url: str
    zone: str
    bylines: tuple[str, ...]
    labels: tuple[str, ...]
    kind: str
    published_at: datetime
    edited_at: datetime
    picture: Picture | None

    @property
    def is_corrected(self) -> bool:
        """Whether the newest edition mends an error."""
        return self.kind == "correction"

    @property
    def is_updated(self) -> bool:
        """Whether the newest edition adds news."""
        return self.kind == "update"


def cards(releases: ReleaseQuerySet, most: int, *, pictured: int | None = None) -> list[Card]:
    """The first ``most`` releases, newest first: one query, and one more where photos are shown.

    ``pictured``: only so many of them, from the first on, come with a photo; None: all.
    """
    rows = list(releases.newest().values_list(*_COLUMNS)[:most])
    contents = [json.loads(row[-1]) for row in rows]
    pictures = _first_pictures(contents[:pictured])
    return [_card(row, content, pictures) for row, content in zip(rows, contents, strict=True)]


def readable() -> ReleaseQuerySet:
    """Every release that lists may show: live, not held, not withdrawn."""
    return _readable().all()


@cache
def _readable() -> ReleaseQuerySet:
    """Never evaluated, only copied: building its conditions takes longer than the query."""
    return Release.objects.readable()


def _first_pictures(contents: Iterable[Content]) -> dict[int, Picture]:
    return pictures_of([content["photos"][0] for content in contents if content["photos"]])


def _card(row: tuple[Any, ...], content: Content, pictures: dict[int, Picture]) -> Card:
    pk, guid, slug, published_at, kind, edited_at, _ = row
    facility, photos = content["facility"], content["photos"]
    return Card(
        pk=pk,
        guid=guid.urn,
        url=address_of("public:release", slug),
        headline=content["headline"],
        lead=content["lead"],
        body=content["body"],
        language=content["language"],
        dateline_place=content["dateline_place"],
        facility=facility["name"],
        facility_url=address_of("public:facility", facility["slug"]),
        zone=facility["time_zone"],
        bylines=tuple(one["name"] for one in content["bylines"]),
        labels=(*content["programmes"], *content["topics"]),
        kind=kind,
        published_at=published_at,
        edited_at=edited_at,
        picture=pictures.get(photos[0]["id"]) if photos else None,
    )
