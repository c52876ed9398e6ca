"""The attachments on the writing page: their titles, and new ones taken in."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from newsroom.contributors.models import User
from newsroom.lib.documents import Unusable
from newsroom.releases import actions, attachments, refusals
from newsroom.releases.models import Attachment, Release


class AttachmentForm(forms.ModelForm):  # type: ignore[type-arg]
    """The title of one attachment, and whether it goes."""

    removed = forms.BooleanField(label=_("Remove this attachment"), required=False)

    class Meta:
        model = Attachment
        fields = ["title"]
        help_texts = {"title": _("What it is, as readers see it: “Rundown of the graduation”.")}

    def _post_clean(self) -> None:
        """Leave the instance alone: the verbs for attachments write it."""


def forms_of(release: Release, typed: Mapping[str, Any] | None = None) -> list[AttachmentForm]:
    """A form for each attachment of the working text; those the person did not have open stay."""
    return [
        AttachmentForm(_typed_for(one, typed), instance=one, prefix=_prefix(one))
        for one in release.attachments.kept().defer("text")
    ]


def save(strip: Iterable[AttachmentForm], *, by: User, at: datetime) -> None:
    """Write what changed: titles, and attachments that go. Raises a Refusal."""
    for form in strip:
        if not form.is_bound or not form.has_changed():
            continue
        if form.cleaned_data["removed"]:
            actions.remove_document(form.instance, by=by, at=at)
        else:
            actions.title_document(form.instance, form.cleaned_data["title"], by=by, at=at)


def typed(strip: Iterable[AttachmentForm], saved: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The attachments of a content with the titles typed for them, good or not."""
    sent = {form.instance.pk: form["title"].value() or "" for form in strip if form.is_bound}
    return [one | {"title": " ".join(sent.get(one["id"], one["title"]).split())} for one in saved]


def take_in(
    release: Release, uploads: "Iterable[UploadedFile[bytes]]", *, by: User, at: datetime
) -> list[str]:
    """Attach each upload by itself; a sentence, with the file's name, for each that is refused."""
    refused = []
    for upload in uploads:
        try:
            actions.attach_document(release, attachments.read(upload), by=by, at=at)
        except (Unusable, refusals.Refusal) as reason:
            refused.append(f"{upload.name}: {reason}")
    return refused


def _prefix(one: Attachment) -> str:
    return f"attachment-{one.pk}"


def _typed_for(one: Attachment, typed: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    return typed if typed is not None and f"{_prefix(one)}-title" in typed else None
