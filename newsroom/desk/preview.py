"""The newest text as readers would see it, for those who may see it at all."""

import json
from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from newsroom.lib.addresses import absolute
from newsroom.releases.access import release_for
from newsroom.releases.content import canonical, story_of
from newsroom.releases.models import Edition, Photo, Release
from newsroom.releases.moves import latest_revision
from newsroom.releases.story import AttachedFile, Change, Picture, PictureFile, Story


@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page made from the newest revision; photos come from the private address."""
    release = release_for(request.user, pk)
    story = preview_of(release, at=timezone.now())
    labels = [(name, "") for name in (*story.programmes, *story.topics)]
    context = {"story": story, "facility": release.facility, "labels": labels, "preview": True}
    return render(request, "public/release.html", context)


def preview_of(release: Release, *, at: datetime) -> Story:
    """The story as if it were published now: read like an edition, though none is cut.

    A day of the event that is still missing shows as today; the writing page names it as missing.
    """
    content = json.loads(latest_revision(release).content)
    content["event_date"] = content["event_date"] or localtime(at).date().isoformat()
    release.slug = release.slug or "pratinjau"
    last = release.live_edition
    edition = Edition(
        release=release,
        number=last.number + 1 if last else 1,
        kind=content["change"]["kind"] or Edition.Kind.FIRST,
        content=canonical(content),
        change_note=content["change"]["note"],
        published_at=at,
    )
    story = story_of(edition)
    coming = Change(edition.number, story.kind, edition.change_note, at)
    changes = (*story.changes, coming) if edition.number > 1 else story.changes
    photos = {f"foto-{photo.pk}": photo for photo in release.photos.all()}
    shown = tuple(_private(picture, photos[picture.name]) for picture in story.pictures)
    attached = tuple(_kept_inside(one, release) for one in story.attachments)
    return replace(story, pictures=shown, changes=changes, attachments=attached)


def _private(picture: Picture, photo: Photo) -> Picture:
    if not photo.is_showable:
        return replace(picture, files=())
    file = PictureFile(
        url=absolute(reverse("desk:picture", args=[photo.release_id, photo.pk])),
        content_type="image/jpeg",
        width=photo.width,
        height=photo.height,
        size=0,
    )
    return replace(picture, files=(file,))


def _kept_inside(one: AttachedFile, release: Release) -> AttachedFile:
    key = int(one.name.removeprefix("lampiran-"))
    return replace(one, url=absolute(reverse("desk:attachment", args=[release.pk, key])))
