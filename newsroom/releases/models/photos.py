"""Photos of a release and the files made from them."""

from datetime import datetime
from typing import Self

from django.core.files.storage import storages
from django.core.files.storage.base import Storage
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .releases import Release


def private_storage() -> Storage:
    """Where pictures lie; nothing in it has a URL of its own."""
    return storages["private"]


#: A photo that could not be rendered so often waits for a person.
TRIES_MOST = 5


class PhotoQuerySet(models.QuerySet["Photo"]):
    """Query words for photos."""

    def kept(self) -> Self:
        """Photos of the working text."""
        return self.filter(removed_at__isnull=True)

    def awaiting_files(self, now: datetime) -> Self:
        """Photos whose renditions are owed, not being made, and not given up. No joins: claimed."""
        return self.kept().filter(
            rendered_at__isnull=True, render_due_at__lte=now, render_tries__lt=TRIES_MOST
        )

    def given_up(self, now: datetime) -> Self:
        """Photos whose files could not be made; a person must look."""
        return self.kept().filter(
            rendered_at__isnull=True, render_due_at__lte=now, render_tries__gte=TRIES_MOST
        )


class Photo(models.Model):
    """An uploaded photo, already turned upright, re-encoded and without metadata.

    ``token`` is given when an edition first carries the photo and is part of its public address;
    until then it is NULL and the photo has no public URL at all; ``public_since`` is set only while
    the live edition carries it. ``focal_x`` and ``focal_y`` run from 0 (left, top) to 1.
    ``render_due_at`` is when rendering may next begin; while it runs, the end of its lease.
    """

    release = models.ForeignKey(Release, models.CASCADE, related_name="photos")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    file = models.FileField(_("photo"), storage=private_storage, max_length=200, editable=False)
    checksum = models.CharField(max_length=64, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    caption = models.CharField(_("caption"), max_length=400, blank=True)
    credit = models.CharField(_("credit"), max_length=120, blank=True)
    alt = models.CharField(_("alternative text"), max_length=250, blank=True)
    focal_x = models.DecimalField(max_digits=4, decimal_places=3, default="0.5")
    focal_y = models.DecimalField(max_digits=4, decimal_places=3, default="0.5")
    token = models.CharField(max_length=32, unique=True, null=True, editable=False)  # noqa: DJ001
    public_since = models.DateTimeField(null=True, editable=False)
    rendered_at = models.DateTimeField(null=True, editable=False)
    render_due_at = models.DateTimeField(editable=False)
    render_tries = models.PositiveSmallIntegerField(default=0, editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)
    uploaded_at = models.DateTimeField(editable=False)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="photo_focal_point_lies_inside",
                condition=Q(focal_x__range=(0, 1), focal_y__range=(0, 1)),
            ),
            models.CheckConstraint(name="photo_has_pixels", condition=Q(width__gt=0, height__gt=0)),
            models.CheckConstraint(
                name="photo_public_has_files_and_a_token",
                condition=Q(public_since__isnull=True)
                | Q(token__isnull=False, rendered_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["render_due_at"],
                condition=Q(rendered_at__isnull=True),
                name="photo_unrendered",
            )
        ]

    def __str__(self) -> str:
        return self.caption or f"{self.release_id}/{self.pk}"


class RenditionQuerySet(models.QuerySet["Rendition"]):
    """Query words for renditions."""

    def public(self) -> Self:
        """Files of photos that the live edition of a release carries, unless somebody holds it."""
        return self.filter(
            photo__public_since__isnull=False,
            photo__release__live_edition__isnull=False,
            photo__release__held_at__isnull=True,
        ).exclude(photo__release__status="withdrawn")

    def named(self, name: str) -> Self:
        """Files of that name, such as ``960.avif``."""
        width, _dot, extension = name.partition(".")
        if not (name.isascii() and width.isdigit() and extension.isalnum()) or len(width) > 5:
            return self.none()
        return self.filter(width=int(width), extension=extension)


class Rendition(models.Model):
    """One file made from a photo: a format at a width."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="renditions")
    extension = models.CharField(max_length=4)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    file = models.FileField(storage=private_storage, max_length=200)

    objects = RenditionQuerySet.as_manager()

    class Meta:
        ordering = ["photo", "width", "extension"]
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "extension", "width"], name="rendition_is_made_once"
            ),
            models.CheckConstraint(
                name="rendition_extension_is_known",
                condition=Q(extension__in=["avif", "webp", "jpg"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.photo_id}/{self.name}"

    @property
    def name(self) -> str:
        """The last part of its public address: ``960.avif``."""
        return f"{self.width}.{self.extension}"
