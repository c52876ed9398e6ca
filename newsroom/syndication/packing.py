"""Makes the parcel of a delivery: the document with its key, what it replaces, and photos."""

import json
from datetime import datetime

from django.utils.translation import gettext as _

from newsroom.lib.images import CONTENT_TYPES, OUTLET_WIDTH
from newsroom.releases.content import story_of
from newsroom.releases.models import Edition, Photo, Rendition
from newsroom.releases.reliance import consent_was_taken_back
from newsroom.releases.story import Story

from .filters import allowed
from .models import Delivery, Receipt
from .parcels import Document, Enclosure, Parcel, Refused
from .renderings import rendering_for

_EVENTS = {
    Edition.Kind.FIRST: "release.published",
    Edition.Kind.UPDATE: "release.updated",
    Edition.Kind.CORRECTION: "release.corrected",
    Edition.Kind.WITHDRAWAL: "release.withdrawn",
}


class FormatBroken(Exception):
    """The edition could not be written in the destination's format; the text says why."""


def parcel_for(delivery: Delivery, *, at: datetime, enclosures: bool) -> Parcel:
    """The parcel, the same on every attempt but for what was learned since.

    ``enclosures``: read the photos' bytes too. Raises FormatBroken, and Refused where somebody in
    the text has not agreed to be seen at this outlet, or no longer agrees to it.
    """
    edition = delivery.edition
    story = story_of(edition)
    if not allowed(delivery.destination, story):
        raise Refused(_not_agreed())
    if story.kind != "withdrawal" and consent_was_taken_back(edition):
        raise Refused(_taken_back())
    rendering = rendering_for(edition, delivery.destination.format, at=at)
    if rendering.error:
        raise FormatBroken(rendering.error)
    document = Document(rendering.content_type, bytes(rendering.body))
    last = _last_receipt(delivery)
    return Parcel(
        key=key_of(delivery),
        event=_EVENTS[Edition.Kind(edition.kind)],
        occurred_at=edition.published_at,
        guid=story.guid,
        number=edition.number,
        document=document,
        headline=story.headline,
        slug=story.slug,
        summary=story.lead,
        source_url=story.url,
        enclosures=_enclosures(edition, story) if enclosures else (),
        replaces=last.remote_id if last else "",
        replaces_url=last.remote_url if last else "",
        media=tuple(last.media) if last else (),
        uncertain=_uncertain(delivery, last),
        withdraws=edition.kind == Edition.Kind.WITHDRAWAL,
    )


def _not_agreed() -> str:
    return _(
        "Somebody in this text has not agreed to be seen at this outlet. Ask it to take the older "
        "text down, then take this delivery over."
    )


def _taken_back() -> str:
    return _("Somebody in this text has taken their consent back. Its correction goes out instead.")


def key_of(delivery: Delivery) -> str:
    """The delivery's name for the outlet: stable, and unlike that of any other installation."""
    guid = delivery.edition.release.guid
    return f"{guid}-{delivery.number}-{delivery.destination_id}"


def _last_receipt(delivery: Delivery) -> Receipt | None:
    same = Receipt.objects.filter(
        delivery__release=delivery.release_id,
        delivery__destination=delivery.destination_id,
        delivery__number__lte=delivery.number,
    )
    return same.select_related("delivery").order_by("-delivery__number").first()


def _uncertain(delivery: Delivery, last: Receipt | None) -> bool:
    """Whether a try since the last receipt, of this edition or an older one, may have arrived."""
    tries = Delivery.objects.filter(
        release=delivery.release_id,
        destination=delivery.destination_id,
        uncertain=True,
        number__gte=last.delivery.number if last else 1,
        number__lte=delivery.number,
    )
    return tries.exists()


def _enclosures(edition: Edition, story: Story) -> tuple[Enclosure, ...]:
    if not story.pictures:
        return ()
    photos = json.loads(edition.content)["photos"]
    rows = Photo.objects.prefetch_related("renditions")
    kept = rows.in_bulk([texts["id"] for texts in photos])
    made = (_enclosure(kept[texts["id"]], texts) for texts in photos if texts["id"] in kept)
    return tuple(one for one in made if one is not None)


def _enclosure(photo: Photo, texts: dict[str, str]) -> Enclosure | None:
    choices = [one for one in photo.renditions.all() if one.extension == "jpg"]
    if not choices:
        return None
    nearest = min(choices, key=lambda one: abs(one.width - OUTLET_WIDTH))
    return Enclosure(
        file_name=f"foto-{photo.pk}-{nearest.width}.jpg",
        content_type=CONTENT_TYPES["jpg"],
        body=_bytes_of(nearest),
        caption=texts["caption"],
        credit=texts["credit"],
        alt=texts["alt"],
    )


def _bytes_of(rendition: Rendition) -> bytes:
    with rendition.file.open("rb") as file:
        content: bytes = file.read()
    return content
