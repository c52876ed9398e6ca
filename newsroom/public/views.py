"""The readers' pages. Nothing here reads the working text of a release."""

from datetime import date, datetime
from email.utils import parseaddr
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from facilities.entries import FacilityNotFound
from facilities.lookup import find
from facilities.models import Facility, Programme, Region
from newsroom.releases.content import story_of
from newsroom.releases.models import Edition, Release, Topic
from newsroom.releases.story import Story

from .addresses import address_of
from .caching import revalidated
from .cards import cards, readable
from .paging import OLDER_THAN, cursor_of, page_of
from .shelves import Shelf

#: What a link says and the path it leads to.
Link = tuple[str, str]

#: Characters of a name that are looked up; no facility's is longer.
LONGEST_NAME = 160
FRONT_CARDS = 19
FRONT_PICTURES = 7
RELATED_CARDS = 4


@revalidated
def front(request: HttpRequest) -> HttpResponse:
    """The newest release large, the next ones with photos, then a list; regions and programmes."""
    today = timezone.localdate()
    found = cards(readable(), FRONT_CARDS, pictured=FRONT_PICTURES)
    context = {
        "section": "front",
        "today": today,
        "top": found[0] if found else None,
        "grid": found[1:FRONT_PICTURES],
        "rest": found[FRONT_PICTURES:],
        "older": cursor_of(found[-1]) if len(found) == FRONT_CARDS else "",
        "regions": _links("public:region", Region.objects.all()),
        "programmes": _links("public:programme", Programme.objects.on(today)[:12]),
    }
    return render(request, "public/front.html", context)


@revalidated
def release(request: HttpRequest, slug: str) -> HttpResponse:
    """The live edition; 410 with the tombstone where it was withdrawn, 404 where it is not public.

    Six queries at most. An address it had before leads on to the one it has.
    """
    rows = Release.objects.public().select_related("live_edition", "facility")
    found = rows.filter(slug=slug).first()
    if found is None:
        return redirect(_moved(slug), permanent=True)
    edition = found.live_edition
    assert edition is not None  # noqa: S101 - public() asks for it
    edition.release = found
    story = story_of(edition)
    if story.kind == "withdrawal":
        return render(request, "public/withdrawn.html", {"story": story}, status=410)
    related = readable().at(found.facility).exclude(pk=found.pk)
    context = {
        "story": story,
        "facility": found.facility,
        "labels": _labels(edition, story),
        "related": cards(related, RELATED_CARDS, pictured=0),
        "desk_email": desk_email(),
    }
    return render(request, "public/release.html", context)


@revalidated
def shelf(request: HttpRequest, shelf: Shelf, slug: str) -> HttpResponse:
    """What stands on one shelf, newest first, with the facts of its facility, region and so on."""
    row = get_object_or_404(shelf.rows(), slug=slug)
    context = {
        "section": shelf.section,
        "row": row,
        "page": page_of(shelf.releases(row), request.GET.get(OLDER_THAN, "")),
        "feed_url": reverse(f"public:{shelf.name}_rss", args=[row.slug]),
        **shelf.facts(row, timezone.localdate()),
    }
    return render(request, f"public/{shelf.name}.html", context)


@revalidated
def latest(request: HttpRequest) -> HttpResponse:
    """Every release, newest first, page by page."""
    page = page_of(readable(), request.GET.get(OLDER_THAN, ""))
    return render(request, "public/latest.html", {"section": "archive", "page": page})


@revalidated
def archive(request: HttpRequest) -> HttpResponse:
    """The months from the first release to the newest, and the ways into the archive."""
    dated = readable().order_by("first_published_at").values_list("first_published_at", flat=True)
    first, last = dated.first(), dated.last()
    years = groupby(_months(first, last), key=lambda month: month.year) if first and last else ()
    context = {"section": "archive", "years": [(year, list(months)) for year, months in years]}
    return render(request, "public/archive.html", context)


@revalidated
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """The releases of one month, by the newsroom's own clock (WIB)."""
    begin = datetime(year, month, 1, tzinfo=timezone.get_default_timezone())
    end = begin.replace(year=year + month // 12, month=month % 12 + 1)
    inside = readable().filter(first_published_at__gte=begin, first_published_at__lt=end)
    page = page_of(inside, request.GET.get(OLDER_THAN, ""))
    context = {"section": "archive", "month": begin.date(), "page": page}
    return render(request, "public/month.html", context)


@revalidated
def regions(request: HttpRequest) -> HttpResponse:
    """All regional offices with their facilities; ``nama`` leads to the facility of any name."""
    sought = request.GET.get("nama", "").strip()[:LONGEST_NAME]
    context: dict[str, Any] = {"section": "regions", "sought": sought}
    if sought:
        try:
            return redirect(find(sought))
        except FacilityNotFound as unclear:
            context |= {"unclear": unclear, "candidates": _facilities_of(unclear)}
    facilities = Facility.objects.filter(closed_date=None).values_list("region", "name", "slug")
    by_region: dict[int, list[Link]] = {}
    for region_id, name, slug in facilities:
        by_region.setdefault(region_id, []).append((name, address_of("public:facility", slug)))
    context["rows"] = [(region, by_region.get(region.pk, [])) for region in Region.objects.all()]
    return render(request, "public/regions.html", context)


def _facilities_of(unclear: FacilityNotFound) -> list[Link]:
    meant = Facility.objects.filter(pk__in=[entry.pk for entry in unclear.candidates])
    return _links("public:facility", meant)


@revalidated
def programmes(request: HttpRequest) -> HttpResponse:
    """All programmes, those of today first."""
    today = timezone.localdate()
    rows = list(Programme.objects.all())
    context = {
        "section": "programmes",
        "current": [row for row in rows if row.valid_on(today)],
        "ended": [row for row in rows if not row.valid_on(today)],
    }
    return render(request, "public/programmes.html", context)


@revalidated
def about(request: HttpRequest) -> HttpResponse:
    """Who we are, how a text is checked, how errors are mended, whom to ask."""
    context = {"section": "about", "desk_email": desk_email()}
    return render(request, "public/about.html", context)


def _moved(slug: str) -> Release:
    """The release whose key ends an address that is not its own any more; else Http404."""
    key = slug.rpartition("-")[2]
    number = int(key) if key.isdecimal() and len(key) <= 12 else 0
    return get_object_or_404(Release.objects.public(), pk=number)


def desk_email() -> str:
    """Where readers write to the national desk."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def _links(view: str, rows: QuerySet[Any]) -> list[Link]:
    return [(name, address_of(view, slug)) for name, slug in rows.values_list("name", "slug")]


def _labels(edition: Edition, story: Story) -> list[Link]:
    """The story's programmes and topics with the path of their page, "" where it has none now."""
    paths: dict[str, str] = {}
    if story.programmes:
        programmes = Programme.objects.order_by().filter(editions=edition)
        paths |= _links("public:programme", programmes)
    if story.topics:
        paths |= _links("public:topic", Topic.objects.order_by().filter(editions=edition))
    return [(name, paths.get(name, "")) for name in (*story.programmes, *story.topics)]


def _months(first: datetime, last: datetime) -> list[date]:
    """The first days of all months from the newest back to the oldest."""
    begin, end = (timezone.localtime(at).date().replace(day=1) for at in (first, last))
    count = (end.year - begin.year) * 12 + end.month - begin.month
    numbers = (begin.year * 12 + begin.month - 1 + step for step in range(count, -1, -1))
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]
