"""Files are made once, by whoever claims the work, and a photo that cannot be made gives up."""

import json
from datetime import timedelta

import pytest
from django.core.files.storage import FileSystemStorage, storages

from newsroom.lib import images
from newsroom.releases import actions, photos, refusals, tasks
from newsroom.releases.models import Photo, Rendition
from newsroom.releases.models.photos import TRIES_MOST
from newsroom.releases.owed import tags_of
from tests.releases.photos.album import attach
from tests.side_by_side import side_by_side
from tests.world import World


def files_of(photo):
    folder = photo.file.name.partition("/")[0]
    return sorted(storages["private"].listdir(folder)[1])


@pytest.fixture
def full_disk(monkeypatch):
    """Every write of an AVIF fails, after others have succeeded."""
    save = FileSystemStorage.save

    def refuse(self, name, content, max_length=None):
        if name.endswith("960.webp"):
            raise OSError(28, "No space left on device")
        return save(self, name, content, max_length)

    monkeypatch.setattr(FileSystemStorage, "save", refuse)


def test_rendering_makes_every_file_with_its_row(world):
    photo = attach(world, world.draft(), size=(2000, 1000))

    assert photos.render(photo.pk, at=world.at)

    rows = {row.name: row for row in photo.renditions.all()}
    content = json.loads(world.newest(photo.release).content)
    tags = tags_of(content["photos"][0], content)
    with photo.file.open() as file:
        wanted = {made.name: made for made in images.renditions(file.read(), tags=tags)}
    assert rows.keys() == wanted.keys()
    for name, row in rows.items():
        assert (row.width, row.height) == (wanted[name].width, wanted[name].height)
        assert row.size == len(wanted[name].content) == row.file.size
    assert files_of(photo) == sorted([*wanted, "master.jpg"])
    photo.refresh_from_db()
    assert photo.rendered_at == world.at


def test_rendering_twice_is_rendering_once(world):
    photo = attach(world, world.draft())
    assert photos.render(photo.pk, at=world.tick())
    before = files_of(photo)

    assert not photos.render(photo.pk, at=world.tick() + photos.LEASE)

    assert files_of(photo) == before


def test_a_photo_that_does_not_exist_or_was_removed_is_not_rendered(world):
    photo = attach(world, world.draft())
    actions.remove(photo, by=world.writer, at=world.tick())

    assert not photos.render(photo.pk, at=world.tick())
    assert not photos.render(photo.pk + 1, at=world.tick())


@pytest.mark.usefixtures("full_disk")
def test_a_failed_rendering_leaves_no_files_and_is_owed_again_later(world):
    photo = attach(world, world.draft(), size=(1000, 500))

    assert not photos.render(photo.pk, at=world.at)

    assert files_of(photo) == ["master.jpg"]
    assert not Rendition.objects.exists()
    assert not Photo.objects.awaiting_files(world.at + photos.LEASE / 2).exists()
    assert Photo.objects.awaiting_files(world.at + photos.LEASE).exists()


@pytest.mark.usefixtures("full_disk")
def test_a_photo_that_never_renders_is_given_up_and_shown_to_a_person(world):
    photo = attach(world, world.draft(), size=(1000, 500))
    at = world.at
    for _try in range(TRIES_MOST + 3):
        photos.render(photo.pk, at=at)
        at += photos.LEASE

    photo.refresh_from_db()
    assert photo.render_tries == TRIES_MOST
    assert not Photo.objects.awaiting_files(at + timedelta(days=9)).exists()
    assert list(Photo.objects.given_up(at)) == [photo]


def test_a_missing_master_does_not_crash_the_worker(world):
    photo = attach(world, world.draft())
    photo.file.storage.delete(photo.file.name)

    assert not photos.render(photo.pk, at=world.at)


def test_work_of_a_dead_worker_is_taken_over_when_its_lease_ends(world, monkeypatch):
    photo = attach(world, world.draft())
    monkeypatch.setattr(photos, "_write_files", killed)
    with pytest.raises(KeyboardInterrupt):
        photos.render(photo.pk, at=world.at)
    monkeypatch.undo()

    assert not photos.render(photo.pk, at=world.at + photos.LEASE / 2)
    assert photos.render(photo.pk, at=world.at + photos.LEASE)


def killed(photo, made):
    raise KeyboardInterrupt


def test_a_worker_that_lost_its_lease_takes_its_own_files_away_and_no_others(world, monkeypatch):
    photo = attach(world, world.draft())
    write = photos._write_files

    def slow(photo, made):
        write(photo, made)
        monkeypatch.setattr(photos, "_write_files", write)
        assert photos.render(photo.pk, at=world.at + photos.LEASE)

    monkeypatch.setattr(photos, "_write_files", slow)

    assert not photos.render(photo.pk, at=world.at)

    kept = sorted(row.file.name.partition("/")[2] for row in photo.renditions.all())
    assert files_of(photo) == sorted([*kept, "master.jpg"])
    assert len(kept) == 3


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_workers_at_the_same_moment_make_the_files_once(world):
    owed = [attach(world, world.draft(), size=(300 + n, 300)) for n in range(3)]

    for photo in owed:
        done = side_by_side(*[lambda pk=photo.pk: photos.render(pk, at=world.at)] * 4)
        assert sorted(done) == [False, False, False, True]
        assert len(files_of(photo)) == 4
        assert photo.renditions.count() == 3


def test_the_sweep_rings_for_owed_photos_only(world, monkeypatch):
    rung = []
    monkeypatch.setattr(tasks.render_photo, "delay", rung.append)
    done = attach(world, world.draft())
    photos.render(done.pk, at=world.at)
    owed = attach(world, world.draft())

    assert tasks.render_photos() == 1
    assert rung == [owed.pk]


def test_the_bell_rings_after_commit_and_a_broken_bell_harms_nothing(
    world, monkeypatch, django_capture_on_commit_callbacks
):
    rung = []

    def broken(pk):
        rung.append(pk)
        raise ConnectionError

    monkeypatch.setattr(tasks.render_photo, "delay", broken)
    with django_capture_on_commit_callbacks(execute=True):
        photo = attach(world, world.draft())
        tasks.prepare_soon(photo.release)
        assert rung == []

    assert rung == [photo.pk]
    assert tasks.render_photo(photo.pk)


@pytest.mark.parametrize(
    ("tries", "refusal"), [(0, refusals.PhotosNotReady), (TRIES_MOST, refusals.PhotoUnusable)]
)
def test_publishing_waits_for_files_and_says_when_waiting_is_in_vain(
    world: World, tries: int, refusal: type[refusals.Refusal]
) -> None:
    release = world.draft()
    photo = attach(world, release)
    Photo.objects.filter(pk=photo.pk).update(render_tries=tries)
    actions.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    with pytest.raises(refusal):
        actions.publish(release, by=world.national, at=world.tick())
