"""What is written down about a release and never changed afterwards."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from facilities.models import Programme
from newsroom.contributors.models import Contributor

from .releases import Release, Topic


class Revision(models.Model):
    """One saved state of the working text.

    ``content`` is canonical JSON (newsroom.releases.content) and ``digest`` its SHA-256 in hex:
    approvals and editions refer to the text by this digest, byte for byte.
    """

    release = models.ForeignKey(Release, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    content = models.TextField()
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["release", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "number"], name="revision_number_is_unique_a_release"
            )
        ]

    def __str__(self) -> str:
        return f"{self.release_id}/{self.number}"


class Approval(models.Model):
    """A second person's word that a revision may leave, pinned to its digest.

    A voided approval stays as a record; ``countersigns`` marks the word given after an urgent
    publication. ``child_free``: signed that nothing in it leads to a child (UU 11/2012 art. 19).
    ``signed``: fingerprints of the findings the approver signed for.
    """

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="approvals")
    digest = models.CharField(max_length=64)
    level = models.CharField(max_length=8)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="approvals")
    at = models.DateTimeField(_("at"))
    countersigns = models.BooleanField(default=False)
    child_free = models.BooleanField(default=False)
    signed = models.JSONField(default=list)
    voided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["revision"],
                condition=Q(voided_at__isnull=True),
                name="approval_stands_once_a_revision",
            ),
            models.CheckConstraint(
                name="approval_free_of_children_is_no_units_word",
                condition=Q(child_free=False) | Q(level__in=["region", "national"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.revision}: {self.by}"


class EditionQuerySet(models.QuerySet["Edition"]):
    """Query words for editions."""

    def waiting(self) -> Self:
        """Editions the outlets have not been told of: syndication's to-do list."""
        return self.filter(fanned_out_at__isnull=True).order_by("pk")


class Edition(models.Model):
    """What we said: numbered, frozen, and cut from an approved revision byte for byte.

    A withdrawal has no revision: its ``content`` is the last edition's and only headline and place
    of it are ever shown. ``contributors``, ``programmes`` and ``topics`` are the content's,
    as rows, so that lists by them follow what was published and not the working text.
    """

    class Kind(models.TextChoices):
        FIRST = "first", _("First edition")
        UPDATE = "update", _("Update")
        CORRECTION = "correction", _("Correction")
        WITHDRAWAL = "withdrawal", _("Withdrawal")

    release = models.ForeignKey(Release, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="editions", null=True)
    content = models.TextField()
    digest = models.CharField(max_length=64)
    change_note = models.TextField(_("note on the change"), blank=True)
    published_at = models.DateTimeField(_("published at"))
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    fanned_out_at = models.DateTimeField(null=True)
    contributors = models.ManyToManyField(Contributor, related_name="editions")
    programmes = models.ManyToManyField(Programme, related_name="editions")
    topics = models.ManyToManyField(Topic, related_name="editions")

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["release", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "number"], name="edition_number_is_unique_a_release"
            ),
            models.CheckConstraint(
                name="edition_is_cut_from_a_revision_unless_withdrawal",
                condition=Q(kind="withdrawal", revision__isnull=True)
                | (~Q(kind="withdrawal") & Q(revision__isnull=False)),
            ),
            models.UniqueConstraint(
                fields=["release"],
                condition=Q(kind="withdrawal"),
                name="edition_withdraws_a_release_once",
            ),
            models.CheckConstraint(
                name="edition_kind_is_known",
                condition=Q(kind__in=["first", "update", "correction", "withdrawal"]),
            ),
            models.CheckConstraint(
                name="edition_one_is_the_first",
                condition=Q(kind="first", number=1) | (~Q(kind="first") & Q(number__gt=1)),
            ),
            models.CheckConstraint(
                name="edition_change_carries_a_note",
                condition=Q(kind="first") | ~Q(change_note=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=Q(fanned_out_at__isnull=True), name="edition_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.release_id}#{self.number}"


class Transition(models.Model):
    """One step of a release, linked by hash to the one before it in the whole newsroom."""

    sequence = models.BigIntegerField(unique=True)
    release = models.ForeignKey(Release, models.PROTECT, related_name="transitions")
    step = models.CharField(_("step"), max_length=20)
    from_status = models.CharField(max_length=9)
    to_status = models.CharField(max_length=9)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+", null=True)
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+", null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))
    note = models.TextField(_("note"), blank=True)
    previous_hash = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("transition")
        verbose_name_plural = _("transitions")
        ordering = ["sequence"]
        constraints = [
            models.CheckConstraint(
                name="transition_hash_moves_on", condition=~Q(hash=F("previous_hash"))
            )
        ]
        indexes = [models.Index(fields=["release", "sequence"], name="transition_by_release")]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.step}"


class AuditHead(models.Model):
    """The one row that names the newest transition, so that a cut-off tail is noticed too."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints = [
            models.CheckConstraint(name="audit_head_is_one_row", condition=Q(id=1)),
        ]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.hash[:12]}"
