"""Faces at the desk: marked and answered on the original; whoever looks is written down."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.contributors.models import User
from newsroom.lib.images import Box
from newsroom.releases import actions
from newsroom.releases.actions import Mark
from newsroom.releases.models import Face, OriginalView, Photo, Release
from newsroom.releases.models.photos import TRIES_MOST
from newsroom.safeguards.models import Consent
from tests.desk.conftest import Enter, typed
from tests.releases.photos.album import attach, published, rendered, unsearched
from tests.world import World

LEFT, RIGHT = Box(0.1, 0.2, 0.2, 0.3), Box(0.6, 0.2, 0.2, 0.3)


@pytest.fixture
def photo(world: World) -> Photo:
    """A searched photo of a draft with two faces that a detector found."""
    one = attach(world, world.draft())
    for box in (LEFT, RIGHT):
        face = Face(photo=one, source="detected")
        face.box = box
        face.save()
    actions.revise(one.release, by=world.writer, at=world.tick(), fields={"lead": "Panen."})
    return one


def address(name: str, photo: Photo) -> str:
    """One of the photo's addresses at the desk."""
    return reverse(f"desk:{name}", args=[photo.release_id, photo.pk])


def sent(photo: Photo, **changes: Any) -> dict[str, Any]:
    """What the page sends where nothing was touched."""
    fields: dict[str, Any] = {"focal": f"{photo.focal_x} {photo.focal_y}"}
    for face in photo.faces.kept():
        box = f"{face.x} {face.y} {face.width} {face.height}"
        fields |= {f"face-{face.pk}-box": box, f"face-{face.pk}-answer": face.answer}
    return {**fields, **changes}


def in_the_text(world: World, release: Release) -> list[dict[str, Any]]:
    """The faces of the first photo in the newest revision."""
    faces: list[dict[str, Any]] = json.loads(world.newest(release).content)["photos"][0]["faces"]
    return faces


def test_boxes_and_answers_are_saved_in_one_edit(world: World, enter: Enter, photo: Photo) -> None:
    left, right = photo.faces.kept()
    before = world.newest(photo.release).number
    form = sent(
        photo,
        **{
            f"face-{left.pk}-answer": "staff",
            f"face-{right.pk}-removed": "on",
            "new-0-box": "0.4 0.5 0.1 0.12",
            "new-0-answer": "blur",
        },
    )
    answer = enter(world.writer).post(address("faces", photo), form)

    assert answer.headers["Location"] == address("faces", photo)
    assert in_the_text(world, photo.release) == [
        {"box": [0.1, 0.2, 0.2, 0.3], "answer": "staff"},
        {"box": [0.4, 0.5, 0.1, 0.12], "answer": "blur"},
    ]
    assert world.newest(photo.release).number == before + 1


def test_one_tap_answers_all_that_are_open(world: World, enter: Enter, photo: Photo) -> None:
    left = photo.faces.kept()[0]
    form = sent(photo, **{f"face-{left.pk}-answer": "blur", "all": "staff"})
    enter(world.writer).post(address("faces", photo), form)
    assert [face["answer"] for face in in_the_text(world, photo.release)] == ["blur", "staff"]


def test_a_script_is_given_the_inside_of_the_page(world: World, enter: Enter, photo: Photo) -> None:
    answer = enter(world.writer).post(
        address("faces", photo), sent(photo, all="staff"), headers={"accept": "application/json"}
    )
    told = answer.json()
    assert told["address"] == address("faces", photo)
    assert told["inside"].count('class="box is-staff"') == 2


def test_a_stale_page_is_told_and_loses_nothing(world: World, enter: Enter, photo: Photo) -> None:
    form = sent(photo)
    left = photo.faces.kept()[0]
    actions.mark_faces(photo, [Mark(left.pk, None)], by=world.colleague, at=world.tick())
    client = enter(world.writer)
    by_script = client.post(address("faces", photo), form, headers={"accept": "application/json"})
    assert by_script.status_code == 409
    assert by_script.json()["told"]
    assert client.post(address("faces", photo), form).status_code == 302


@pytest.mark.parametrize(
    "junk",
    [
        {"new-0-box": "1 2 3"},
        {"new-0-box": "a b c d"},
        {"new-0-box": "nan inf 1e9 0"},
        {"new-0-box": "0.1 0.1 0.1 0.1", "new-0-answer": "shout"},
        {"face-0-box": ""},
        {"focal": "middle"},
        {"all": "consent"},
        {"also": "publish"},
        {"new-0-box": "0.1 0.1 0.1 0.1", "new-0-answer": "consent", "new-0-consent": "x"},
    ],
)
def test_nonsense_breaks_nothing(
    world: World, enter: Enter, photo: Photo, junk: dict[str, str]
) -> None:
    answer = enter(world.writer).post(address("faces", photo), junk)
    assert answer.status_code == 302
    assert not photo.faces.exclude(answer="").exists()


def test_the_centre_of_attention_is_set_on_the_same_page(
    world: World, enter: Enter, photo: Photo
) -> None:
    enter(world.writer).post(address("faces", photo), sent(photo, focal="0.25 1.7"))
    photo.refresh_from_db()
    assert (str(photo.focal_x), str(photo.focal_y)) == ("0.250", "1.000")


def test_a_look_at_the_original_is_written_down_once_an_hour_and_listed(
    world: World, enter: Enter, photo: Photo
) -> None:
    client = enter(world.colleague)
    for _look in range(3):
        shown = client.get(address("original", photo))
        assert shown.status_code == 200
    with photo.file.open("rb") as file:
        assert shown.content == file.read()
    assert "no-store" in shown.headers["Cache-Control"]
    assert OriginalView.objects.get().by == world.colleague
    history = client.get(reverse("desk:history", args=[photo.release_id])).content.decode()
    assert 'id="originals"' in history
    assert world.colleague.full_name in history


def test_an_original_is_never_sent_by_the_web_server(
    world: World, enter: Enter, photo: Photo, settings: Any
) -> None:
    settings.ACCEL_LOCATION = "/gambar-dalam/"
    shown = enter(world.writer).get(address("original", photo))
    assert "X-Accel-Redirect" not in shown.headers
    assert shown.content[:2] == b"\xff\xd8"


def administrator(world: World) -> User:
    """Somebody who keeps the installation and writes for no unit."""
    return User.objects.create_superuser("kepala@uji.example", "kata-sandi-uji", full_name="Admin")


@pytest.mark.parametrize("name", ["faces", "original", "photo_state", "picture"])
def test_people_of_other_units_find_nothing(
    world: World, enter: Enter, photo: Photo, name: str
) -> None:
    other = world.person("Penulis Lain", "writer", facility=world.lpka)
    assert enter(world.outsider).get(address(name, photo)).status_code == 404
    assert enter(other).get(address(name, photo)).status_code == 404
    assert Client().get(address(name, photo)).status_code == 302
    assert not OriginalView.objects.exists()


def test_keeping_the_installation_is_no_reason_to_look(
    world: World, enter: Enter, photo: Photo, settings: Any
) -> None:
    settings.MFA_REQUIRED = False
    client = enter(administrator(world))
    assert client.get(address("original", photo)).status_code == 404
    assert client.get(address("faces", photo)).status_code == 302
    client.post(address("faces", photo), sent(photo, all="staff"))
    assert not photo.faces.exclude(answer="").exists()


def test_a_photo_is_not_reached_through_another_release(
    world: World, enter: Enter, photo: Photo
) -> None:
    other = reverse("desk:original", args=[world.draft().pk, photo.pk])
    assert enter(world.writer).get(other).status_code == 404


def test_everywhere_else_the_desk_shows_no_face_that_is_not_answered(
    world: World, enter: Enter
) -> None:
    photo = rendered(world, world.draft())
    client = enter(world.writer)
    plain = b"".join(client.get(address("picture", photo)).streaming_content)  # type: ignore[arg-type]
    actions.mark_faces(photo, [Mark(None, LEFT)], by=world.writer, at=world.tick())

    assert client.get(address("picture", photo)).status_code == 404
    text = client.get(reverse("desk:release", args=[photo.release_id])).content.decode()
    assert "photo-coming" in text
    assert address("original", photo) not in text
    preview = client.get(reverse("desk:preview", args=[photo.release_id])).content.decode()
    assert address("original", photo) not in preview
    assert address("picture", photo) not in preview
    assert plain


def test_the_writing_page_says_how_many_faces_wait(
    world: World, enter: Enter, photo: Photo
) -> None:
    text = enter(world.writer).get(reverse("desk:release", args=[photo.release_id]))
    strip = text.context["strip"]
    assert [(form.instance.faces_open, form.instance.faces_kept) for form in strip] == [(2, 2)]
    assert f'id="id_photo-{photo.pk}-faces"' in text.content.decode()


def test_the_state_tells_progress_in_percent(world: World, enter: Enter) -> None:
    photo = unsearched(world, world.draft())
    Photo.objects.update(faces_progress=40)
    client = enter(world.writer)
    state = client.get(address("photo_state", photo)).json()
    assert (state["searched"], state["progress"], state["ready"]) == (False, 40, False)
    page = client.get(address("faces", photo)).content.decode()
    assert 'value="40"' in page
    assert address("photo_state", photo) in page


def test_a_person_confirms_where_the_service_gave_up(world: World, enter: Enter) -> None:
    photo = unsearched(world, world.draft())
    Photo.objects.update(faces_tries=TRIES_MOST, faces_given_up_at=datetime.now(UTC))
    form = sent(photo, **{"new-0-box": "0.1 0.1 0.2 0.2", "new-0-answer": "blur"})
    enter(world.writer).post(address("faces", photo), {**form, "also": "confirm"})
    photo.refresh_from_db()
    assert photo.faces_searched_at is not None
    assert photo.faces.kept().count() == 1


def test_where_children_live_only_adults_and_blur_are_offered(world: World, enter: Enter) -> None:
    release = world.draft(facility=world.lpka)
    writer, world.writer = world.writer, world.regional
    photo = attach(world, release)
    world.writer = writer
    Consent.objects.create(
        facility=world.lpka,
        for_face=True,
        given_date=world.at.date(),
        recorded_by=world.regional,
        recorded_at=world.at,
    )
    page = enter(world.regional).get(address("faces", photo))
    assert [value for value, _label in page.context["options"]] == [
        "staff",
        "public_figure",
        "blur",
    ]


def test_a_photo_that_was_replaced_leads_to_the_one_that_took_its_place(
    world: World, enter: Enter
) -> None:
    old = published(world)
    client = enter(world.writer)
    assert client.get(address("faces", old)).status_code == 302
    actions.correct(old.release, by=world.writer, at=world.tick())
    form = sent(old, **{"new-0-box": "0.1 0.1 0.2 0.2", "new-0-answer": "blur"})
    moved = client.post(address("faces", old), form)
    fresh = old.release.photos.kept().get()
    assert fresh.pk != old.pk
    assert moved.headers["Location"] == address("faces", fresh)
    assert client.get(address("faces", old)).headers["Location"] == address("faces", fresh)


def test_a_photo_with_hundreds_of_faces_can_be_answered(
    world: World, enter: Enter, photo: Photo
) -> None:
    for number in range(600):
        face = Face(photo=photo, source="detected")
        face.box = Box(number % 30 / 30, number // 30 / 20, 0.02, 0.02)
        face.save()
    client = enter(world.writer)
    assert client.get(address("faces", photo)).status_code == 200
    assert client.post(address("faces", photo), sent(photo, all="blur")).status_code == 302
    assert not photo.faces.open().exists()


def test_faces_are_numbered_as_one_reads(world: World, enter: Enter, photo: Photo) -> None:
    photo.faces.all().delete()
    for x, y in ((0.7, 0.10), (0.1, 0.14), (0.4, 0.12), (0.5, 0.6), (0.1, 0.65)):
        face = Face(photo=photo, source="detected")
        face.box = Box(x, y, 0.1, 0.2)
        face.save()
    page = enter(world.writer).get(address("faces", photo))
    shown = [float(card.face.x) for card in page.context["cards"]]
    assert shown == [0.1, 0.4, 0.7, 0.1, 0.5]


def test_one_tap_on_the_writing_page_answers_the_faces_of_all_photos_and_saves_the_text(
    world: World, enter: Enter, photo: Photo
) -> None:
    second = attach(world, photo.release, size=(500, 400))
    actions.mark_faces(second, [Mark(None, LEFT)], by=world.writer, at=world.tick())
    release = Release.objects.get(pk=photo.release_id)
    client, page = enter(world.writer), reverse("desk:release", args=[release.pk])
    assert client.get(page).context["faces_open"] == 3
    client.post(page, {**typed(release, headline="Judul yang diketik"), "faces": "staff"})
    assert not Face.objects.open().exists()
    release.refresh_from_db()
    assert release.headline == "Judul yang diketik"


def test_a_writing_page_asks_no_more_for_more_photos(
    world: World, enter: Enter, photo: Photo
) -> None:
    client, page = enter(world.writer), reverse("desk:release", args=[photo.release_id])

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page).status_code == 200
        return len(captured)

    asked()
    before = asked()
    for number in range(4):
        attach(world, photo.release, size=(400 + number, 300))
    assert asked() == before
