"""The road at the desk, walked in a real browser: draft, submit, return, approve, publish."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from newsroom.releases.models import Release
from tests.at_the_desk import give_back, step
from tests.browser.conftest import PASSWORD, Visitor
from tests.lib.images.samples import jpeg
from tests.world import World

pytestmark = pytest.mark.browser

Visit = Callable[..., Visitor]
HEADLINE = "Warga binaan merakit kursi dari kayu bekas"


def write(page: Any, world: World) -> None:
    """Fill the new release's form as a person would."""
    page.goto(page.url.split("/desk/")[0] + reverse("desk:write"))
    page.fill("[name=headline]", HEADLINE)
    page.fill("[name=lead]", "Sepuluh kursi dirakit warga binaan pada Senin pagi di bengkel kerja.")
    page.fill("[name=dateline_place]", "Uji Damai")
    page.fill("[name=event_date]", "2026-05-04")
    page.click(".ProseMirror[contenteditable=true]")
    page.keyboard.press("Control+b")
    page.keyboard.type("Kayu bekas")
    page.keyboard.press("Control+b")
    page.keyboard.type(" palet diubah menjadi kursi yang kokoh.")
    page.check(f"[name=contributors][value='{world.byline.pk}']")
    page.click(".save-bar .forward")
    page.wait_for_url(re.compile(r"/desk/siaran/\d+/$"))


def test_a_release_goes_from_the_writers_draft_to_the_public_page(
    world: World, visitor: Visit
) -> None:
    writer, editor, reader = visitor(), visitor(), visitor(390)
    page, desk = writer.sign_in(world.writer), editor.sign_in(world.colleague)
    write(page, world)
    page.click("[name=then][value=submit]")
    release = Release.objects.get()
    assert release.body.startswith("<p><strong>Kayu bekas</strong> palet diubah")

    desk.reload()
    desk.click(f"text={HEADLINE}")
    give_back(desk, "Sebut jumlah kayunya.")
    page.reload()
    assert page.locator(".notice", has_text="Sebut jumlah kayunya.").is_visible()
    page.fill("[name=lead]", "Sepuluh kursi dirakit dari dua puluh batang kayu bekas.")
    page.click("[name=then][value=submit]")

    desk.reload()
    step(desk, "approve").locator("button").click()
    step(desk, "publish").locator("button").click()
    release.refresh_from_db()
    shown = reader.open(release.get_absolute_url()).locator("main").inner_text()
    assert HEADLINE in shown
    assert "dua puluh batang kayu bekas" in shown
    assert [*writer.complaints, *editor.complaints, *reader.complaints] == []


def test_choosing_a_photo_changes_no_word_of_the_text(world: World, visitor: Visit) -> None:
    release = world.draft()
    someone = visitor(390)
    someone.sign_in(world.writer)
    page = someone.open(reverse("desk:release", args=[release.pk]))
    photo = {"name": "kebun.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
    page.set_input_files("[name=photos]", photo)
    assert page.input_value("[name=dateline_place]") == "Uji Damai"
    page.click(".save-bar button >> nth=0")
    page.wait_for_selector(".photo .shown-photo")
    release.refresh_from_db()
    assert (release.dateline_place, release.photos.count()) == ("Uji Damai", 1)
    assert someone.complaints == []


@pytest.mark.parametrize(
    "name", ["admin:index", "admin:releases_release_changelist", "desk:write", "desk:paste"]
)
def test_the_desk_fits_a_phone(world: World, visitor: Visit, name: str) -> None:
    for _ in range(3):
        world.draft(headline="Judul yang panjang sekali " * 7)
    someone = visitor(390)
    someone.sign_in(world.writer)
    page = someone.open(reverse(name))
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert someone.complaints == []


def test_the_desk_can_be_worked_without_javascript(world: World, visitor: Visit) -> None:
    release = world.submitted()
    editor = visitor(java_script_enabled=False)
    editor.sign_in(world.colleague)
    page = editor.open(reverse("desk:release", args=[release.pk]))
    step(page, "approve").locator("button").click()
    page.wait_for_selector("[action$='/langkah/publish/'], [href$='/langkah/publish/']")
    release.refresh_from_db()
    assert release.status == "approved"


def test_words_typed_into_an_ended_session_come_back_after_signing_in(
    world: World, visitor: Visit
) -> None:
    release = world.draft()
    someone = visitor(390)
    someone.sign_in(world.writer)
    page = someone.open(reverse("desk:release", args=[release.pk]))
    page.fill("[name=headline]", "Judul yang diketik lama sekali")
    page.click(".ProseMirror[contenteditable=true]")
    page.keyboard.type("Kalimat yang tidak boleh hilang. ")
    page.context.clear_cookies(name="sessionid")
    page.click(".save-bar button >> nth=0")
    page.fill("[name=login]", world.writer.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    assert page.locator("#put-back").is_visible()
    assert page.input_value("[name=headline]") == "Judul yang diketik lama sekali"
    assert "Kalimat yang tidak boleh hilang." in page.locator(".tiptap").inner_text()
    page.click(".save-bar button >> nth=0")
    assert not page.locator("#put-back").is_visible()
    release.refresh_from_db()
    assert release.headline == "Judul yang diketik lama sekali"
    assert "Kalimat yang tidak boleh hilang." in release.body
    assert someone.complaints == []
