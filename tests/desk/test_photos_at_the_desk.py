"""Photos on the writing page: a bad one never costs the text, a good one never the privacy."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from newsroom.releases import actions
from newsroom.releases.models import Photo, Release
from tests.desk.conftest import Enter, typed
from tests.lib.images.samples import jpeg
from tests.releases.photos.album import prepare
from tests.world import World


def upload(content: bytes, name: str = "kebun.jpg") -> SimpleUploadedFile:
    """A file as the browser sends it."""
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


@pytest.fixture
def with_photo(world: World, enter: Enter) -> Release:
    """A draft with one photo, taken in at the desk."""
    release = world.draft()
    address = reverse("desk:release", args=[release.pk])
    enter(world.writer).post(address, {**typed(release), "photos": upload(jpeg())})
    prepare(release, at=timezone.now())
    release.refresh_from_db()
    return release


def words(photo: Photo, **changes: object) -> dict[str, object]:
    """The fields of one photo on the writing page."""
    kept = {"caption": photo.caption, "credit": photo.credit, "alt": photo.alt}
    kept |= {"position": photo.position + 1, **changes}  # type: ignore[dict-item]
    return {f"photo-{photo.pk}-{name}": value for name, value in kept.items()}


def test_a_photo_is_taken_in_with_the_text(with_photo: Release) -> None:
    assert with_photo.photos.count() == 1


def test_a_rejected_file_is_named_and_the_text_is_saved(world: World, enter: Enter) -> None:
    release = world.draft()
    fields = {
        **typed(release, headline="Judul selamat"),
        "photos": [upload(b"MZ not a photo", "virus.jpg"), upload(jpeg(), "baik.jpg")],
    }
    page = enter(world.writer).post(reverse("desk:release", args=[release.pk]), fields, follow=True)
    release.refresh_from_db()
    assert release.headline == "Judul selamat"
    assert release.photos.count() == 1
    assert "virus.jpg" in page.content.decode()


def test_a_wrong_field_does_not_cost_the_upload(world: World, enter: Enter) -> None:
    release = world.draft()
    client = enter(world.writer)
    address = reverse("desk:release", args=[release.pk])
    wrong = typed(release, event_date="besok lusa", headline="Belum tersimpan")
    page = client.post(address, {**wrong, "photos": upload(jpeg())})
    assert release.photos.count() == 1
    assert "Belum tersimpan" in page.content.decode()
    mended = {**wrong, "event_date": "2026-05-04", "base": page.context["form"]["base"].value()}
    photo = release.photos.get()
    assert client.post(address, {**mended, **words(photo)}).status_code == 302
    release.refresh_from_db()
    assert release.headline == "Belum tersimpan"


def test_an_upload_does_not_hide_what_somebody_else_changed(world: World, enter: Enter) -> None:
    release = world.draft()
    wrong = typed(release, event_date="besok lusa")
    actions.revise(release, by=world.colleague, at=world.tick(), fields={"headline": "Lain"})
    page = enter(world.writer).post(
        reverse("desk:release", args=[release.pk]), {**wrong, "photos": upload(jpeg())}
    )
    assert page.context["form"]["base"].value() == str(wrong["base"])


def test_words_are_written_and_a_photo_can_go(
    world: World, enter: Enter, with_photo: Release
) -> None:
    client, photo = enter(world.writer), with_photo.photos.get()
    address = reverse("desk:release", args=[with_photo.pk])
    told = words(photo, caption="Panen pagi", credit="Humas", alt="Sayur di keranjang")
    client.post(address, {**typed(with_photo), **told})
    photo.refresh_from_db()
    assert (photo.caption, photo.credit, photo.alt) == ("Panen pagi", "Humas", "Sayur di keranjang")
    with_photo.refresh_from_db()
    client.post(address, {**typed(with_photo), **words(photo, removed="on")})
    photo.refresh_from_db()
    assert photo.removed_at is not None


def test_photos_are_put_in_order(world: World, enter: Enter, with_photo: Release) -> None:
    client = enter(world.writer)
    address = reverse("desk:release", args=[with_photo.pk])
    client.post(address, {**typed(with_photo), "photos": upload(jpeg((700, 500)), "dua.jpg")})
    first, second = with_photo.photos.order_by("position")
    with_photo.refresh_from_db()
    order = words(first, position=5) | words(second, position=0)
    client.post(address, {**typed(with_photo), **order})
    assert [one.pk for one in with_photo.photos.order_by("position")] == [second.pk, first.pk]


def test_an_unpublished_photo_is_shown_to_its_desk_only(
    world: World, enter: Enter, with_photo: Release
) -> None:
    address = reverse("desk:picture", args=[with_photo.pk, with_photo.photos.get().pk])
    shown = enter(world.writer).get(address)
    assert b"".join(shown.streaming_content)[:2] == b"\xff\xd8"  # type: ignore[arg-type]
    assert "private" in shown.headers["Cache-Control"]
    assert enter(world.outsider).get(address).status_code == 404
    assert Client().get(address).status_code == 302


def test_the_web_server_sends_the_file_and_no_copy_is_kept(
    world: World, enter: Enter, with_photo: Release, settings: Settings
) -> None:
    settings.ACCEL_LOCATION = "/gambar-dalam/"
    photo = with_photo.photos.get()
    shown = enter(world.writer).get(reverse("desk:picture", args=[with_photo.pk, photo.pk]))
    file = photo.renditions.get(extension="jpg").file
    assert shown.headers["X-Accel-Redirect"] == f"/gambar-dalam/{file.name}"
    assert {"private", "no-store"} <= set(shown.headers["Cache-Control"].split(", "))
    assert shown.headers["X-Content-Type-Options"] == "nosniff"


def test_a_photo_is_not_reached_through_another_release(
    world: World, enter: Enter, with_photo: Release
) -> None:
    address = reverse("desk:picture", args=[world.draft().pk, with_photo.photos.get().pk])
    assert enter(world.writer).get(address).status_code == 404


def test_a_second_tab_shows_the_photo_words_it_would_undo(
    world: World, enter: Enter, with_photo: Release
) -> None:
    photo = with_photo.photos.get()
    stale = {**typed(with_photo), **words(photo)}
    client, address = enter(world.writer), reverse("desk:release", args=[with_photo.pk])
    client.post(address, {**typed(with_photo), **words(photo, caption="Panen di kebun.")})
    page = client.post(address, stale)
    assert page.status_code == 200
    shown = "".join(one.marked for one in page.context["beside"])
    assert "<del>" in shown
    assert "Panen di kebun." in shown


def test_people_count_photos_from_one(world: World, enter: Enter, with_photo: Release) -> None:
    page = enter(world.writer).get(reverse("desk:release", args=[with_photo.pk]))
    assert [form["position"].value() for form in page.context["strip"]] == [1]
