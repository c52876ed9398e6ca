"""Documents and sound of the working text: attach, title, remove. Each is an edit of the text."""

import secrets
from datetime import datetime

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from newsroom.contributors.models import User
from newsroom.lib.documents import Bare
from newsroom.releases import refusals
from newsroom.releases.models import Attachment, Release

from .editing import editable, settle

#: Characters of one document that are checked; a longer one is not taken.
TEXT_MOST = 100_000


@transaction.atomic
def attach_document(
    release: Release, bare: Bare, *, by: User, at: datetime, title: str = ""
) -> Attachment:
    """Add a document, read before by newsroom.releases.attachments.read, behind the others.

    The same document twice in one text is one. Raises OutOfScope, StepNotLawful, TooManyAttached,
    TooMuchToCheck.
    """
    release = editable(release, by=by)
    twin = release.attachments.kept().filter(checksum=bare.checksum).first()
    if twin is not None:
        return twin
    if len(bare.text) > TEXT_MOST:
        raise refusals.TooMuchToCheck
    others = list(release.attachments.kept().defer("text"))
    if len(others) >= settings.ATTACHMENTS_MOST:
        raise refusals.TooManyAttached(settings.ATTACHMENTS_MOST)
    row = Attachment(
        release=release,
        position=others[-1].position + 1 if others else 0,
        title=_one_line(title),
        format=bare.format.name,
        checksum=bare.checksum,
        size=len(bare.content),
        text=bare.text.replace("\x00", ""),
        pictures=bare.pictures,
        uploaded_at=at,
    )
    # Nobody can guess the folder, and it tells neither the release nor the later token.
    row.file.save(
        f"{secrets.token_hex(16)}/lampiran{bare.format.suffix}", ContentFile(bare.content)
    )
    settle(release, by=by, at=at)
    return row


@transaction.atomic
def title_document(attachment: Attachment, title: str, *, by: User, at: datetime) -> Attachment:
    """Set the title. Raises OutOfScope, StepNotLawful, AttachmentGone."""
    release = editable(attachment.release, by=by)
    attachment = _kept(release, attachment)
    attachment.title = _one_line(title)
    attachment.save(update_fields=["title"])
    settle(release, by=by, at=at)
    return attachment


@transaction.atomic
def remove_document(attachment: Attachment, *, by: User, at: datetime) -> Release:
    """Take it out of the working text; the file stays, readers of an edition need it."""
    release = editable(attachment.release, by=by)
    attachment = _kept(release, attachment)
    attachment.removed_at = at
    attachment.save(update_fields=["removed_at"])
    return settle(release, by=by, at=at)


def _kept(release: Release, attachment: Attachment) -> Attachment:
    found = release.attachments.kept().filter(pk=attachment.pk).first()
    if found is None:
        raise refusals.AttachmentGone
    return found


def _one_line(title: str) -> str:
    return " ".join(title.split())[:120]
