"""What stands beside the text on the writing page: its photos and its attachments."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest

from newsroom.contributors.models import User
from newsroom.releases.content import Content
from newsroom.releases.models import Release

from . import attachment_strip, photo_strip
from .attachment_strip import AttachmentForm
from .forms import PhotoForm


class Strips:
    """A form for each photo and for each attachment, filled with what was typed where the person
    had it open. Neither is fetched before it is asked for."""

    def __init__(self, release: Release, typed: Mapping[str, Any] | None = None) -> None:
        self._release = release
        self._typed = typed

    @cached_property
    def photos(self) -> list[PhotoForm]:
        """The photos of the working text."""
        return photo_strip.forms(self._release, self._typed)

    @cached_property
    def attachments(self) -> list[AttachmentForm]:
        """The attachments of the working text."""
        return attachment_strip.forms_of(self._release, self._typed)

    def are_valid(self) -> bool:
        """Whether every form the person sent holds good."""
        forms: list[BaseForm] = [*self.photos, *self.attachments]
        invalid = [form for form in forms if form.is_bound and not form.is_valid()]
        return not invalid

    def save(self, release: Release, *, by: User, at: datetime) -> None:
        """Write what changed. Raises a Refusal."""
        photo_strip.save(release, self.photos, by=by, at=at)
        attachment_strip.save(self.attachments, by=by, at=at)

    def typed(self, saved: Content) -> Content:
        """Photos and attachments of a content with the words typed for them."""
        told = {"photos": photo_strip.typed(self.photos, saved["photos"])}
        if "attachments" in saved:
            told["attachments"] = attachment_strip.typed(self.attachments, saved["attachments"])
        return told


def take_in(request: HttpRequest, release: Release, *, by: User, at: datetime) -> list[str]:
    """Take every upload of the page in; a sentence, with the file's name, for each refused."""
    files: Any = request.FILES
    refused = photo_strip.take_in(release, files.getlist("photos"), by=by, at=at)
    papers = files.getlist("attachments")
    return refused + attachment_strip.take_in(release, papers, by=by, at=at)
