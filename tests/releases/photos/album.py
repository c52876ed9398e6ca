"""Uploads, and photos attached, searched for faces and rendered at will."""

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from newsroom.releases import actions, faces, photos
from newsroom.releases.actions import Words
from newsroom.releases.models import Photo, Release
from tests.lib.images import samples
from tests.world import World

WORDS = Words(
    caption="Warga binaan memanen sayur di kebun Lapas.",
    credit="Humas Uji Damai",
    alt="Beberapa orang memetik sayur hijau di kebun.",
)


def upload(content: bytes | None = None, name: str = "foto.jpg") -> "SimpleUploadedFile":
    """What the browser sends."""
    return SimpleUploadedFile(name, content or samples.jpeg(), "image/jpeg")


def attach(world: World, release: Release, *, size: tuple[int, int] = (480, 320)) -> Photo:
    """A described photo in which no faces were found and whose files are still owed."""
    photo = unsearched(world, release, size=size)
    assert photo.faces_searched_at or faces.search(photo.pk, at=world.tick())
    photo.refresh_from_db()
    return photo


def unsearched(world: World, release: Release, *, size: tuple[int, int] = (480, 320)) -> Photo:
    """A described photo just as it was uploaded."""
    upright = photos.read(upload(samples.jpeg(size)))
    return actions.attach(release, upright, by=world.writer, at=world.tick(), words=WORDS)


def prepare(release: Release, *, at: datetime) -> None:
    """What the worker does for the photos of a text."""
    for photo in release.photos.kept():
        faces.search(photo.pk, at=at)
        photos.render(photo.pk, at=at)


def rendered(world: World, release: Release, **options: Any) -> Photo:
    """A photo with all its files."""
    photo = attach(world, release, **options)
    assert photos.render(photo.pk, at=world.tick())
    photo.refresh_from_db()
    return photo


def published(world: World, **options: Any) -> Photo:
    """A photo that readers can see."""
    release = world.draft()
    photo = rendered(world, release, **options)
    actions.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    actions.publish(release, by=world.national, at=world.tick())
    photo.refresh_from_db()
    return photo
