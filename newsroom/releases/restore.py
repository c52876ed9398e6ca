"""Puts the live edition's text back into the working text, when a change is given up."""

import json
from datetime import date, datetime

from newsroom.contributors.models import User

from . import refusals
from .content import Content
from .models import Attachment, Photo, Release, Revision
from .moves import record_revision
from .reliance import consent_was_taken_back

_TEXTS = ("headline", "lead", "body", "dateline_place", "ednote")


def restore_live_text(release: Release, *, by: User, at: datetime) -> Revision | None:
    """Make the working text equal to the live edition's and record that as a revision.

    Bylines, programmes and topics are the edition's rows, whatever they are called today. The risk
    stays as it was raised. Raises ConsentTakenBack where the live text must not stay as it is.
    """
    live = release.live_edition
    assert live is not None  # noqa: S101 - the step's row asks for it
    content = json.loads(live.content)
    if consent_was_taken_back(live):
        raise refusals.ConsentTakenBack
    for name in _TEXTS:
        setattr(release, name, content[name])
    release.event_date = date.fromisoformat(content["event_date"])
    until = content["embargo_until"]
    release.embargo_until = datetime.fromisoformat(until) if until else None
    release.change_kind = release.change_note = ""
    release.contributors.set(live.contributors.all())
    release.programmes.set(live.programmes.all())
    release.topics.set(live.topics.all())
    _restore_people(release, content.get("people", []), at)
    _restore_photos(release, content["photos"], at)
    _restore_attachments(release, content.get("attachments", []), at)
    return record_revision(release, by=by, at=at)


def _restore_people(release: Release, people: list[Content], at: datetime) -> None:
    declared = [one["id"] for one in people]
    release.people.kept().exclude(pk__in=declared).update(removed_at=at)
    release.people.filter(pk__in=declared).update(removed_at=None)


def _restore_photos(release: Release, photos: list[Content], at: datetime) -> None:
    kept = [one["id"] for one in photos]
    release.photos.kept().exclude(pk__in=kept).update(removed_at=at)
    for position, one in enumerate(photos):
        Photo.objects.filter(release=release, pk=one["id"]).update(
            removed_at=None,
            position=position,
            caption=one["caption"],
            credit=one["credit"],
            alt=one["alt"],
            focal_x=one["focal"][0],
            focal_y=one["focal"][1],
        )


def _restore_attachments(release: Release, attached: list[Content], at: datetime) -> None:
    kept = [one["id"] for one in attached]
    release.attachments.kept().exclude(pk__in=kept).update(removed_at=at)
    for position, one in enumerate(attached):
        Attachment.objects.filter(release=release, pk=one["id"]).update(
            removed_at=None, position=position, title=one["title"]
        )
