"""Faces marked and answered with a finger on a phone, and what becomes of the picture."""

import io
import time
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image, ImageChops, ImageStat

from newsroom.lib.images import Box
from newsroom.releases import actions, faces, photos
from newsroom.releases.models import Photo
from tests.browser.test_desk_road import Visit
from tests.lib.images.samples import encoded
from tests.releases.photos.album import WORDS
from tests.world import World

pytestmark = pytest.mark.browser


@pytest.fixture
def photo(world: World) -> Photo:
    """A searched photo without faces, of many greys, so that a blur shows wherever it lies."""
    colours = Image.effect_noise((600, 400), 90).convert("RGB")
    upload = SimpleUploadedFile("foto.jpg", encoded(colours, quality=95), "image/jpeg")
    release = world.draft()
    one = actions.attach(
        release, photos.read(upload), by=world.writer, at=world.tick(), words=WORDS
    )
    faces.search(one.pk, at=world.tick())
    one.faces.all().delete()
    actions.revise(release, by=world.writer, at=world.tick(), fields={"lead": "Panen pagi."})
    return one


def marking(visitor: Visit, world: World, photo: Photo, **options: Any) -> Any:
    """A phone with the photo's faces open."""
    someone = visitor(390, has_touch=True, is_mobile=True, **options)
    someone.sign_in(world.writer)
    page = someone.open(reverse("desk:faces", args=[photo.release_id, photo.pk]))
    page.wait_for_function("document.querySelector('.stage img')?.naturalWidth > 0")
    return page, someone


def swipe(page: Any, start: tuple[float, float], end: tuple[float, float]) -> None:
    """One finger from one spot of the window to another, within a second that has just passed.

    It rests before it leaves, as else the browser takes it for a fling and swallows the next tap.
    """
    touch = page.context.new_cdp_session(page)
    began = time.time() - 1

    def send(kind: str, after: float, *spots: tuple[float, ...]) -> None:
        points = [{"x": x, "y": y} for x, y in spots]
        moment = {"type": kind, "touchPoints": points, "timestamp": began + after}
        touch.send("Input.dispatchTouchEvent", moment)

    send("touchStart", 0, start)
    for part in (0.25, 0.5, 0.75, 1.0):
        on_the_way = (a + (b - a) * part for a, b in zip(start, end, strict=True))
        send("touchMove", part / 2, tuple(on_the_way))
    send("touchMove", 0.9, end)
    send("touchEnd", 0.95)


def spot(page: Any, x: float, y: float) -> tuple[float, float]:
    """A spot of the photo, in shares, as a spot of the window."""
    page.locator(".stage").scroll_into_view_if_needed()
    frame = page.locator(".stage").bounding_box()
    return frame["x"] + x * frame["width"], frame["y"] + y * frame["height"]


def save(page: Any) -> None:
    """Save and wait until it is done."""
    with page.expect_response(lambda answer: answer.request.method == "POST") as saved:
        page.click(".save-bar .forward")
    assert saved.value.ok


def near(box: Box, x: float, y: float, width: float, height: float) -> bool:
    """Whether the box lies there, within two hundredths."""
    wanted = (x, y, width, height)
    found = (box.x, box.y, box.width, box.height)
    return all(abs(one - other) < 0.02 for one, other in zip(found, wanted, strict=True))


def test_a_face_is_added_moved_answered_and_hidden_by_touch(
    world: World, visitor: Visit, photo: Photo
) -> None:
    photos.render(photo.pk, at=world.tick())
    before = shown(photo)
    page, someone = marking(visitor, world, photo)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.tap("[data-tool=add]")
    swipe(page, spot(page, 0.1, 0.1), spot(page, 0.3, 0.4))
    assert page.locator(".face").count() == 1
    page.tap(".answer.is-blur")
    save(page)
    page.wait_for_selector(".box.is-blur")
    assert near(photo.faces.get().box, 0.1, 0.1, 0.2, 0.3)

    swipe(page, spot(page, 0.2, 0.25), spot(page, 0.6, 0.55))
    save(page)
    face = photo.faces.get()
    assert near(face.box, 0.5, 0.4, 0.2, 0.3)
    assert (face.answer, face.answered_by) == ("blur", world.writer)
    assert someone.complaints == []

    photos.render(photo.pk, at=timezone.now())
    after = shown(photo)
    changed = ImageChops.difference(before, after)
    inside = changed.crop(face.box.pixels(*after.size))
    outside = changed.crop((0, 0, 100, 100))
    assert sum(ImageStat.Stat(inside).mean) > 5 * sum(ImageStat.Stat(outside).mean)


def shown(photo: Photo) -> Image.Image:
    """The photo as readers would get it."""
    row = photo.renditions.filter(extension="webp").order_by("width").last()
    assert row is not None
    with row.file.open("rb") as file:
        return Image.open(io.BytesIO(file.read())).convert("RGB")


def test_a_tap_adds_a_box_a_corner_resizes_it_and_a_tick_takes_it_away(
    world: World, visitor: Visit, photo: Photo
) -> None:
    page, someone = marking(visitor, world, photo)
    page.tap("[data-tool=add]")
    page.touchscreen.tap(*spot(page, 0.5, 0.5))
    page.tap(".answer.is-staff")
    save(page)
    box = photo.faces.get().box
    assert box.holds(0.5, 0.5)

    page.wait_for_selector(".box.is-staff")
    page.touchscreen.tap(*spot(page, 0.5, 0.5))
    swipe(page, spot(page, box.x + box.width, box.y + box.height), spot(page, 0.8, 0.8))
    save(page)
    wide = photo.faces.get().box
    assert near(wide, box.x, box.y, 0.8 - box.x, 0.8 - box.y)

    page.tap(".face .remove")
    save(page)
    page.wait_for_function("!document.querySelector('.face')")
    assert not photo.faces.kept().exists()
    assert someone.complaints == []


def test_the_centre_of_attention_is_set_by_a_tap(
    world: World, visitor: Visit, photo: Photo
) -> None:
    page, _someone = marking(visitor, world, photo)
    page.tap("[data-tool=focal]")
    page.touchscreen.tap(*spot(page, 0.25, 0.75))
    save(page)
    photo.refresh_from_db()
    assert abs(float(photo.focal_x) - 0.25) < 0.02
    assert abs(float(photo.focal_y) - 0.75) < 0.02


def test_boxes_are_worked_by_keys_alone(world: World, visitor: Visit, photo: Photo) -> None:
    someone = visitor(1280)
    someone.sign_in(world.writer)
    page = someone.open(reverse("desk:faces", args=[photo.release_id, photo.pk]))
    page.focus("[data-tool=add]")
    page.keyboard.press("Enter")
    for key in ("ArrowRight", "ArrowDown", "Shift+ArrowRight"):
        for _ in range(4):
            page.keyboard.press(key)
    page.check("[name=new-0-answer][value=public_figure]", force=True)
    save(page)
    first = photo.faces.get().box
    assert abs(first.x + first.width / 2 - 0.53) < 0.005
    page.focus(".box")
    page.keyboard.press("Delete")
    save(page)
    assert not photo.faces.kept().exists()
    assert someone.complaints == []


def test_boxes_outlive_a_lost_connection(world: World, visitor: Visit, photo: Photo) -> None:
    page, _someone = marking(visitor, world, photo)
    page.tap("[data-tool=add]")
    swipe(page, spot(page, 0.1, 0.1), spot(page, 0.3, 0.4))
    page.context.set_offline(True)
    page.click(".save-bar .forward")
    page.wait_for_selector(".marking-told.failed")
    assert page.locator(".box").count() == 1
    page.context.set_offline(False)
    save(page)
    assert photo.faces.count() == 1


def test_faces_are_answered_without_javascript(world: World, visitor: Visit, photo: Photo) -> None:
    marks = [
        actions.Mark(None, Box(0.1, 0.1, 0.2, 0.2)),
        actions.Mark(None, Box(0.6, 0.1, 0.2, 0.2)),
    ]
    actions.mark_faces(photo, marks, by=world.writer, at=world.tick())
    someone = visitor(390, java_script_enabled=False)
    someone.sign_in(world.writer)
    page = someone.open(reverse("desk:faces", args=[photo.release_id, photo.pk]))
    assert page.locator(".face .crop").count() == 2
    page.locator(".face").nth(0).locator("input[value=staff]").check(force=True)
    page.locator(".face").nth(1).locator(".remove input").check()
    page.click(".save-bar .forward")
    page.wait_for_load_state()
    assert [face.answer for face in photo.faces.kept()] == ["staff"]
