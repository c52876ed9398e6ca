"""The shelves on which readers find releases: facility, region, contributor, programme, topic.

One row of the table gives a page, a feed, and their addresses.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from facilities.models import Facility, OfficeHolder, Programme, Region
from newsroom.contributors.models import Contributor
from newsroom.releases.models import Topic
from newsroom.releases.models.releases import ReleaseQuerySet

from .cards import readable

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of shelf.

    ``name`` is its URL name and template, ``path`` the word in its address, ``section`` the entry
    of the navigation it belongs to. ``rows`` gives the objects, ``releases`` what stands on one of
    them, ``facts`` what its page says besides, on a day.
    """

    name: str
    path: str
    section: str
    label: str | Promise
    rows: Callable[[], QuerySet[Any]]
    releases: Callable[[Any], ReleaseQuerySet]
    facts: Callable[[Any, date], Facts]


def _facility_facts(facility: Facility, day: date) -> Facts:
    names = facility.names.exclude(name=facility.name)
    return {
        "head": OfficeHolder.objects.on(day).filter(facility=facility).first(),
        "other_names": list(names.values_list("name", flat=True)),
    }


def _region_facts(region: Region, day: date) -> Facts:
    return {
        "head": OfficeHolder.objects.on(day).filter(region=region).first(),
        "facilities": list(
            region.facilities.filter(closed_date=None).only("name", "slug", "region")
        ),
    }


def _no_facts(row: Model, day: date) -> Facts:
    return {}


def _in_region(region: Region) -> ReleaseQuerySet:
    # The ids themselves, not a join: PostgreSQL then knows how rare they are and picks its index.
    return readable().filter(facility__in=list(region.facilities.values_list("pk", flat=True)))


SHELVES: tuple[Shelf, ...] = (
    Shelf(
        name="facility",
        path="fasilitas",
        section="regions",
        label=_("Facility"),
        rows=lambda: Facility.objects.select_related("region"),
        releases=lambda facility: readable().at(facility),
        facts=_facility_facts,
    ),
    Shelf(
        name="region",
        path="wilayah",
        section="regions",
        label=_("Region"),
        rows=Region.objects.all,
        releases=_in_region,
        facts=_region_facts,
    ),
    Shelf(
        name="contributor",
        path="kontributor",
        section="",
        label=_("Contributor"),
        rows=lambda: Contributor.objects.select_related("facility"),
        releases=lambda contributor: readable().filter(live_edition__contributors=contributor),
        facts=_no_facts,
    ),
    Shelf(
        name="programme",
        path="program",
        section="programmes",
        label=_("Programme"),
        rows=Programme.objects.all,
        releases=lambda programme: readable().filter(live_edition__programmes=programme),
        facts=_no_facts,
    ),
    Shelf(
        name="topic",
        path="topik",
        section="",
        label=_("Topic"),
        rows=Topic.objects.all,
        releases=lambda topic: readable().filter(live_edition__topics=topic),
        facts=_no_facts,
    ),
)
