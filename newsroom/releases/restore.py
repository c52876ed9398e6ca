"""Puts the live edition's text back into the working text, when a change is given up."""

import json
from datetime import date, datetime

from newsroom.contributors.models import Contributor, User

from .content import Content
from .models import Photo, Release, Revision, Topic
from .moves import record_revision

_TEXTS = ("headline", "lead", "body", "dateline_place", "ednote")


def restore_live_text(release: Release, *, by: User, at: datetime) -> Revision | None:
    """Make the working text equal to the live edition's and record that as a revision.

    Programmes and topics come back by name, bylines by slug; what the registry has since dropped
    stays dropped. The risk stays as it was raised.
    """
    assert release.live_edition is not None  # noqa: S101 - the step's row asks for it
    content = json.loads(release.live_edition.content)
    for name in _TEXTS:
        setattr(release, name, content[name])
    release.event_date = date.fromisoformat(content["event_date"])
    release.change_kind = release.change_note = ""
    slugs = [one["slug"] for one in content["bylines"]]
    release.contributors.set(Contributor.objects.filter(slug__in=slugs))
    release.topics.set(Topic.objects.filter(name__in=content["topics"]))
    programmes = release.programmes.model.objects.filter(name__in=content["programmes"])
    release.programmes.set(programmes)
    _restore_photos(release, content["photos"], at)
    return record_revision(release, by=by, at=at)


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
