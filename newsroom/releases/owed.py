"""Which files a photo owes its readers: what they hide and what they say of themselves.

Both are read from the photo's entry in a content (newsroom.releases.content), so files show what a
revision says and nothing else. A photo that was once public keeps its bytes for ever: where its
faces or words change, ``succeed`` puts a new row in its place.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime

from newsroom.lib.images import Box, Tags

from .content import Content
from .models import Face, Photo

#: What a copy takes over from the photo it replaces.
_COPIED = (
    "release_id", "position", "file", "checksum", "width", "height", "caption", "credit", "alt",
    "focal_x", "focal_y", "uploaded_at", "faces_searched_at", "faces_due_at", "faces_tries",
    "faces_given_up_at", "faces_progress", "faces_detector", "lettering", "lettering_seen_at",
    "lettering_seen_by_id",
)  # fmt: skip
_COPIED_OF_FACES = (
    "x", "y", "width", "height", "source", "answer", "consent_id", "answered_by_id", "answered_at",
    "removed_at",
)  # fmt: skip


def hidden_in(entry: Content) -> list[Box]:
    """The boxes that files of this photo must not show: blurred, or not answered for yet."""
    faces = entry.get("faces", [])
    return [Box(*face["box"]) for face in faces if face["answer"] not in Face.SEEN]


def tags_of(entry: Content, content: Content) -> Tags:
    """What the files say of themselves: who took it, whose it is, what it shows."""
    facility, day = content["facility"]["name"], content["event_date"] or ""
    return Tags(
        creator=entry["credit"],
        credit=facility,
        copyright=f"© {day[:4]} {facility}".replace("  ", " "),
        caption=entry["caption"],
        alt=entry["alt"],
    )


def key_of(entry: Content, content: Content) -> str:
    """The same for the same boxes, and behind the dash for the same words."""
    hidden = [[box.x, box.y, box.width, box.height] for box in hidden_in(entry)]
    tags = tags_of(entry, content)
    words = [tags.creator, tags.credit, tags.copyright, tags.caption, tags.alt]
    return "-".join(_short(json.dumps(one)) for one in (hidden, words))


def owe_files(content: Content, *, at: datetime) -> None:
    """Have files made anew for each photo of the content whose files would no longer be right.

    Called under the release's lock whenever a revision is recorded. Photos with a token are left
    alone: their bytes are public.
    """
    owed = {entry["id"]: key_of(entry, content) for entry in content["photos"]}
    if not owed:
        return
    for pk, key in Photo.objects.filter(pk__in=owed, token=None).values_list("pk", "render_key"):
        if key != owed[pk]:
            Photo.objects.filter(pk=pk).update(
                render_key=owed[pk], rendered_at=None, render_due_at=at, render_tries=0
            )


def are_ready(photos: Iterable[Photo], content: Content) -> bool:
    """Whether the files of all photos of a content are there and show what it says."""
    keys = {entry["id"]: key_of(entry, content) for entry in content["photos"]}
    at_hand = {photo.pk: photo for photo in photos}
    return keys.keys() == at_hand.keys() and all(
        photo.rendered_at is not None and (photo.token or photo.rendered_key == keys[pk])
        for pk, photo in at_hand.items()
    )


def succeed(photo: Photo, *, at: datetime) -> tuple[Photo, dict[int, Face]]:
    """A row without a token in place of a photo that was public, and its faces by their old ids.

    The old row keeps its files for the edition that carries it.
    """
    copied = {name: getattr(photo, name) for name in _COPIED}
    fresh = Photo.objects.create(**copied, replaces=photo, render_due_at=at)
    faces = {}
    for old in photo.faces.order_by("pk"):
        taken = {name: getattr(old, name) for name in _COPIED_OF_FACES}
        faces[old.pk] = Face.objects.create(photo=fresh, **taken)
    photo.removed_at = at
    photo.save(update_fields=["removed_at"])
    return fresh, faces


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
