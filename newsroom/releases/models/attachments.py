"""Documents and sound that readers may take along with a release."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from newsroom.lib.documents import FORMATS, Format

from .photos import private_storage
from .releases import Release

_FORMATS = {one.name: one for one in FORMATS}


def file_name(title: str, format_name: str) -> str:
    """What a reader's copy is called: by its title, never by what somebody called it at home."""
    return f"{slugify(title)[:80].strip('-') or 'lampiran'}{_FORMATS[format_name].suffix}"


def format_named(name: str) -> Format:
    """The format of that name: how it is spelled in rows and contents."""
    return _FORMATS[name]


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Query words for attachments."""

    def kept(self) -> Self:
        """Attachments of the working text."""
        return self.filter(removed_at__isnull=True)

    def public(self) -> Self:
        """Those the live edition of a release carries, unless somebody holds it."""
        return self.filter(
            public_since__isnull=False,
            release__live_edition__isnull=False,
            release__held_at__isnull=True,
        ).exclude(release__status="withdrawn")


class Attachment(models.Model):
    """A document or recording beside the text, made anew without metadata.

    File, format, ``text`` (the words that can be read in it) and ``pictures`` (how many images it
    holds) never change, so a content names them by the checksum. ``token`` and ``public_since``
    are as those of Photo; ``public_name`` is the file's name under the title of the live edition,
    as ``title`` belongs to the working text.
    """

    release = models.ForeignKey(Release, models.CASCADE, related_name="attachments")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("title"), max_length=120, blank=True)
    format = models.CharField(max_length=4, editable=False)
    file = models.FileField(storage=private_storage, max_length=200, editable=False)
    checksum = models.CharField(max_length=64, editable=False)
    size = models.PositiveIntegerField(editable=False)
    text = models.TextField(blank=True, editable=False)
    pictures = models.PositiveIntegerField(default=0, editable=False)
    token = models.CharField(max_length=32, unique=True, null=True, editable=False)  # noqa: DJ001
    public_name = models.CharField(max_length=90, blank=True, editable=False)
    public_since = models.DateTimeField(null=True, editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)
    uploaded_at = models.DateTimeField(editable=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="attachment_format_is_known", condition=Q(format__in=sorted(_FORMATS))
            ),
            models.CheckConstraint(name="attachment_has_bytes", condition=Q(size__gt=0)),
            models.CheckConstraint(
                name="attachment_public_has_a_token_and_a_name",
                condition=Q(public_since__isnull=True)
                | (Q(token__isnull=False) & ~Q(public_name="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.release_id}/{self.pk}"

    @property
    def kind(self) -> Format:
        """Its format with suffix and content type."""
        return _FORMATS[self.format]
