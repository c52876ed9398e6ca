"""The verbs for photos."""

import secrets
from collections.abc import Collection
from datetime import datetime

from .models import Edition, Photo


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
