"""Photos of a release and the files made from them."""

from django.core.files.storage import storages
from django.core.files.storage.base import Storage
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .releases import Release


def private_storage() -> Storage:
    """Where pictures lie; nothing in it has a URL of its own."""
    return storages["private"]


class Photo(models.Model):
    """An uploaded photo, already turned upright, re-encoded and without metadata.

    ``token`` is given when an edition first carries the photo and is part of its public address;
    until then it is NULL and the photo has no public URL at all; ``public_since`` is set only while
    the live edition carries it. ``focal_x`` and ``focal_y`` run
    from 0 (left, top) to 1.
    """

    release = models.ForeignKey(Release, models.CASCADE, related_name="photos")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    file = models.FileField(_("photo"), storage=private_storage, max_length=200)
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
    removed_at = models.DateTimeField(null=True, editable=False)
    uploaded_at = models.DateTimeField(editable=False)

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
        ]
        indexes = [
            models.Index(
                fields=["uploaded_at"],
                condition=Q(rendered_at__isnull=True),
                name="photo_unrendered",
            )
        ]

    def __str__(self) -> str:
        return self.caption or f"{self.release_id}/{self.pk}"


class Rendition(models.Model):
    """One file made from a photo: a format at a width."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="renditions")
    extension = models.CharField(max_length=4)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    file = models.FileField(storage=private_storage, max_length=200)

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
        return f"{self.photo_id}-{self.width}.{self.extension}"
