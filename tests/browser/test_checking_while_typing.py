"""The check beside the text, in a real browser: it follows the typing, marks, mends and is left."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import reverse

from newsroom.releases import judging
from newsroom.releases.models import Release
from newsroom.safeguards import Finding, Group, Level, Matter, check
from newsroom.safeguards.rules.identity_numbers import identity_numbers
from newsroom.safeguards.rules.required_parts import required_parts
from tests.browser.conftest import PASSWORD, Visitor
from tests.world import World

pytestmark = pytest.mark.browser

Visit = Callable[..., Visitor]
NIK = "6271034505120003"
BODY = ".ProseMirror[contenteditable=true]"
#: Where one of the marks in the editor stands, by its words.
MARKED = "level => [...(CSS.highlights.get('finding-' + level) || [])].map(range => String(range))"


def sample_rule(matter: Matter) -> Iterator[Finding]:
    """One finding of each kind, whatever the real lists say this year."""
    told = (
        ("Kelas II B", Level.WARNING, ("Kelas IIB",), "sample", Group.LANGUAGE),
        ("dalam rangka", Level.SUGGESTION, ("untuk", "guna"), "sample", Group.LANGUAGE),
        ("Budi Percobaan", Level.WARNING, (), "unknown_person", Group.INMATE),
        ("Ani Percobaan", Level.BLOCK, ("Anak",), "child_name", Group.CHILD),
    )
    known = {one.name for one in matter.people}
    for reading in matter.prose:
        for words, level, new, rule, group in told:
            for match in re.finditer(words, reading.clear):
                if words not in known:
                    yield reading.finding(
                        match.span(), rule=rule, group=group, level=level, reason="Contoh.",
                        replacements=new, safe=level == Level.WARNING and bool(new),
                    )  # fmt: skip


@pytest.fixture(autouse=True)
def _few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = (required_parts, identity_numbers, sample_rule)
    monkeypatch.setattr(judging, "check", lambda matter: check(matter, rules))


@pytest.fixture(params=[1280, 390])
def someone(request: pytest.FixtureRequest, visitor: Visit, world: World) -> Visitor:
    """The writer, at a desk and on a phone."""
    guest = visitor(request.param)
    guest.sign_in(world.writer)
    return guest


def open_form(someone: Visitor, release: Release) -> Any:
    """The writing page, once its editor and its first check stand."""
    with someone.page.expect_response(re.compile("/periksa/$")):
        page = someone.open(reverse("desk:release", args=[release.pk]))
    page.wait_for_selector(BODY)
    return page


def tally(page: Any, *counts: int) -> None:
    """Wait until the panel counts so many that must, should and could be settled."""
    page.wait_for_function(
        "wanted => [...document.querySelectorAll('.checked .tally b')]"
        ".map(one => one.textContent).join() === wanted",
        arg=",".join(map(str, counts)),
    )


def look(page: Any) -> Any:
    """The panel, opened where it is a sheet."""
    if page.locator(".check-bar").is_visible() and not page.locator("#findings").is_visible():
        page.click(".check-bar")
    return page.locator("#findings")


def put_down(page: Any) -> None:
    """Close the sheet where it is one."""
    if page.locator("#findings .close").is_visible():
        page.click("#findings .close")


def tap_mark(page: Any) -> None:
    """Tap the editor's mark of a suggestion in its middle."""
    spot = page.evaluate(
        "[...CSS.highlights.get('finding-could')][0].getBoundingClientRect().toJSON()"
    )
    page.mouse.click(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)


def test_findings_and_marks_follow_the_typing(world: World, someone: Visitor) -> None:
    page = open_form(someone, world.draft())
    tally(page, 0, 0, 0)
    page.fill("[name=lead]", f"Rutan Kelas II B mencatat NIK {NIK} pada Senin.")
    page.click(BODY)
    page.keyboard.press("Control+End")
    page.keyboard.type(" Panen dalam rangka hari jadi, kata Budi Percobaan.")
    tally(page, 1, 2, 1)
    assert page.locator(".mirror mark.must").inner_text() == NIK
    assert page.locator(".mirror mark.should").inner_text() == "Kelas II B"
    assert page.evaluate(MARKED, "could") == ["dalam rangka"]
    assert page.evaluate(MARKED, "should") == ["Budi Percobaan"]
    assert page.evaluate("document.activeElement.matches('.ProseMirror')")  # typing goes on
    page.keyboard.press("Control+Home")
    page.keyboard.type("Dua ")
    assert page.evaluate(MARKED, "could") == ["dalam rangka"]  # the mark has moved with its words
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert someone.complaints == []


def test_one_tap_mends_a_plain_field_and_the_editor(world: World, someone: Visitor) -> None:
    release = world.draft(
        lead="Lapas dalam rangka panen.",
        body="<p>Satu <strong>dalam rangka</strong> dua.</p><p>Tiga dalam rangka empat.</p>",
    )
    page = open_form(someone, release)
    tally(page, 0, 0, 3)
    look(page).locator("[data-anchor=id_lead] button.mend >> nth=0").click()
    tally(page, 0, 0, 2)
    assert page.input_value("[name=lead]") == "Lapas untuk panen."
    look(page).locator("[data-anchor=id_body][data-turn='1'] button.mend >> nth=1").click()
    tally(page, 0, 0, 1)
    look(page).locator("[data-anchor=id_body] button.mend >> nth=0").click()
    tally(page, 0, 0, 0)
    mended = "<p>Satu <strong>untuk</strong> dua.</p><p>Tiga guna empat.</p>"
    assert page.input_value("[name=body]") == mended
    put_down(page)
    page.click(BODY)
    page.keyboard.press("Control+z")
    tally(page, 0, 0, 1)  # undone like typing
    page.keyboard.press("Control+y")
    page.click(".save-bar button >> nth=0")
    page.wait_for_selector(".checked", state="attached")
    release.refresh_from_db()
    assert release.body == mended
    assert [one.verdict for one in release.answers.all()] == ["accepted"] * 3
    assert someone.complaints == []


def test_all_that_is_safe_is_mended_at_once(world: World, someone: Visitor) -> None:
    release = world.draft(
        headline="Rutan Kelas II B dan Lapas Kelas II B panen",
        body="<p>Kelas II B, Kelas II B dalam rangka.</p><ul><li>Kelas II B</li></ul>",
    )
    page = open_form(someone, release)
    tally(page, 0, 5, 1)
    look(page).locator("[data-mend-all]").click()
    tally(page, 0, 0, 1)
    assert page.input_value("[name=headline]") == "Rutan Kelas IIB dan Lapas Kelas IIB panen"
    assert page.input_value("[name=body]").count("Kelas IIB") == 3
    assert someone.complaints == []


def test_what_was_left_stays_left_after_a_reload(world: World, someone: Visitor) -> None:
    release = world.draft(lead="Panen dalam rangka hari jadi.")
    page = open_form(someone, release)
    tally(page, 0, 0, 1)
    with page.expect_response(re.compile("/periksa/$")):
        look(page).locator("button.leave").click()
    tally(page, 0, 0, 0)
    assert page.locator(".mirror mark").count() == 0
    page = open_form(someone, release)
    tally(page, 0, 0, 0)
    assert [one.verdict for one in release.answers.all()] == ["dismissed"]


def test_who_somebody_is_takes_one_tap(world: World, someone: Visitor) -> None:
    release = world.draft(lead="Kata Budi Percobaan saat panen.")
    page = open_form(someone, release)
    tally(page, 0, 1, 0)
    look(page).locator("button.who[data-part=public_figure]").click()
    tally(page, 0, 0, 0)
    put_down(page)
    assert page.locator(".person:not([hidden]) [name$=-name]").input_value() == "Budi Percobaan"
    page.click(".save-bar button >> nth=0")
    page.wait_for_selector(".person:not([hidden])")
    assert [(one.name, one.part) for one in release.people.kept()] == [
        ("Budi Percobaan", "public_figure")
    ]
    page.click(".remove-person:visible")
    tally(page, 0, 1, 0)
    assert someone.complaints == []


def test_at_the_child_gate_the_list_asks_who_it_is(world: World, someone: Visitor) -> None:
    page = open_form(someone, world.draft(lead="Kata Ani Percobaan di sini."))
    tally(page, 1, 0, 0)
    look(page).locator(".list").click()
    assert page.locator("[name$='-name']:visible").input_value() == "Ani Percobaan"
    assert page.evaluate("document.activeElement.name").endswith("-part")
    page.locator("[name$='-part']:visible").select_option("official")
    tally(page, 0, 0, 0)
    assert not someone.complaints


def test_a_tap_on_a_mark_shows_its_finding(world: World, someone: Visitor) -> None:
    release = world.draft(
        lead="Rutan Kelas II B panen.", body="<p>Panen dalam rangka hari jadi.</p>"
    )
    page = open_form(someone, release)
    tally(page, 0, 1, 1)
    page.locator(BODY).scroll_into_view_if_needed()
    tap_mark(page)
    page.wait_for_selector(".remark.pointed")
    assert page.locator(".remark:visible").count() == (
        1 if page.viewport_size["width"] < 400 else 2
    )
    page.locator(".remark.pointed a.excerpt").click()
    assert page.evaluate("String(document.getSelection())") == "dalam rangka"
    tap_mark(page)
    page.wait_for_selector(".remark.pointed:visible")
    page.keyboard.type("x")  # the sheet makes room for who types on
    page.wait_for_selector(".checking:not(.peek)", state="attached")


def test_a_check_that_fails_says_so_and_keeps_what_it_knew(world: World, someone: Visitor) -> None:
    page = open_form(someone, world.draft(lead="Panen dalam rangka hari jadi."))
    tally(page, 0, 0, 1)
    page.context.set_offline(True)
    page.fill("[name=lead]", "Panen dalam rangka hari jadi, diketik tanpa sambungan.")
    page.wait_for_selector(".checking.old", state="attached")
    assert look(page).locator(".checking-state").is_visible()
    assert page.locator(".remark").count() == 1
    assert "tanpa sambungan" in page.input_value("[name=lead]")
    page.context.set_offline(False)
    page.wait_for_selector(".checking:not(.old)", state="attached")


def test_without_javascript_the_same_buttons_work(world: World, visitor: Visit) -> None:
    release = world.draft(
        lead="Rutan Kelas II B panen.", body="<p>Kata Budi Percobaan dalam rangka.</p>"
    )
    someone = visitor(390, java_script_enabled=False)
    someone.sign_in(world.writer)
    page = someone.open(reverse("desk:release", args=[release.pk]))
    page.fill("[name=headline]", "Judul yang sedang diketik")
    page.click("[data-mend-all]")
    page.click("button.who[data-part=official]")
    page.click("[data-anchor=id_body] button.mend >> nth=0")
    assert page.locator(".remark").count() == 0
    page.click(".save-bar button >> nth=0")
    release.refresh_from_db()
    assert (release.headline, release.lead, release.body) == (
        "Judul yang sedang diketik",
        "Rutan Kelas IIB panen.",
        "<p>Kata Budi Percobaan untuk.</p>",
    )
    assert [one.part for one in release.people.kept()] == ["official"]


def test_people_typed_into_an_ended_session_come_back(world: World, someone: Visitor) -> None:
    page = open_form(someone, world.draft())
    for name in ("Satu Contoh", "Dua Contoh", "Tiga Contoh"):
        page.click(".add-person")
        page.locator(".person:not([hidden]) [name$=-name]").last.fill(name)
    page.context.clear_cookies(name="sessionid")
    page.click(".save-bar button >> nth=0")
    page.fill("[name=login]", world.writer.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_selector("#put-back:not([hidden])")
    rows = page.locator(".person:not([hidden]) [name$=-name]")
    assert [one.input_value() for one in rows.all()] == ["Satu Contoh", "Dua Contoh", "Tiga Contoh"]


def test_a_release_not_saved_yet_is_checked_too(world: World, someone: Visitor) -> None:
    page = someone.open(reverse("desk:write"))
    page.wait_for_selector(BODY)
    page.fill("[name=headline]", "Panen dalam rangka hari jadi")
    page.wait_for_selector(".mirror mark.could")
    look(page).locator("button.leave").click()
    page.wait_for_function("document.querySelectorAll('.mirror mark').length === 0")
    put_down(page)
    page.click(".save-bar button >> nth=0")
    page.wait_for_url(re.compile(r"/desk/siaran/\d+/$"))
    assert [one.verdict for one in Release.objects.get().answers.all()] == ["dismissed"]
    assert someone.complaints == []
