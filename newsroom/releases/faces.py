"""Looks for faces and letters in photos: claimed, looked at, settled, as files are made.

Found faces are part of the working text, so settling records a revision; answers to them are edits
and live in newsroom.releases.actions.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from newsroom.lib import images
from newsroom.lib.isolation import isolated

from .models import Face, OriginalView, Photo, Release
from .moves import revision_to_leave
from .photos import LEASE
from .workflow import EDITABLE

#: Until the next try where one has failed; one whose worker died waits for its lease to end.
PATIENCE = timedelta(seconds=20)
#: Share of the work that is looking for faces; the rest is looking for letters.
_FACES_SHARE = 0.9
#: Two boxes that share so much (IoU) are the same face.
_SAME = 0.4
#: Percent between two notes of progress.
_STEP = 10

Found = tuple[list[images.Box], list[images.Box]]


def search(photo_id: int, *, at: datetime) -> bool:
    """Find the photo's faces; False where others do or did, or where it failed and is tried again.

    Claimed by its own columns and held by a lease. After TRIES_MOST tries ``give_up`` tells a
    person to look instead.
    """
    until = at + LEASE
    waiting = Photo.objects.awaiting_faces(at).filter(pk=photo_id)
    if not waiting.update(faces_due_at=until, faces_tries=F("faces_tries") + 1, faces_progress=0):
        return False
    photo = Photo.objects.get(pk=photo_id)
    name = f"Search for faces in photo {photo_id}"
    found = isolated(lambda: _look(photo, until), name=name)
    if isinstance(found, Exception):
        Photo.objects.filter(pk=photo_id, faces_due_at=until).update(faces_due_at=at + PATIENCE)
        return False
    return _settle(photo, found, until=until, at=at)


def give_up(*, at: datetime) -> int:
    """Tell the people of each photo that could not be searched; returns how many there were."""
    photos = list(Photo.objects.searched_in_vain(at).order_by("pk")[:100])
    for photo in photos:
        with transaction.atomic():
            release = Release.objects.lock(photo.release_id)
            if Photo.objects.searched_in_vain(at).filter(pk=photo.pk).update(faces_given_up_at=at):
                _put_on_record(release, at=at)
    return len(photos)


def note_view(photo: Photo, *, by_id: int, at: datetime) -> None:
    """Write down that this person looks at the original; once an hour is enough."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    OriginalView.objects.get_or_create(photo=photo, by_id=by_id, hour=hour, defaults={"at": at})


def _look(photo: Photo, until: datetime) -> Found:
    told = 0

    def tell(share: float) -> None:
        nonlocal told
        percent = int(share * _FACES_SHARE * 100)
        if percent >= told + _STEP:
            told = percent
            Photo.objects.filter(pk=photo.pk, faces_due_at=until).update(faces_progress=percent)

    with photo.file.open("rb") as original:
        master = original.read()
    return images.faces(master, progress=tell), images.lettering(master)


def _settle(photo: Photo, found: Found, *, until: datetime, at: datetime) -> bool:
    """Write what was found if the lease is still ours; faces that people marked stay theirs."""
    faces, letters = found
    with transaction.atomic():
        release = Release.objects.lock(photo.release_id)
        ours = Photo.objects.filter(pk=photo.pk, faces_searched_at=None, faces_due_at=until)
        if not ours.update(
            faces_searched_at=at,
            faces_detector=images.ENGINES[0].version,
            faces_progress=100,
            lettering=[_shares(box) for box in letters],
        ):
            return False
        marked = [face.box for face in photo.faces.kept()]
        fresh = [box for box in faces if all(box.overlap(one) < _SAME for one in marked)]
        Face.objects.bulk_create(_detected(photo, box) for box in fresh)
        _put_on_record(release, at=at)
    return True


def _put_on_record(release: Release, *, at: datetime) -> None:
    """The working text as the photos now stand, in the name of who wrote it last."""
    if release.status in EDITABLE:
        revision_to_leave(release, at=at)
        release.save()


def _detected(photo: Photo, box: images.Box) -> Face:
    face = Face(photo=photo, source=Face.Source.DETECTED)
    face.box = box
    return face


def _shares(box: images.Box) -> list[float]:
    return [round(one, 5) for one in (box.x, box.y, box.width, box.height)]
