"""Faces of photos: where they are, and whether each may be seen. Each verb edits the working text.

Boxes and answers stand in the content, so whoever approves a revision approves them too. A photo
that was once public is replaced by a copy before it changes; the verbs return the photo as it then
stands, and raise what ``describe`` raises.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from newsroom.contributors.models import User
from newsroom.lib.images import Box
from newsroom.releases import refusals
from newsroom.releases.models import Face, Photo, Release
from newsroom.safeguards.matter import FaceAnswer
from newsroom.safeguards.models import Consent

from .editing import editable, settle
from .illustrating import changeable, kept

#: A found box that shares less than this with where it is moved to (IoU) no longer covers what was
#: found: it counts as taken away, so that the approver is told of it.
_SAME = 0.4


@dataclass(frozen=True, slots=True)
class Mark:
    """What a person says of one face: ``face`` None is a new one, ``box`` None takes it away.

    ``consent`` is the id of a valid consent of the facility to show a face; only with its answer.
    """

    face: int | None
    box: Box | None
    answer: FaceAnswer = ""
    consent: int | None = None


@transaction.atomic
def mark_faces(photo: Photo, marks: Sequence[Mark], *, by: User, at: datetime) -> Photo:
    """Add, move, take away and answer faces in one edit; faces not named stay as they are.

    Raises FaceGone where a named face was taken away meanwhile, ConsentMissing.
    """
    release = editable(photo.release, by=by)
    photo = kept(release, photo)
    before = {face.pk: face for face in photo.faces.kept()}
    changing = [mark for mark in marks if _changes(mark, before)]
    if not changing:
        return photo
    _check_consents(changing, before, release, at)
    photo, faces = changeable(photo, at=at)
    for mark in changing:
        face = faces[mark.face] if mark.face else Face(photo=photo, source=Face.Source.PERSON)
        _apply(mark, face, by=by, at=at)
    settle(release, by=by, at=at)
    return photo


@transaction.atomic
def answer_all(
    release: Release, answer: FaceAnswer, *, by: User, at: datetime, photo: Photo | None = None
) -> Release:
    """Give one answer, staff, public figure or blur, for every face still open, of all photos or
    of one."""
    release = editable(release, by=by)
    for one in [kept(release, photo)] if photo else release.photos.kept():
        if one.faces.open().exists():
            fresh, _faces = changeable(one, at=at)
            fresh.faces.open().update(answer=answer, answered_by=by, answered_at=at)
    return settle(release, by=by, at=at)


@transaction.atomic
def confirm_faces(photo: Photo, *, by: User, at: datetime) -> Photo:
    """A person has looked where the service could not: all faces are marked.

    Raises SearchGoesOn while the service is still looking.
    """
    release = editable(photo.release, by=by)
    photo = kept(release, photo)
    if photo.faces_searched_at is not None:
        return photo
    if photo.faces_given_up_at is None:
        raise refusals.SearchGoesOn
    photo, _faces = changeable(photo, at=at)
    photo.faces_searched_at, photo.faces_given_up_at, photo.faces_progress = at, None, 100
    photo.save(update_fields=["faces_searched_at", "faces_given_up_at", "faces_progress"])
    settle(release, by=by, at=at)
    return photo


@transaction.atomic
def see_lettering(photo: Photo, *, by: User, at: datetime) -> Photo:
    """A person has read the letters in the photo and leaves them."""
    release = editable(photo.release, by=by)
    photo = kept(release, photo)
    if photo.lettering_seen_at is not None or not photo.lettering:
        return photo
    photo, _faces = changeable(photo, at=at)
    photo.lettering_seen_at, photo.lettering_seen_by = at, by
    photo.save(update_fields=["lettering_seen_at", "lettering_seen_by"])
    settle(release, by=by, at=at)
    return photo


def _changes(mark: Mark, before: dict[int, Face]) -> bool:
    """Whether the mark says anything new. Raises FaceGone."""
    if mark.face is None:
        return mark.box is not None
    face = before.get(mark.face)
    if face is None:
        raise refusals.FaceGone
    told = (mark.answer, mark.consent if mark.answer == "consent" else None)
    return mark.box is None or told != (face.answer, face.consent_id) or _moves(face, mark.box)


def _moves(face: Face, box: Box) -> bool:
    """By more than a rounding: a page shows boxes in pixels."""
    sides = ((face.box.x, box.x), (face.box.y, box.y))
    sizes = ((face.box.width, box.width), (face.box.height, box.height))
    return any(abs(one - other) > 0.0005 for one, other in (*sides, *sizes))


def _check_consents(
    marks: Sequence[Mark], before: dict[int, Face], release: Release, at: datetime
) -> None:
    """A consent that is named anew must be one of the facility's, valid, and cover faces."""
    named = {mark.consent for mark in marks if mark.box is not None and mark.answer == "consent"}
    named -= {face.consent_id for face in before.values() if face.consent_id}
    mine = Consent.objects.valid(at.date()).filter(facility=release.facility, for_face=True)
    asked = [consent for consent in named if consent is not None]
    if named - set(mine.filter(pk__in=asked).values_list("pk", flat=True)):
        raise refusals.ConsentMissing


def _apply(mark: Mark, face: Face, *, by: User, at: datetime) -> None:
    if mark.box is None:
        face.removed_at = at
    else:
        if face.source == Face.Source.DETECTED and face.box.overlap(mark.box) < _SAME:
            face.removed_at = at
            face.save()
            face = Face(photo=face.photo, source=Face.Source.PERSON)
        if face.pk is None or _moves(face, mark.box):
            face.box = mark.box
        if mark.answer != face.answer or mark.answer == "consent":
            face.answer = mark.answer
            face.consent_id = mark.consent if mark.answer == "consent" else None
            face.answered_by, face.answered_at = (by, at) if mark.answer else (None, None)
    face.save()
