"""The release as a living thing: its working text, its status, and what readers see of it."""

import uuid
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from facilities.models import Facility, Programme
from newsroom.contributors.models import Contributor


class Status(models.TextChoices):
    """Where the working text stands. What readers see is ``Release.live_edition``."""

    DRAFT = "draft", pgettext_lazy("status", "Draft")
    IN_REVIEW = "in_review", pgettext_lazy("status", "In review")
    APPROVED = "approved", pgettext_lazy("status", "Approved")
    SCHEDULED = "scheduled", pgettext_lazy("status", "Scheduled")
    PUBLISHED = "published", pgettext_lazy("status", "Published")
    WITHDRAWN = "withdrawn", pgettext_lazy("status", "Withdrawn")
    SPIKED = "spiked", pgettext_lazy("status", "Spiked")


class Risk(models.TextChoices):
    """How carefully a release must be approved; each needs at least the desk named in workflow."""

    ROUTINE = "routine", pgettext_lazy("risk", "Routine")
    SENSITIVE = "sensitive", pgettext_lazy("risk", "Sensitive")
    CRITICAL = "critical", pgettext_lazy("risk", "Critical")


class Topic(models.Model):
    """A tag of the newsroom. Its risk is the least that any release with it carries."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    risk = models.CharField(
        _("least risk"), max_length=9, choices=Risk.choices, default=Risk.ROUTINE
    )
    never_urgent = models.BooleanField(
        _("never before approval"),
        default=False,
        help_text=_("Children and deaths: no urgent publication before the second approval."),
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


#: What lists, feeds and archives may show; the hot indexes are cut to it.
READABLE = Q(live_edition__isnull=False, held_at__isnull=True) & ~Q(status="withdrawn")


class ReleaseQuerySet(models.QuerySet["Release"]):
    """Query words for releases; each adds one idea."""

    def lock(self, pk: int) -> "Release":
        """The row, locked until the transaction ends (SQLite's transactions exclude anyway)."""
        return self.select_for_update().get(pk=pk)

    def public(self) -> Self:
        """What readers may see: a live edition, not held. Tombstones are included."""
        return self.filter(live_edition__isnull=False, held_at__isnull=True)

    def readable(self) -> Self:
        """Public and not withdrawn: what lists, feeds and archives show."""
        return self.filter(READABLE)

    def due(self, now: datetime) -> Self:
        """Scheduled releases whose hour has come and that nobody holds."""
        return self.filter(
            status=Status.SCHEDULED, scheduled_at__lte=now, held_at__isnull=True
        ).exclude(embargo_until__gt=now)

    def at(self, facility: Facility) -> Self:
        """Releases of one facility."""
        return self.filter(facility=facility)

    def newest(self) -> Self:
        """Latest published first; a keyset order, so pages stay stable."""
        return self.order_by("-first_published_at", "-pk")


class Release(models.Model):
    """One press release. Its columns are the working text; editions are what was published.

    ``first_published_at`` is denormalised from edition 1 so that lists read one index. From the
    newest revision: ``concerns_children`` (the child gate applies) and ``names_wards`` (somebody in
    custody is declared), which raise the risk.
    """

    guid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    facility = models.ForeignKey(
        Facility, models.PROTECT, related_name="releases", verbose_name=_("facility")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="releases",
        verbose_name=_("written by"),
    )
    status = models.CharField(
        _("status"), max_length=9, choices=Status.choices, default=Status.DRAFT, editable=False
    )

    headline = models.CharField(_("headline"), max_length=200, blank=True)
    lead = models.TextField(_("lead"), max_length=600, blank=True)
    body = models.TextField(_("body"), blank=True)
    dateline_place = models.CharField(_("dateline place"), max_length=80, blank=True)
    event_date = models.DateField(_("day of the event"), null=True, blank=True)
    ednote = models.TextField(_("note to editors at the outlets"), max_length=1000, blank=True)
    contributors = models.ManyToManyField(
        Contributor, related_name="releases", verbose_name=_("bylines"), blank=True
    )
    programmes = models.ManyToManyField(
        Programme, related_name="releases", verbose_name=_("programmes"), blank=True
    )
    topics = models.ManyToManyField(
        Topic, related_name="releases", verbose_name=_("topics"), blank=True
    )
    language = models.CharField(_("language"), max_length=5, default="id", editable=False)
    risk = models.CharField(_("risk"), max_length=9, choices=Risk.choices, default=Risk.ROUTINE)
    concerns_children = models.BooleanField(default=False, editable=False)
    names_wards = models.BooleanField(default=False, editable=False)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    change_kind = models.CharField(max_length=10, blank=True, editable=False)
    change_note = models.TextField(_("note on the change"), max_length=500, blank=True)

    slug = models.SlugField(_("slug"), max_length=120, editable=False, blank=True)
    revision_number = models.PositiveIntegerField(default=0, editable=False)
    approved_revision = models.ForeignKey(
        "Revision", models.PROTECT, related_name="+", null=True, editable=False
    )
    live_edition = models.ForeignKey(
        "Edition", models.PROTECT, related_name="+", null=True, editable=False
    )
    first_published_at = models.DateTimeField(null=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    status_at = models.DateTimeField(_("since"), editable=False)
    scheduled_at = models.DateTimeField(_("scheduled for"), null=True, editable=False)
    held_at = models.DateTimeField(_("held since"), null=True, editable=False)
    countersign_by = models.DateTimeField(_("countersign by"), null=True, editable=False)
    created_at = models.DateTimeField(_("created at"), editable=False)
    updated_at = models.DateTimeField(_("changed at"), editable=False)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        constraints = [
            models.CheckConstraint(
                name="release_status_is_known", condition=Q(status__in=Status.values)
            ),
            models.CheckConstraint(name="release_risk_is_known", condition=Q(risk__in=Risk.values)),
            models.CheckConstraint(
                name="release_scheduled_names_its_hour",
                condition=Q(status="scheduled", scheduled_at__isnull=False)
                | (~Q(status="scheduled") & Q(scheduled_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="release_in_review_names_who_submitted",
                condition=Q(submitted_by__isnull=False)
                | ~Q(status__in=["in_review", "approved", "scheduled"]),
            ),
            models.CheckConstraint(
                name="release_approved_pins_a_revision",
                condition=Q(approved_revision__isnull=False)
                | ~Q(status__in=["approved", "scheduled"]),
            ),
            models.CheckConstraint(
                name="release_published_has_an_edition",
                condition=Q(live_edition__isnull=False, first_published_at__isnull=False)
                | ~Q(status__in=["published", "withdrawn"]),
            ),
            models.CheckConstraint(
                name="release_live_edition_has_its_first_hour",
                condition=Q(live_edition__isnull=True, first_published_at__isnull=True)
                | Q(live_edition__isnull=False, first_published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="release_spiked_was_never_published",
                condition=~Q(status="spiked") | Q(live_edition__isnull=True),
            ),
            models.CheckConstraint(
                name="release_draft_pins_no_revision",
                condition=Q(approved_revision__isnull=True)
                | Q(status__in=["approved", "scheduled", "published"]),
            ),
            models.CheckConstraint(
                name="release_that_ended_is_not_held",
                condition=Q(held_at__isnull=True) | ~Q(status__in=["withdrawn", "spiked"]),
            ),
            models.CheckConstraint(
                name="release_countersigned_is_before_readers",
                condition=Q(countersign_by__isnull=True)
                | (Q(live_edition__isnull=False) & ~Q(status="withdrawn")),
            ),
            models.CheckConstraint(
                name="release_change_kind_is_known",
                condition=Q(change_kind="")
                | Q(change_kind__in=["update", "correction"], live_edition__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=~Q(slug=""), name="release_slug_is_unique"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-status_at"], name="release_by_status"),
            models.Index(fields=["-status_at", "-id"], name="release_by_age"),
            models.Index(fields=["facility", "status"], name="release_by_facility_status"),
            models.Index(
                fields=["scheduled_at"],
                condition=Q(status="scheduled"),
                name="release_scheduled",
            ),
            models.Index(
                fields=["countersign_by"],
                condition=Q(countersign_by__isnull=False),
                name="release_uncountersigned",
            ),
            models.Index(
                fields=["-first_published_at", "-id"],
                condition=READABLE,
                name="release_public_newest",
            ),
            models.Index(
                fields=["facility", "-first_published_at", "-id"],
                condition=READABLE,
                name="release_public_by_facility",
            ),
        ]

    def __str__(self) -> str:
        return self.headline or str(_("Untitled release"))

    def get_absolute_url(self) -> str:
        """The public page; only a release that was published has a slug."""
        return reverse("public:release", args=[self.slug])

    @property
    def is_held(self) -> bool:
        """Whether somebody asked to wait."""
        return self.held_at is not None
