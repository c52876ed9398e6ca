"""Photos of the working text: attach, describe, arrange, remove. Each is an edit of the text.

Text beyond draft goes back to draft and loses its approval. After an edit the caller rings
newsroom.releases.tasks.prepare_soon; a lost bell is found by the sweep. A photo that was once
public never changes: a copy takes its place in the working text.
"""

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal

from django.core.files.base import ContentFile
from django.db import transaction

from newsroom.contributors.models import User
from newsroom.lib.images import Upright
from newsroom.releases import refusals
from newsroom.releases.models import Face, Photo, Release
from newsroom.releases.owed import succeed

from .editing import editable, settle

_MIDDLE = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Words:
    """What is told about a photo, and where its weight lies (0 is left and top, 1 the far end)."""

    caption: str = ""
    credit: str = ""
    alt: str = ""
    focal_x: Decimal = _MIDDLE
    focal_y: Decimal = _MIDDLE


@transaction.atomic
def attach(
    release: Release, upright: Upright, *, by: User, at: datetime, words: Words | None = None
) -> Photo:
    """Add a photo, read before by newsroom.releases.photos.read, behind the others.

    The same photo twice in one text is one photo: a second tap on the button does no harm.
    Raises OutOfScope, StepNotLawful.
    """
    release = editable(release, by=by)
    twin = release.photos.kept().filter(checksum=upright.checksum).first()
    if twin is not None:
        return twin
    last = release.photos.kept().last()
    photo = Photo(
        release=release,
        position=last.position + 1 if last else 0,
        checksum=upright.checksum,
        width=upright.width,
        height=upright.height,
        uploaded_at=at,
        render_due_at=at,
        faces_due_at=at,
        **asdict(words or Words()),
    )
    # Nobody can guess the folder, and it tells neither the release nor the later token.
    photo.file.save(f"{secrets.token_hex(16)}/master.jpg", ContentFile(upright.content))
    settle(release, by=by, at=at)
    return photo


@transaction.atomic
def describe(photo: Photo, words: Words, *, by: User, at: datetime) -> Photo:
    """Set caption, credit, alternative text and focal point. Raises as attach, and PhotoGone."""
    release = editable(photo.release, by=by)
    photo = kept(release, photo)
    if asdict(words) == {name: getattr(photo, name) for name in asdict(words)}:
        return photo
    photo, _faces = changeable(photo, at=at)
    for name, value in asdict(words).items():
        setattr(photo, name, value)
    photo.save(update_fields=list(asdict(words)))
    settle(release, by=by, at=at)
    return photo


@transaction.atomic
def arrange(release: Release, photo_ids: Sequence[int], *, by: User, at: datetime) -> Release:
    """Put the photos in this order; those not named follow in the order they had."""
    release = editable(release, by=by)
    ranks = {pk: rank for rank, pk in enumerate(photo_ids)}
    photos = sorted(release.photos.kept(), key=lambda photo: ranks.get(photo.pk, len(ranks)))
    for position, photo in enumerate(photos):
        photo.position = position
    Photo.objects.bulk_update(photos, ["position"])
    return settle(release, by=by, at=at)


@transaction.atomic
def remove(photo: Photo, *, by: User, at: datetime) -> Release:
    """Take the photo out of the working text; its files stay, readers of an edition need them."""
    release = editable(photo.release, by=by)
    photo = kept(release, photo)
    photo.removed_at = at
    photo.save(update_fields=["removed_at"])
    return settle(release, by=by, at=at)


def changeable(photo: Photo, *, at: datetime) -> tuple[Photo, dict[int, Face]]:
    """The photo that may change, itself or a copy, and its kept faces by the ids they had."""
    if photo.token is None:
        return photo, {face.pk: face for face in photo.faces.kept()}
    return succeed(photo, at=at)


def kept(release: Release, photo: Photo) -> Photo:
    """The photo as it is now that the release is locked; raises PhotoGone."""
    found = release.photos.kept().filter(pk=photo.pk).first()
    if found is None:
        raise refusals.PhotoGone
    return found
