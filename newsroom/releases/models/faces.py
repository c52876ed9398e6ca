"""Faces in photos: where they are, whether they may be seen, and who looked at the original."""

from decimal import Decimal
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.lib.images import Box
from newsroom.safeguards.models import Consent

from .photos import Photo

_PLACES = Decimal("0.00001")
#: SQLite adds decimals as floats: two shares that make a whole may come out a hair above it.
_WHOLE = Decimal("1.000001")


class FaceQuerySet(models.QuerySet["Face"]):
    """Query words for faces."""

    def kept(self) -> Self:
        """Faces that nobody has taken away."""
        return self.filter(removed_at__isnull=True)

    def open(self) -> Self:
        """Faces that nobody has answered for."""
        return self.kept().filter(answer="")


class Face(models.Model):
    """One face in a photo, found by the detector or marked by a person.

    The box is in shares 0 to 1 of the upright photo, from its top left corner. Only a face whose
    answer is one of ``SEEN`` is visible in files made from the photo; one that nobody has answered
    for is blurred like one answered "blur".
    """

    class Source(models.TextChoices):
        """Who noticed it."""

        DETECTED = "detected", pgettext_lazy("face", "Found by the service")
        PERSON = "person", pgettext_lazy("face", "Marked by a person")

    class Answer(models.TextChoices):
        """What a person said of it."""

        OPEN = "", pgettext_lazy("face", "Not answered yet")
        STAFF = "staff", pgettext_lazy("face", "Staff on duty")
        PUBLIC_FIGURE = "public_figure", pgettext_lazy("face", "Public figure")
        CONSENT = "consent", pgettext_lazy("face", "Consent on file")
        BLUR = "blur", pgettext_lazy("face", "Blur")

    #: Answers that let a face be seen.
    SEEN = frozenset({Answer.STAFF, Answer.PUBLIC_FIGURE, Answer.CONSENT})

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="faces")
    x = models.DecimalField(max_digits=6, decimal_places=5)
    y = models.DecimalField(max_digits=6, decimal_places=5)
    width = models.DecimalField(max_digits=6, decimal_places=5)
    height = models.DecimalField(max_digits=6, decimal_places=5)
    source = models.CharField(max_length=8, choices=Source.choices)
    answer = models.CharField(max_length=13, choices=Answer.choices, blank=True, default="")
    consent = models.ForeignKey(
        Consent, models.PROTECT, related_name="faces", null=True, verbose_name=_("consent")
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    answered_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects = FaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("face")
        verbose_name_plural = _("faces")
        ordering = ["y", "x", "pk"]
        constraints = [
            models.CheckConstraint(
                name="face_lies_inside_the_photo",
                condition=Q(x__gte=0, y__gte=0, width__gt=0, height__gt=0)
                & Q(width__lte=_WHOLE - F("x"), height__lte=_WHOLE - F("y")),
            ),
            models.CheckConstraint(
                name="face_answer_is_known",
                condition=Q(answer__in=["", "staff", "public_figure", "consent", "blur"]),
            ),
            models.CheckConstraint(
                name="face_source_is_known", condition=Q(source__in=["detected", "person"])
            ),
            models.CheckConstraint(
                name="face_answered_names_who",
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="face_shown_by_consent_names_it",
                condition=Q(answer="consent", consent__isnull=False)
                | (~Q(answer="consent") & Q(consent__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.photo_id}: {self.get_answer_display()}"

    @property
    def box(self) -> Box:
        """Where it is."""
        return Box(float(self.x), float(self.y), float(self.width), float(self.height))

    @box.setter
    def box(self, box: Box) -> None:
        """Kept inside the photo; a box that has no part in it becomes a speck at its edge."""
        inside = box.clipped()
        self.x, self.y = (min(_exact(one), 1 - _PLACES) for one in (inside.x, inside.y))
        self.width = min(max(_exact(inside.width), _PLACES), 1 - self.x)
        self.height = min(max(_exact(inside.height), _PLACES), 1 - self.y)

    @property
    def is_seen(self) -> bool:
        """Whether files made from the photo show it."""
        return self.answer in self.SEEN


class OriginalView(models.Model):
    """Somebody looked at a photo as it was taken; once a person and hour is enough to know."""

    photo = models.ForeignKey(Photo, models.PROTECT, related_name="views")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    hour = models.DateTimeField()
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("look at an original")
        verbose_name_plural = _("looks at originals")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "by", "hour"], name="original_view_is_written_once_an_hour"
            )
        ]

    def __str__(self) -> str:
        return f"{self.photo_id}: {self.by_id}"


def _exact(share: float) -> Decimal:
    return Decimal(share).quantize(_PLACES)
