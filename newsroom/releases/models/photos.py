"""Photos of a release and the files made from them."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.core.files.storage import storages
from django.core.files.storage.base import Storage
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .releases import Release


def private_storage() -> Storage:
    """Where the files made from photos lie; nothing in it has a URL of its own."""
    return storages["private"]


def sealed_storage() -> Storage:
    """Where the originals lie: encrypted, and never sent but by the view that records it."""
    return storages["sealed"]


#: A photo that could not be rendered, or searched for faces, so often waits for a person.
TRIES_MOST = 5


class PhotoQuerySet(models.QuerySet["Photo"]):
    """Query words for photos."""

    def kept(self) -> Self:
        """Photos of the working text."""
        return self.filter(removed_at__isnull=True)

    def awaiting_files(self, now: datetime) -> Self:
        """Photos whose renditions are owed, not being made, and not given up. No joins: claimed.

        Nothing is made of a photo before faces were looked for in it.
        """
        return self.kept().filter(
            rendered_at__isnull=True,
            render_due_at__lte=now,
            render_tries__lt=TRIES_MOST,
            faces_searched_at__isnull=False,
        )

    def given_up(self, now: datetime) -> Self:
        """Photos whose files could not be made; a person must look."""
        return self.kept().filter(
            rendered_at__isnull=True, render_due_at__lte=now, render_tries__gte=TRIES_MOST
        )

    def with_counts(self) -> Self:
        """Adds ``faces_kept`` and ``faces_open``: how many there are, and not answered for."""
        kept = Q(faces__removed_at__isnull=True)
        return self.annotate(
            faces_kept=models.Count("faces", filter=kept),
            faces_open=models.Count("faces", filter=kept & Q(faces__answer="")),
        )

    def awaiting_faces(self, now: datetime) -> Self:
        """Photos to be searched for faces, not being searched, not given up. No joins: claimed."""
        return self.unsearched(now).filter(faces_tries__lt=TRIES_MOST)

    def searched_in_vain(self, now: datetime) -> Self:
        """Photos whose last try at finding faces is over and of which nobody has been told yet."""
        return self.unsearched(now).filter(faces_tries__gte=TRIES_MOST)

    def unsearched(self, now: datetime) -> Self:
        """Photos in which faces are still to be looked for, and which nobody is looking at."""
        return self.kept().filter(
            faces_searched_at__isnull=True,
            faces_given_up_at__isnull=True,
            faces_due_at__lte=now,
        )


class Photo(models.Model):
    """An uploaded photo, already turned upright, re-encoded and without metadata, kept sealed.

    ``token`` is given when an edition first carries the photo and is part of its public address;
    until then it is NULL and the photo has no public URL at all; ``public_since`` is set only while
    the live edition carries it. ``focal_x`` and ``focal_y`` run from 0 (left, top) to 1.
    ``render_due_at`` is when rendering may next begin; while it runs, the end of its lease.
    ``render_key`` says of which boxes and words files are owed, ``rendered_key`` of which they are.

    ``faces_due_at`` is to the search for faces what render_due_at is to rendering; a person may
    take its place (``faces_detector`` is then empty). A photo with a token never changes any more:
    a new row ``replaces`` it in the working text. ``lettering``: boxes [x, y, width, height] in
    shares, as Face keeps them, of places where letters may be read.
    """

    release = models.ForeignKey(Release, models.CASCADE, related_name="photos")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    file = models.FileField(_("photo"), storage=sealed_storage, max_length=200, editable=False)
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
    render_key = models.CharField(max_length=33, blank=True, editable=False)
    rendered_key = models.CharField(max_length=33, blank=True, editable=False)
    faces_searched_at = models.DateTimeField(null=True, editable=False)
    faces_due_at = models.DateTimeField(editable=False)
    faces_tries = models.PositiveSmallIntegerField(default=0, editable=False)
    faces_given_up_at = models.DateTimeField(null=True, editable=False)
    faces_progress = models.PositiveSmallIntegerField(default=0, editable=False)
    faces_detector = models.CharField(max_length=80, blank=True, editable=False)
    lettering = models.JSONField(default=list, editable=False)
    lettering_seen_at = models.DateTimeField(null=True, editable=False)
    lettering_seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    replaces = models.ForeignKey(
        "self", models.PROTECT, related_name="replaced_by", null=True, editable=False
    )
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
            models.CheckConstraint(
                name="photo_search_is_over_or_given_up",
                condition=Q(faces_searched_at__isnull=True) | Q(faces_given_up_at__isnull=True),
            ),
            models.CheckConstraint(
                name="photo_progress_is_a_percentage", condition=Q(faces_progress__lte=100)
            ),
            models.CheckConstraint(
                name="photo_lettering_seen_names_who",
                condition=Q(lettering_seen_at__isnull=True, lettering_seen_by__isnull=True)
                | Q(lettering_seen_at__isnull=False, lettering_seen_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["faces_due_at"],
                condition=Q(faces_searched_at__isnull=True, faces_given_up_at__isnull=True),
                name="photo_unsearched",
            ),
            models.Index(
                fields=["render_due_at"],
                condition=Q(rendered_at__isnull=True),
                name="photo_unrendered",
            ),
        ]

    def __str__(self) -> str:
        return self.caption or f"{self.release_id}/{self.pk}"

    @property
    def is_showable(self) -> bool:
        """Whether the files at hand hide what must be hidden; their words may be older."""
        at_hand, owed = (key.partition("-")[0] for key in (self.rendered_key, self.render_key))
        return self.rendered_at is not None or (at_hand != "" and at_hand == owed)


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
