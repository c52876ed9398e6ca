"""Doorbells of the editorial road: each looks the rows up and may ring twice."""

from datetime import datetime

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from . import faces, photos, sweeps
from .models import Photo, Release
from .workflow import EDITABLE


@shared_task(name="releases.publish_due")
def publish_due() -> int:
    """Publish every scheduled release whose hour has come; returns how many."""
    return sweeps.publish_due(at=timezone.now())


@shared_task(name="releases.render_photo")
def render_photo(photo_id: int) -> bool:
    """Make one photo's files."""
    return photos.render(photo_id, at=timezone.now())


@shared_task(name="releases.render_photos")
def render_photos() -> int:
    """Ring for every photo whose files are still owed; returns how many."""
    waiting = Photo.objects.awaiting_files(timezone.now()).order_by("render_due_at")[:100]
    for photo in waiting:
        render_photo.delay(photo.pk)
    return len(waiting)


@shared_task(name="releases.search_photo")
def search_photo(photo_id: int) -> bool:
    """Look for faces in one photo; its files can be made once that is done."""
    searched = faces.search(photo_id, at=timezone.now())
    if searched:
        render_photo.delay(photo_id)
    return searched


@shared_task(name="releases.search_photos")
def search_photos() -> int:
    """Ring for every photo of a text being written that is still to be searched for faces."""
    now = timezone.now()
    faces.give_up(at=now)
    written = Photo.objects.awaiting_faces(now).filter(release__status__in=EDITABLE)
    waiting = written.order_by("faces_due_at")[:100]
    for photo in waiting:
        search_photo.delay(photo.pk)
    return len(waiting)


def prepare_soon(release: Release) -> None:
    """Ring for what the photos of a working text still owe, once it is safely written.

    Called by the view that changed the text.
    """
    transaction.on_commit(lambda: _ring(release.pk, timezone.now()), robust=True)


def _ring(release_id: int, now: datetime) -> None:
    mine = Photo.objects.filter(release=release_id)
    for pk in mine.awaiting_faces(now).values_list("pk", flat=True):
        search_photo.delay(pk)
    for pk in mine.awaiting_files(now).values_list("pk", flat=True):
        render_photo.delay(pk)
