"""RSS 2.0 of everything and of each shelf, with full text.

A withdrawn or held release is simply no longer in the feed; its guid never changes, so that
readers replace an item when it is corrected.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from django.utils.html import format_html
from django.utils.http import http_date
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from newsroom.lib.addresses import absolute
from newsroom.releases.models import Transition
from newsroom.releases.models.releases import ReleaseQuerySet

from .caching import revalidated
from .cards import Card, cards, readable
from .shelves import Shelf

FEED_ITEMS = 30
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_CREATOR = "http://purl.org/dc/elements/1.1/"


if TYPE_CHECKING:
    CardFeed = Feed[Card, None]
else:
    CardFeed = Feed


class FullText(Rss201rev2Feed):
    """RSS 2.0 whose items also carry ``content:encoded`` and one ``dc:creator`` a byline."""

    content_type = "application/rss+xml; charset=utf-8"

    def rss_attributes(self) -> dict[str, str]:
        """The namespaces in use."""
        return {**super().rss_attributes(), "xmlns:content": _CONTENT, "xmlns:dc": _CREATOR}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """What Django writes, then our own."""
        super().add_item_elements(handler, item)
        for name in item["bylines"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("content:encoded", item["full_text"])


class ReleaseFeed(CardFeed):
    """The newest releases of one query under one title; made for each answer."""

    feed_type = FullText
    item_guid_is_permalink = False

    def __init__(self, title: str, path: str, releases: ReleaseQuerySet) -> None:
        self.title = title
        self.link = absolute(path)
        self.releases = releases

    def description(self) -> str:
        """What a reader of the feed may expect."""
        return _("Press releases of Indonesia's correctional facilities, in full.")

    def feed_url(self) -> str:
        """The feed's own address."""
        return f"{self.link}rss.xml"

    def items(self) -> Iterable[Card]:
        """The newest cards."""
        return cards(self.releases, FEED_ITEMS)

    def item_title(self, item: Card) -> str:
        """The headline as plain text."""
        return item.headline

    def item_description(self, item: Card) -> str:
        """The lead as HTML text."""
        return format_html("<p>{}</p>", item.lead)

    def item_link(self, item: Card) -> str:
        """The public page."""
        return absolute(item.url)

    def item_guid(self, item: Card) -> str:
        """The same for every edition."""
        return item.guid

    def item_pubdate(self, item: Card) -> datetime:
        """When it first appeared, in the facility's zone."""
        return item.published_at.astimezone(ZoneInfo(item.zone))

    def item_categories(self, item: Card) -> Iterable[str]:
        """Programmes and topics."""
        return item.labels

    def item_enclosures(self, item: Card) -> list[Enclosure]:
        """The first photo, in the widest JPEG."""
        files = item.picture.files if item.picture else ()
        jpegs = [one for one in files if one.content_type == "image/jpeg"]
        return [Enclosure(one.url, str(one.size), one.content_type) for one in jpegs[-1:]]

    def item_extra_kwargs(self, item: Card) -> dict[str, Any]:
        """The full text, which opens with the dateline as on the page."""
        opening = format_html(
            "<p><strong>{}, {}</strong> &ndash; {}</p>",
            item.dateline_place.upper(),
            item.facility,
            item.lead,
        )
        # The body was cleaned to the allow-list before anybody could approve it.
        return {"full_text": opening + mark_safe(item.body), "bylines": item.bylines}  # noqa: S308


@revalidated
def of_all(request: HttpRequest) -> HttpResponse:
    """The feed of the whole newsroom."""
    return _answer(request, ReleaseFeed("WartaPas", reverse("public:front"), readable()))


@revalidated
def of_shelf(request: HttpRequest, shelf: Shelf, slug: str) -> HttpResponse:
    """The feed of one facility, region, contributor, programme or topic."""
    row = get_object_or_404(shelf.rows(), slug=slug)
    path = reverse(f"public:{shelf.name}", args=[row.slug])
    return _answer(request, ReleaseFeed(f"WartaPas: {row}", path, shelf.releases(row)))


def _answer(request: HttpRequest, feed: ReleaseFeed) -> HttpResponse:
    response = feed(request)
    # Not the newest item's hour: that goes back when an item is withdrawn, and a reader who asks
    # by date would keep it. Every step of the newsroom moves this one forward.
    newest = Transition.objects.order_by("-sequence").values_list("at", flat=True).first()
    if newest is None:
        del response["Last-Modified"]
    else:
        response["Last-Modified"] = http_date(newest.timestamp())
    return response
