"""A photo has a public address exactly as long as a live, unheld edition carries it."""

import io
import json

import pytest
from django.urls import reverse
from PIL import Image

from newsroom.releases import actions
from newsroom.releases.models import Photo, Release
from tests.releases.photos import album


def address(photo, name="480.avif"):
    return reverse("public:picture", args=[photo.token, name])


def seen(client, where):
    """The response, read to its end."""
    response = client.get(where)
    response.getvalue()
    return response


def assert_nothing_here(response):
    assert response.status_code == 404
    assert response["Cache-Control"] == "no-store"
    assert response.content == b""
    assert "X-Accel-Redirect" not in response


@pytest.fixture
def photo(world):
    return album.published(world)


def test_a_published_photo_is_served_in_each_format(client, photo):
    formats = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
    for extension, format_name in formats.items():
        response = client.get(address(photo, f"480.{extension}"))
        content = response.getvalue()

        assert response.status_code == 200
        assert response["Content-Type"] == f"image/{extension.replace('jpg', 'jpeg')}"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Disposition"].startswith("inline")
        assert int(response["Content-Length"]) == len(content)
        with Image.open(io.BytesIO(content)) as image:
            assert (image.format, image.width) == (format_name, 480)


def test_a_browser_may_keep_it_and_shared_caches_ask_again(client, photo):
    response = seen(client, address(photo))

    assert "immutable" in response["Cache-Control"]
    assert "max-age=31536000" in response["Cache-Control"]
    assert "s-maxage=60" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies

    again = client.get(address(photo), headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304
    assert again["ETag"] == response["ETag"]
    assert again["Cache-Control"] == response["Cache-Control"]


def test_each_file_has_a_tag_of_its_own(client, photo):
    tags = {seen(client, address(photo, f"480.{one}"))["ETag"] for one in ("avif", "webp", "jpg")}

    assert len(tags) == 3


def test_a_photo_costs_one_query(client, photo, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get(address(photo)).getvalue()


def test_only_safe_methods_are_answered(client, photo):
    head = client.head(address(photo))
    for close in head._resource_closers:
        close()
    assert head.status_code == 200
    assert client.post(address(photo)).status_code == 405


def test_a_proxy_sends_the_file_where_one_is_set_up(client, photo, settings):
    settings.ACCEL_LOCATION = "/gambar-dalam/"
    response = client.get(address(photo))

    name = photo.renditions.get(extension="avif").file.name
    assert response["X-Accel-Redirect"] == f"/gambar-dalam/{name}"
    assert response["Content-Type"] == "image/avif"
    assert "immutable" in response["Cache-Control"]
    assert response.content == b""


@pytest.mark.parametrize(
    "name",
    ["481.avif", "480.png", "480", "480.", ".avif", "-480.avif", "٤٨٠.avif", "9" * 30 + ".avif"],
)
def test_a_file_that_was_never_made_is_not_found(client, photo, name):
    assert_nothing_here(client.get(address(photo, name)))


def test_the_master_has_no_address(client, photo):
    assert_nothing_here(client.get(address(photo, "master.jpg")))


@pytest.mark.parametrize("token", ["", "0" * 32, "None", "null"])
def test_an_unknown_token_is_not_found(client, photo, token):
    assert client.get(f"/foto/{token}/480.avif").status_code == 404


def test_a_token_has_128_unguessable_bits(world):
    tokens = {album.published(world).token for _ in range(3)}

    assert len(tokens) == 3
    assert all(len(bytes.fromhex(token)) == 16 for token in tokens)


def test_a_photo_of_an_unpublished_text_has_no_token_at_any_step(world):
    release = world.draft()
    photo = album.rendered(world, release)
    steps = (
        lambda: actions.submit(release, by=world.writer, at=world.tick()),
        lambda: world.approve(release),
    )
    for step in steps:
        step()
        photo.refresh_from_db()
        assert photo.token is None


def test_a_held_photo_disappears_and_comes_back_under_the_same_address(client, world, photo):
    where = address(photo)
    release = actions.hold(
        photo.release, by=world.national, at=world.tick(), note="Menunggu konfirmasi."
    )
    assert_nothing_here(client.get(where))

    actions.resume(release, by=world.national, at=world.tick())
    assert seen(client, where).status_code == 200


def test_a_known_tag_does_not_reveal_a_held_photo(client, world, photo):
    tag = seen(client, address(photo))["ETag"]
    actions.hold(photo.release, by=world.national, at=world.tick(), note="Menunggu konfirmasi.")

    assert_nothing_here(client.get(address(photo), headers={"If-None-Match": tag}))


def test_a_withdrawn_photo_is_gone_for_good(client, world, photo):
    actions.withdraw(photo.release, by=world.national, at=world.tick(), note="Keliru.")

    assert_nothing_here(client.get(address(photo)))
    photo.refresh_from_db()
    assert photo.public_since is None
    assert photo.token


def test_a_photo_stays_public_while_a_correction_without_it_is_written(client, world, photo):
    release = actions.correct(photo.release, by=world.writer, at=world.tick())
    actions.remove(photo, by=world.writer, at=world.tick())
    assert seen(client, address(photo)).status_code == 200

    actions.revise(
        release, by=world.writer, at=world.tick(), fields={"change_note": "Foto keliru dicabut."}
    )
    replacement = album.rendered(world, release, size=(400, 300))
    actions.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    replacement.refresh_from_db()
    assert replacement.token is None
    actions.publish(release, by=world.national, at=world.tick())

    replacement.refresh_from_db()
    assert_nothing_here(client.get(address(photo)))
    assert seen(client, address(replacement, "400.webp")).status_code == 200


def test_a_photo_kept_through_a_correction_keeps_its_address(client, world, photo):
    world.corrected(photo.release)

    assert Photo.objects.get(pk=photo.pk).token == photo.token
    assert seen(client, address(photo)).status_code == 200


def test_what_is_public_is_exactly_what_the_live_edition_lists(world, photo):
    actions.correct(photo.release, by=world.writer, at=world.tick())
    album.rendered(world, photo.release, size=(400, 300))

    listed = json.loads(Release.objects.get().live_edition.content)["photos"]
    public = Photo.objects.filter(public_since__isnull=False)
    assert [one.pk for one in public] == [one["id"] for one in listed] == [photo.pk]


def test_a_lost_file_is_not_found_and_not_kept(client, photo):
    row = photo.renditions.get(extension="avif")
    row.file.storage.delete(row.file.name)

    assert_nothing_here(client.get(address(photo)))


@pytest.mark.parametrize(
    "where",
    ["/foto/%00/480.avif", "/foto/abc/480.%00", "/foto/abc/%EF%BC%94.avif", "/foto/ä/4.jpg"],
)
def test_an_address_no_photo_could_have_is_not_found(client, db, where):
    assert client.get(where).status_code == 404
