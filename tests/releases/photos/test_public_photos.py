"""A photo that readers have seen never changes: corrections carry another one."""

import json
from typing import Any

from django.test import Client
from django.urls import reverse

from newsroom.lib.images import Box
from newsroom.releases import actions
from newsroom.releases.actions import Mark, Words
from newsroom.releases.models import Photo, Release
from tests.releases.photos.album import prepare, published
from tests.world import World

FACE = Box(0.3, 0.3, 0.2, 0.2)


def files_of(client: Client, photo: Photo) -> dict[str, bytes | int]:
    """What readers get at each address of the photo: bytes, or the status."""
    got: dict[str, bytes | int] = {}
    for row in photo.renditions.all():
        answer = client.get(reverse("public:picture", args=[photo.token, row.name]))
        body = b"".join(answer.streaming_content) if answer.status_code == 200 else b""  # type: ignore[arg-type]
        got[row.name] = body or answer.status_code
    return got


def kept(release: Release) -> Photo:
    """The photo of the working text."""
    photo: Photo = release.photos.kept().get()
    return photo


def republished(world: World, release: Release) -> None:
    """Make the files, submit, approve, publish."""
    fields = {"change_note": "Foto diperbaiki."}
    actions.revise(release, by=world.writer, at=world.tick(), fields=fields)
    prepare(release, at=world.tick())
    actions.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    actions.publish(release, by=world.national, at=world.tick())


def test_a_changed_blur_leaves_the_live_files_until_the_new_edition_then_they_are_gone(
    world: World, client: Client
) -> None:
    old = published(world, size=(960, 640))
    release = Release.objects.get()
    before = files_of(client, old)
    assert all(isinstance(body, bytes) for body in before.values())
    actions.correct(release, by=world.writer, at=world.tick())

    fresh = actions.mark_faces(old, [Mark(None, FACE, "blur")], by=world.writer, at=world.tick())
    prepare(release, at=world.tick())

    fresh.refresh_from_db()
    assert (fresh.pk != old.pk, fresh.token, fresh.replaces) == (True, None, old)
    assert kept(release) == fresh
    assert files_of(client, old) == before
    republished(world, release)
    assert set(files_of(client, old).values()) == {404}
    fresh.refresh_from_db()
    after = files_of(client, fresh)
    assert after.keys() == before.keys()
    assert all(isinstance(after[name], bytes) and after[name] != before[name] for name in before)


def test_words_of_a_public_photo_change_in_a_copy_with_its_answers(world: World) -> None:
    release = world.draft()
    old = published(world)
    release = old.release
    actions.correct(release, by=world.writer, at=world.tick())
    old = actions.mark_faces(old, [Mark(None, FACE, "staff")], by=world.writer, at=world.tick())
    republished(world, release)
    actions.correct(release, by=world.writer, at=world.tick())
    old.refresh_from_db()

    told = Words(caption="Lain", credit=old.credit, alt=old.alt)
    fresh = actions.describe(old, told, by=world.writer, at=world.tick())

    old.refresh_from_db()
    assert (old.caption != "Lain", fresh.caption, fresh.file.name) == (True, "Lain", old.file.name)
    face = fresh.faces.get()
    assert (face.answer, face.answered_by, face.box) == ("staff", world.writer, FACE)
    assert old.faces.get().pk != face.pk


def test_a_public_photo_said_to_be_as_it_is_stays_itself(world: World) -> None:
    photo = published(world)
    release = photo.release
    actions.correct(release, by=world.writer, at=world.tick())
    same = Words(photo.caption, photo.credit, photo.alt, photo.focal_x, photo.focal_y)

    assert actions.describe(photo, same, by=world.writer, at=world.tick()) == photo
    assert actions.mark_faces(photo, [], by=world.writer, at=world.tick()) == photo
    assert Photo.objects.count() == 1


def test_giving_up_the_change_brings_the_public_photo_back(world: World, client: Client) -> None:
    old = published(world)
    release = old.release
    before = files_of(client, old)
    actions.correct(release, by=world.writer, at=world.tick())
    actions.mark_faces(old, [Mark(None, FACE, "blur")], by=world.writer, at=world.tick())

    actions.discard_change(release, by=world.writer, at=world.tick())

    release.refresh_from_db()
    assert release.live_edition is not None
    live: dict[str, Any] = json.loads(release.live_edition.content)
    assert json.loads(world.newest(release).content)["photos"] == live["photos"]
    assert kept(release) == old
    assert files_of(client, old) == before


def test_a_correction_of_the_text_alone_keeps_the_photos_address(
    world: World, client: Client
) -> None:
    photo = published(world)
    before = files_of(client, photo)

    actions.correct(photo.release, by=world.writer, at=world.tick())
    republished(world, photo.release)

    photo.refresh_from_db()
    assert files_of(client, photo) == before
    assert Photo.objects.count() == 1
