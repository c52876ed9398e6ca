"""Photos beside the text: read an upload, make its files, carry it with an edition.

Attaching and describing are edits of the working text and live in newsroom.releases.actions.
"""

import json
import logging
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F

from newsroom.lib import images, vault

from .content import Content
from .models import Edition, Photo, Rendition, Revision
from .owed import hidden_in, key_of, tags_of

logger = logging.getLogger(__name__)

#: Longer than Celery lets a task live: whoever held a lapsed lease is dead.
LEASE = timedelta(minutes=6)


def read(upload: "UploadedFile[bytes]") -> images.Upright:
    """The photo in an upload, upright and bare. Costs a second: call it outside transactions.

    Raises a subclass of images.Unusable whose text tells the person what to do.
    """
    limits = images.Limits(settings.PHOTO_BYTES_MOST, settings.PHOTO_PIXELS_MOST)
    claim = images.Claim(upload.name or "", upload.content_type or "")
    return images.read(upload.open(), limits, claim)


def carry(edition: Edition, photo_ids: Collection[int], *, at: datetime) -> None:
    """Make exactly these photos of the edition's release public, and no others.

    Called inside the transaction that cuts the edition. A photo keeps its token for ever, so an
    address once given stays the same.
    """
    all_photos = Photo.objects.filter(release_id=edition.release_id)
    all_photos.exclude(pk__in=photo_ids).update(public_since=None)
    for photo in all_photos.filter(pk__in=photo_ids, public_since=None):
        photo.token = photo.token or secrets.token_hex(16)
        photo.public_since = at
        photo.save(update_fields=["token", "public_since"])


def render(photo_id: int, *, at: datetime) -> bool:
    """Make the photo's files; False where others do or did, or where it failed and will be retried.

    Claimed by its own columns and held by a lease; the lease's end is also the time of the next
    try, and after TRIES_MOST the photo waits for a person.
    """
    until = at + LEASE
    waiting = Photo.objects.awaiting_files(at).filter(pk=photo_id)
    if not waiting.update(render_due_at=until, render_tries=F("render_tries") + 1):
        return False
    photo = Photo.objects.get(pk=photo_id)
    made: list[Rendition] = []
    try:
        key = _write_files(photo, made)
    except (OSError, vault.SealBroken):
        logger.exception("Photo %s could not be rendered", photo_id)
        _delete_files(made)
        return False
    return _settle(photo, made, key, until=until, at=at)


def _write_files(photo: Photo, made: list[Rendition]) -> str:
    """Write the files as the newest revision wants them, and return the key of what it wants.

    Adds a row, not yet saved, to ``made`` for each file that is written. A photo that was taken
    out of the text meanwhile is owed none.
    """
    content, entry = _on_record(photo)
    if entry is None:
        return ""
    folder = PurePosixPath(photo.file.name or "").parent
    with photo.file.open("rb") as original:
        master = original.read()
    for one in images.renditions(master, hidden_in(entry), tags_of(entry, content)):
        row = Rendition(
            photo=photo,
            extension=one.extension,
            width=one.width,
            height=one.height,
            size=len(one.content),
        )
        row.file.save(f"{folder}/{one.name}", ContentFile(one.content), save=False)
        made.append(row)
    return key_of(entry, content)


def _on_record(photo: Photo) -> tuple[Content, Content | None]:
    """The newest revision's content, and what it says of the photo."""
    newest = Revision.objects.filter(release=photo.release_id, number=F("release__revision_number"))
    content: Content = json.loads(newest.get().content)
    entries = (entry for entry in content["photos"] if entry["id"] == photo.pk)
    return content, next(entries, None)


def _settle(
    photo: Photo, made: list[Rendition], key: str, *, until: datetime, at: datetime
) -> bool:
    """Save the rows if the lease is still ours, else take our files away again.

    Files that were made before, for other boxes or words, go once the new ones are there.
    """
    with transaction.atomic():
        ours = Photo.objects.filter(
            pk=photo.pk, rendered_at=None, render_due_at=until, render_key=key
        )
        if ours.update(rendered_at=at, rendered_key=key):
            old = list(Rendition.objects.filter(photo=photo))
            Rendition.objects.filter(pk__in=[row.pk for row in old]).delete()
            Rendition.objects.bulk_create(made)
            transaction.on_commit(lambda: _delete_files(old), robust=True)
            return True
    _delete_files(made)
    return False


def _delete_files(made: list[Rendition]) -> None:
    for row in made:
        row.file.delete(save=False)
