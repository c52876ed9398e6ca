"""Fan-out: an edition becomes renderings and deliveries, in one transaction with its tick."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.releases.content import story_of
from newsroom.releases.models import Edition, Release
from newsroom.releases.story import Story

from .filters import wants
from .models import Delivery, Destination, Rendering
from .models.deliveries import DeliveryQuerySet
from .renderings import rendered


@transaction.atomic
def fan_out(edition_id: int, *, at: datetime) -> list[int]:
    """Owe the edition to every destination concerned; the deliveries to ring, by id.

    Doorbells may come twice or out of order, so all waiting editions of the release are taken, by
    number: what an older one owed is then superseded by the newer one at once.
    """
    release_id = Edition.objects.values_list("release_id", flat=True).get(pk=edition_id)
    Release.objects.lock(release_id)
    waiting = Edition.objects.waiting().filter(release=release_id).select_related("release")
    owed: list[int] = []
    for edition in waiting.order_by("number"):
        owed = _fan_out_one(edition, at=at)
    return owed


def due_bells(*, at: datetime, most: int = 500) -> list[int]:
    """Deliveries that are due and of which no worker was told lately; notes that they are now."""
    lost = at - ring_again()
    rows = Delivery.objects.ripe(at).unrung(lost).order_by("due_at")
    with transaction.atomic():
        due = rows[:most].not_in_hand()
        Delivery.objects.filter(pk__in=due).update(rung_at=at)
    return due


def ring_again() -> timedelta:
    """After how long an unheard bell counts as lost."""
    return min(timedelta(seconds=30), settings.SYNDICATION_LEASE)


def _fan_out_one(edition: Edition, *, at: datetime) -> list[int]:
    story = story_of(edition)
    earlier = Delivery.objects.filter(release=edition.release_id, number__lt=edition.number)
    # First supersede, then look who has it: a worker that claimed in between counts as reached.
    earlier.filter(status=Delivery.Status.QUEUED).update(
        status=Delivery.Status.SUPERSEDED,
        settled_at=at,
        reason=_("A newer edition took its place."),
    )
    concerned = _concerned(edition, story, earlier)
    renderings = _render(edition, story, concerned, at=at)
    made = Delivery.objects.bulk_create(
        _owed(edition, one, renderings[one.format], at) for one in concerned
    )
    edition.fanned_out_at = at
    edition.save(update_fields=["fanned_out_at"])
    return [one.pk for one in made if one.status == Delivery.Status.QUEUED]


def _concerned(edition: Edition, story: Story, earlier: DeliveryQuerySet) -> Sequence[Destination]:
    """Who has or may have the item, also where switched off since; and who wants a usable one."""
    reached = set(earlier.reached().values_list("destination_id", flat=True))
    holders = list(Destination.objects.filter(pk__in=reached))
    if edition.kind == Edition.Kind.WITHDRAWAL:
        return holders
    others = Destination.objects.open().exclude(pk__in=reached)
    filters = others.prefetch_related("regions", "facilities", "programmes", "topics")
    return holders + [one for one in filters if wants(one, story)]


def _render(
    edition: Edition, story: Story, concerned: Sequence[Destination], *, at: datetime
) -> dict[str, Rendering]:
    formats = {one.format for one in concerned}
    made = {name: rendered(edition, story, name, at=at) for name in sorted(formats)}
    Rendering.objects.bulk_create(made.values())
    return made


def _owed(
    edition: Edition, destination: Destination, rendering: Rendering, at: datetime
) -> Delivery:
    delivery = Delivery(
        edition=edition,
        destination=destination,
        release=edition.release,
        number=edition.number,
        due_at=at,
        rung_at=at,
        created_at=at,
    )
    if rendering.error:
        delivery.status = Delivery.Status.FAILED
        delivery.settled_at = at
        delivery.reason = rendering.error
    return delivery
