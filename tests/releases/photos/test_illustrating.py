"""Photos are part of the text: attaching, describing, arranging and removing are edits of it."""

import dataclasses
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from newsroom.lib import images
from newsroom.releases import actions, photos, refusals
from newsroom.releases.actions import Words
from newsroom.releases.models import Photo, Release
from tests.lib.images import samples
from tests.releases.photos.album import WORDS, attach, rendered, unsearched, upload


def in_the_text(world, release):
    return json.loads(world.newest(release).content)["photos"]


def test_an_attached_photo_is_kept_bare_below_a_name_nobody_can_guess(world):
    photo = attach(world, world.draft())

    folder, _slash, name = photo.file.name.partition("/")
    assert (len(folder), name) == (32, "master.jpg")
    assert (photo.width, photo.height) == samples.SIZE
    assert photo.token is None
    assert photo.public_since is None
    with pytest.raises(ValueError, match="URL"):
        photo.file.url  # noqa: B018
    with photo.file.open() as file:
        assert images.Upright(file.read(), *samples.SIZE).checksum == photo.checksum


def test_no_metadata_of_the_upload_reaches_the_storage(world):
    upright = photos.read(upload(samples.talkative_jpeg()))
    photo = actions.attach(world.draft(), upright, by=world.writer, at=world.tick())

    with photo.file.open() as file:
        assert samples.SECRET not in file.read()


def test_each_edit_of_photos_makes_a_revision(world):
    release = world.draft()
    seen = [world.newest(release).number]

    photo = unsearched(world, release)
    seen.append(world.newest(release).number)
    other = dataclasses.replace(WORDS, caption="Panen perdana.")
    actions.describe(photo, other, by=world.writer, at=world.tick())
    seen.append(world.newest(release).number)
    assert in_the_text(world, release)[0]["caption"] == "Panen perdana."
    actions.remove(photo, by=world.writer, at=world.tick())
    seen.append(world.newest(release).number)

    assert seen == [1, 2, 3, 4]
    assert in_the_text(world, release) == []


def test_a_photo_added_after_approval_sends_the_text_back_and_voids_the_approval(world):
    release = world.approved()

    attach(world, release)

    release.refresh_from_db()
    assert release.status == "draft"
    assert release.approved_revision is None
    with pytest.raises(refusals.Refusal):
        actions.publish(release, by=world.national, at=world.tick())


def test_photos_of_a_published_text_are_closed_until_a_correction_is_opened(world):
    release = world.published()

    with pytest.raises(refusals.StepNotLawful):
        attach(world, release)

    assert Photo.objects.count() == 0
    actions.correct(release, by=world.writer, at=world.tick())
    assert attach(world, release).pk


def test_only_those_who_may_write_there_change_photos(world):
    release = world.draft()
    photo = attach(world, release)

    for edit in (
        lambda: actions.attach(
            release, photos.read(upload()), by=world.outsider, at=world.tick(), words=WORDS
        ),
        lambda: actions.describe(photo, Words(), by=world.outsider, at=world.tick()),
        lambda: actions.arrange(release, [photo.pk], by=world.outsider, at=world.tick()),
        lambda: actions.remove(photo, by=world.outsider, at=world.tick()),
    ):
        with pytest.raises(refusals.OutOfScope):
            edit()


def test_the_same_photo_twice_is_one_photo(world):
    release = world.draft()

    assert unsearched(world, release) == unsearched(world, release)
    assert Photo.objects.count() == 1
    assert world.newest(release).number == 2


def test_photos_stand_in_the_order_they_are_arranged(world):
    release = world.draft()
    first, second, third = (attach(world, release, size=(300 + n, 300)) for n in range(3))

    actions.arrange(release, [third.pk, first.pk], by=world.writer, at=world.tick())

    assert list(release.photos.kept()) == [third, first, second]
    assert [one["id"] for one in in_the_text(world, release)] == [third.pk, first.pk, second.pk]


def test_a_photo_somebody_else_removed_cannot_be_described(world):
    photo = attach(world, world.draft())
    stale = Photo.objects.get(pk=photo.pk)
    actions.remove(photo, by=world.writer, at=world.tick())

    with pytest.raises(refusals.PhotoGone):
        actions.describe(stale, WORDS, by=world.writer, at=world.tick())
    with pytest.raises(refusals.PhotoGone):
        actions.remove(stale, by=world.writer, at=world.tick())


def test_a_removed_photo_keeps_its_files_for_the_edition_that_carries_it(world):
    photo = rendered(world, world.draft())

    actions.remove(photo, by=world.writer, at=world.tick())

    assert photo.file.storage.exists(photo.file.name)
    assert all(one.file.storage.exists(one.file.name) for one in photo.renditions.all())


def test_giving_up_a_correction_brings_its_photos_back(world):
    release = world.draft()
    photo = rendered(world, release)
    actions.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    published = actions.publish(release, by=world.national, at=world.tick())
    actions.correct(published, by=world.writer, at=world.tick())
    other = actions.describe(photo, Words(caption="Lain"), by=world.writer, at=world.tick())
    actions.remove(other, by=world.writer, at=world.tick())

    actions.discard_change(published, by=world.writer, at=world.tick())

    live = Release.objects.get().live_edition
    assert in_the_text(world, release) == json.loads(live.content)["photos"]


def test_an_upload_is_judged_by_the_limits_of_the_settings(settings):
    settings.PHOTO_PIXELS_MOST = 480 * 320 - 1
    with pytest.raises(images.TooLarge):
        photos.read(upload())

    settings.PHOTO_BYTES_MOST = 100
    with pytest.raises(images.TooHeavy):
        photos.read(upload())


def test_an_upload_is_judged_by_what_it_claims_to_be():
    with pytest.raises(images.Disguised):
        photos.read(SimpleUploadedFile("foto.png", samples.jpeg(), "image/png"))


def test_an_upload_can_be_read_twice():
    once = upload()

    assert photos.read(once) == photos.read(once)
