"""A destination: an outlet, how it is reached, what it wants, and how it fares."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from facilities.models import Facility, Programme, Region
from newsroom.press.models import Outlet
from newsroom.releases.models import Topic


class DestinationQuerySet(models.QuerySet["Destination"]):
    """Query words for destinations."""

    def open(self) -> Self:
        """Destinations that are in use."""
        return self.filter(active=True)


class Destination(models.Model):
    """Outlet + transport + format + settings.

    ``settings`` holds the plain settings by name, ``credentials`` the secret ones as one encrypted
    JSON object (newsroom.lib.vault). An empty filter takes everything; a filled one takes releases
    that match each of the filled kinds. ``previous_secret_until``: how long a changed signing
    secret is still used beside the new one.
    """

    outlet = models.ForeignKey(
        Outlet, models.PROTECT, related_name="destinations", verbose_name=_("outlet")
    )
    name = models.CharField(_("name"), max_length=120)
    transport = models.CharField(_("transport"), max_length=20)
    format = models.CharField(_("format"), max_length=20)
    settings = models.JSONField(default=dict, blank=True)
    credentials = models.BinaryField(default=b"", editable=False)
    previous_secret_until = models.DateTimeField(null=True, editable=False)

    regions = models.ManyToManyField(
        Region, related_name="+", verbose_name=_("regions"), blank=True
    )
    facilities = models.ManyToManyField(
        Facility, related_name="+", verbose_name=_("facilities"), blank=True
    )
    programmes = models.ManyToManyField(
        Programme, related_name="+", verbose_name=_("programmes"), blank=True
    )
    topics = models.ManyToManyField(Topic, related_name="+", verbose_name=_("topics"), blank=True)

    active = models.BooleanField(_("in use"), default=True)
    stopped_reason = models.CharField(
        _("why it was switched off"), max_length=300, blank=True, editable=False
    )
    failures_in_a_row = models.PositiveIntegerField(
        _("failures in a row"), default=0, editable=False
    )
    failing_since = models.DateTimeField(_("failing since"), null=True, editable=False)
    resting_until = models.DateTimeField(_("resting until"), null=True, editable=False)
    last_success_at = models.DateTimeField(_("last success at"), null=True, editable=False)
    created_at = models.DateTimeField(editable=False)

    objects = DestinationQuerySet.as_manager()

    class Meta:
        verbose_name = _("destination")
        verbose_name_plural = _("destinations")
        ordering = ["outlet__name", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["outlet", "name"], name="destination_name_is_unique_an_outlet"
            ),
            models.CheckConstraint(
                name="destination_failing_since_counts_failures",
                condition=Q(failures_in_a_row=0, failing_since__isnull=True)
                | Q(failures_in_a_row__gt=0, failing_since__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outlet} ({self.name})"
