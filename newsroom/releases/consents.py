"""What hangs on a consent: the releases that rely on it, and what becomes of them without it."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from newsroom.contributors.models import User
from newsroom.safeguards.models import Consent

from . import actions
from .chain import append
from .models import Face, Release, Status
from .moves import record_revision, void_approvals
from .reliance import consents_in

_BEYOND_DRAFT = (Status.IN_REVIEW, Status.APPROVED, Status.SCHEDULED)
#: Texts that nobody writes; one that is taken up again is stopped by the safeguards.
_AT_REST = (Status.SPIKED, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Concerned:
    """A release that relies on a consent: in its working text, before its readers, or in both."""

    release: Release
    working: bool
    live: bool


def concerned(consent: Consent) -> list[Concerned]:
    """Every release that relies on the consent now, the newest first."""
    rows = Release.objects.filter(pk__in=_told_of(consent))
    rows = rows.select_related("live_edition", "facility").order_by("-pk")
    found = [_concerned(one, consent) for one in rows]
    return [one for one in found if one.working or one.live]


@transaction.atomic
def take_back(consent: Consent, *, by: User, at: datetime) -> list[Concerned]:
    """After a withdrawal: nothing that relies on it goes on by itself.

    A text on its way goes back to draft without its approval. For a published text a correction is
    opened, in which the face is blurred and the safeguards stop the name until it is taken out; the
    live edition stays until that correction, or a withdrawal, is published.
    """
    # All at once and in one order, before anything is read of them: nobody publishes meanwhile, and
    # two consents that are taken back at once wait for each other only here.
    list(Release.objects.filter(pk__in=_told_of(consent)).order_by("pk").select_for_update())
    for one in concerned(consent):
        if one.release.status in _BEYOND_DRAFT:
            _stop(one.release, by=by, at=at)
        elif one.release.status == Status.PUBLISHED and one.live:
            actions.correct(one.release, by=by, at=at, note=_("A person's details were removed."))
        if one.release.status not in _AT_REST:
            _blur(one.release, consent, by=by, at=at)
    return concerned(consent)


def _told_of(consent: Consent) -> QuerySet[Release]:
    """Releases that rely on it or once did."""
    told = Q(people__consent=consent) | Q(photos__faces__consent=consent)
    return Release.objects.filter(told)


def _concerned(release: Release, consent: Consent) -> Concerned:
    live = release.live_edition
    shown = live is not None and release.status != Status.WITHDRAWN
    return Concerned(
        release=release,
        working=release.people.kept().filter(consent=consent).exists()
        or _faces(release, consent).exists(),
        live=shown and consent.pk in consents_in(json.loads(live.content) if live else {}),
    )


def _faces(release: Release, consent: Consent) -> QuerySet[Face]:
    return Face.objects.kept().filter(photo__in=release.photos.kept(), consent=consent)


def _blur(release: Release, consent: Consent, *, by: User, at: datetime) -> None:
    """Take the word back for each face that relied on it; what readers see stays until then."""
    for photo in release.photos.kept().filter(faces__in=_faces(release, consent)).distinct():
        relying = photo.faces.kept().filter(consent=consent)
        marks = [actions.Mark(face.pk, face.box, "blur") for face in relying]
        actions.mark_faces(photo, marks, by=by, at=at)


def _stop(release: Release, *, by: User, at: datetime) -> None:
    release = Release.objects.lock(release.pk)
    before = release.status
    void_approvals(release, at=at)
    release.status, release.status_at, release.updated_at = Status.DRAFT, at, at
    revision = record_revision(release, by=by, at=at, anew=True)
    release.save()
    note = _("A consent was withdrawn.")
    append(release, step="revise", from_status=before, revision=revision, by=by, at=at, note=note)
