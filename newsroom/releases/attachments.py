"""Attachments beside the text: read an upload, carry it with an edition, tell it in a content.

Attaching, titling and removing are edits of the working text and live in newsroom.releases.actions.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from newsroom.lib import documents

from .content import Content
from .models import Attachment, Edition
from .models.attachments import file_name


def read(upload: "UploadedFile[bytes]") -> documents.Bare:
    """The document in an upload, bare. Costs up to some seconds: call it outside transactions.

    Raises a subclass of documents.Unusable whose text tells the person what to do.
    """
    claim = documents.Claim(upload.name or "", upload.content_type or "")
    return documents.read(upload.open(), bytes_most=settings.ATTACHMENT_BYTES_MOST, claim=claim)


def carry(edition: Edition, told: Sequence[Content], *, at: datetime) -> None:
    """Make exactly the attachments the edition tells of public, and no others of its release.

    Called inside the transaction that cuts the edition. An address once given stays the same.
    """
    titles = {one["id"]: one["title"] for one in told}
    all_rows = Attachment.objects.filter(release_id=edition.release_id)
    all_rows.exclude(pk__in=titles).update(public_since=None)
    for row in all_rows.filter(pk__in=titles).defer("text"):
        row.token = row.token or secrets.token_hex(16)
        row.public_since = row.public_since or at
        row.public_name = file_name(titles[row.pk], row.format)
        row.save(update_fields=["token", "public_since", "public_name"])
