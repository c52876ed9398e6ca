"""No published byte holds a face that must not be seen, or a word that was mended."""

import io
import json

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from newsroom.lib import images
from newsroom.releases import actions
from newsroom.releases import photos as darkroom
from newsroom.releases.actions import Mark, Words
from newsroom.releases.content import story_of
from newsroom.releases.models import Photo, Release
from newsroom.syndication.packing import _enclosures
from tests.lib.images import drawn
from tests.releases.photos.album import WORDS, prepare, upload
from tests.world import World

MENDED = Words(
    "Peserta pelatihan menanam sayur.", "Humas Uji Damai", "Beberapa orang di kebun sayur."
)


@pytest.fixture
def release(world: World) -> Release:
    """A draft of an LPKA with a photo of four drawn people, its words typed twice."""
    one = world.draft(facility=world.lpka)
    master = darkroom.read(upload(drawn.jpeg(drawn.grid(1600, 1000, 2, 2).picture)))
    first = Words(WORDS.caption, WORDS.credit, "Rahasianama memetik sayur.")
    photo = actions.attach(one, master, by=world.regional, at=world.tick(), words=first)
    prepare(one, at=world.tick())
    actions.describe(photo, MENDED, by=world.regional, at=world.tick())
    return one


def publish(world: World, release: Release) -> Photo:
    """Make the files, and walk the rest of the road."""
    prepare(release, at=world.tick())
    actions.submit(release, by=world.regional, at=world.tick())
    world.approve(release)
    actions.publish(release, by=world.national, at=world.tick())
    photo: Photo = release.photos.kept().get()
    return photo


def as_jpeg(content: bytes) -> bytes:
    """Whatever the format, as the detector reads it."""
    with Image.open(io.BytesIO(content)) as picture:
        return drawn.jpeg(picture)


def test_no_file_that_readers_or_outlets_get_shows_a_face_or_an_older_word(
    world: World, client: Client, release: Release
) -> None:
    found = json.loads(world.newest(release).content)["photos"][0]["faces"]
    assert len(found) == 4, "the detector knows the drawn people, or this test shows nothing"

    photo = publish(world, release)

    for row in photo.renditions.all():
        got = client.get(reverse("public:picture", args=[photo.token, row.name]))
        content = b"".join(got.streaming_content)  # type: ignore[arg-type]
        assert images.faces(as_jpeg(content)) == [], row.name
        assert b"Rahasianama" not in content
        assert MENDED.caption.encode() in content
        assert b"LPKA Kelas II Uji Damai" in content


def test_an_adult_on_duty_is_seen_and_the_others_are_not(world: World, release: Release) -> None:
    photo: Photo = release.photos.kept().get()
    shown = photo.faces.kept()[0]
    mark = Mark(shown.pk, shown.box, "staff")
    actions.mark_faces(photo, [mark], by=world.regional, at=world.tick())

    photo = publish(world, release)

    row = photo.renditions.filter(extension="webp").order_by("width").last()
    assert row is not None
    with row.file.open("rb") as file:
        seen = images.faces(as_jpeg(file.read()))
    assert len(seen) == 1
    assert seen[0].overlap(shown.box) > 0.5


def test_outlets_are_sent_the_same_blurred_file(world: World, release: Release) -> None:
    photo = publish(world, release)
    release.refresh_from_db()
    edition = release.live_edition
    assert edition is not None
    (sent,) = _enclosures(edition, story_of(edition))
    assert images.faces(sent.body) == []
    assert sent.file_name.startswith(f"foto-{photo.pk}-")
