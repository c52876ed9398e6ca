"""Doorbells of the editorial road: each looks the rows up and may ring twice."""

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from . import photos, sweeps
from .models import Photo


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


def render_soon(photo: Photo) -> None:
    """Ring for one photo once its row is safely written; called by the view that attached it."""
    transaction.on_commit(lambda: render_photo.delay(photo.pk), robust=True)
