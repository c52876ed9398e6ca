"""What is owed to whom, each try, and the proof."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.releases.models import Edition, Release

from .destinations import Destination


class Rendering(models.Model):
    """An edition written in one format, once for all destinations that take it.

    ``error`` holds what went wrong where the format could not render; then ``body`` is empty and
    the deliveries of that format fail without touching others.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="renderings")
    format = models.CharField(max_length=20)
    content_type = models.CharField(max_length=120)
    body = models.BinaryField()
    error = models.TextField(blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "format"], name="rendering_is_made_once_a_format"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.format}"


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Query words for deliveries."""

    def ripe(self, now: datetime) -> Self:
        """Queued and due, or sent off by a worker that has not come back within its lease.

        Own columns only: the claiming UPDATE must not join (PostgreSQL would let two workers win).
        """
        queued = Q(status=Delivery.Status.QUEUED, due_at__lte=now)
        lapsed = Q(status=Delivery.Status.SENDING, leased_until__lte=now)
        return self.filter(queued | lapsed)

    def unrung(self, since: datetime) -> Self:
        """Deliveries whose bell was never rung, or so long ago that it must be lost."""
        return self.filter(Q(rung_at__isnull=True) | Q(rung_at__lte=since))

    def not_in_hand(self) -> list[int]:
        """Ids of those nobody else is changing now, locked; inside a transaction.

        A claim holds a delivery while it asks for the destination, so who has the destination must
        not wait for a delivery.
        """
        return list(self.select_for_update(skip_locked=True).values_list("pk", flat=True))

    def reached(self) -> Self:
        """Deliveries after which the outlet has, or may have, the item."""
        arrived = Q(status__in=[Delivery.Status.DELIVERED, Delivery.Status.SENDING])
        return self.filter(arrived | Q(uncertain=True) | Q(taken_over_by__isnull=False))

    def latest_owed(self) -> Self:
        """Queued or failed deliveries of editions that no newer one has followed."""
        newer = Edition.objects.filter(release=OuterRef("release"), number__gt=OuterRef("number"))
        return self.filter(~Exists(newer), status__in=Delivery.STEERABLE)

    def open_withdrawals(self) -> Self:
        """Withdrawals whose removal nobody has answered for yet."""
        owed = [Delivery.Status.QUEUED, Delivery.Status.SENDING, Delivery.Status.FAILED]
        return self.filter(edition__kind=Edition.Kind.WITHDRAWAL, status__in=owed)


class Delivery(models.Model):
    """One edition owed to one destination.

    ``release`` and ``number`` repeat the edition's so that order and exclusion need no join.
    ``uncertain``: some attempt may have arrived without a receipt. ``lease`` names the holder;
    only it may settle. ``tries`` counts the rungs of the retry ladder and begins anew when a person
    asks for another try; the attempts keep their own numbers. ``rung_at``: when a worker was last
    told of it. ``taken_over_by``: who settles it with the outlet by hand.
    """

    class Status(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("delivery", "Queued")
        SENDING = "sending", pgettext_lazy("delivery", "Sending")
        DELIVERED = "delivered", pgettext_lazy("delivery", "Delivered")
        FAILED = "failed", pgettext_lazy("delivery", "Failed")
        SUPERSEDED = "superseded", pgettext_lazy("delivery", "Superseded")
        NOT_NEEDED = "not_needed", pgettext_lazy("delivery", "Not needed")

    #: What a person may try again or take over; all others are on the road or done with.
    STEERABLE = frozenset({Status.QUEUED, Status.FAILED})

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="deliveries", verbose_name=_("edition")
    )
    destination = models.ForeignKey(
        Destination, models.PROTECT, related_name="deliveries", verbose_name=_("destination")
    )
    release = models.ForeignKey(
        Release, models.PROTECT, related_name="deliveries", verbose_name=_("release")
    )
    number = models.PositiveIntegerField(_("edition number"))
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.QUEUED
    )
    due_at = models.DateTimeField(_("due at"))
    leased_until = models.DateTimeField(null=True)
    lease = models.CharField(max_length=32, blank=True)
    tries = models.PositiveIntegerField(_("tries"), default=0)
    uncertain = models.BooleanField(default=False)
    reason = models.TextField(_("reason"), blank=True)
    rung_at = models.DateTimeField(null=True)
    taken_over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("taken over by"),
        null=True,
    )
    settled_at = models.DateTimeField(_("settled at"), null=True)
    created_at = models.DateTimeField()

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "destination"], name="delivery_is_owed_once"
            ),
            models.UniqueConstraint(
                fields=["release", "destination"],
                condition=Q(status="sending"),
                name="delivery_one_in_flight_a_release_and_destination",
            ),
            models.CheckConstraint(
                name="delivery_status_is_known",
                condition=Q(
                    status__in=[
                        *("queued", "sending", "delivered"),
                        *("failed", "superseded", "not_needed"),
                    ]
                ),
            ),
            models.CheckConstraint(
                name="delivery_lease_while_sending",
                condition=(Q(status="sending", leased_until__isnull=False) & ~Q(lease=""))
                | (~Q(status="sending") & Q(leased_until__isnull=True, lease="")),
            ),
            models.CheckConstraint(
                name="delivery_settled_has_its_hour",
                condition=Q(status__in=["queued", "sending"], settled_at__isnull=True)
                | (~Q(status__in=["queued", "sending"]) & Q(settled_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="delivery_taken_over_is_no_longer_owed",
                condition=Q(taken_over_by__isnull=True) | Q(status="not_needed"),
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(status="queued"), name="delivery_due"),
            models.Index(
                fields=["leased_until"], condition=Q(status="sending"), name="delivery_leased"
            ),
            # The desk's first page asks for the oldest of these, for everybody who enters.
            models.Index(
                fields=["settled_at"], condition=Q(status="failed"), name="delivery_failed"
            ),
            models.Index(fields=["release", "destination", "number"], name="delivery_in_order"),
        ]

    def __str__(self) -> str:
        return _("edition %(number)s for %(destination)s") % {
            "number": self.number,
            "destination": self.destination,
        }

    @property
    def receipt_if_any(self) -> "Receipt | None":
        """The outlet's word; ``receipt`` itself raises where there is none yet."""
        return getattr(self, "receipt", None)


class Attempt(models.Model):
    """One try of a delivery and how it ended."""

    class Outcome(models.TextChoices):
        UNDER_WAY = "under_way", pgettext_lazy("attempt", "Under way")
        DELIVERED = "delivered", pgettext_lazy("attempt", "Delivered")
        TRY_LATER = "try_later", pgettext_lazy("attempt", "Try later")
        REFUSED = "refused", pgettext_lazy("attempt", "Refused")
        BROKEN = "broken", pgettext_lazy("attempt", "Our own error")
        LOST = "lost", pgettext_lazy("attempt", "Worker lost")

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="attempts")
    number = models.PositiveIntegerField(_("try"))
    outcome = models.CharField(
        _("outcome"), max_length=10, choices=Outcome.choices, default=Outcome.UNDER_WAY
    )
    message = models.TextField(_("message"), blank=True)
    http_status = models.PositiveSmallIntegerField(_("HTTP status"), null=True)
    started_at = models.DateTimeField(_("begun at"))
    finished_at = models.DateTimeField(_("ended at"), null=True)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["delivery", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["delivery", "number"], name="attempt_number_is_unique_a_delivery"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.get_outcome_display()}"


class Receipt(models.Model):
    """The outlet's word that it has the edition, with its own id and address of the item."""

    delivery = models.OneToOneField(Delivery, models.CASCADE, related_name="receipt")
    remote_id = models.CharField(max_length=200)
    remote_url = models.URLField(max_length=500, blank=True)
    media = models.JSONField(default=list)
    note = models.CharField(max_length=300, blank=True)
    removal_verified = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")

    def __str__(self) -> str:
        return self.remote_url or self.remote_id
