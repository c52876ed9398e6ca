"""The whole road as three people see it: the demo itself, a real browser, the outlet's own page."""

import contextlib
import re
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest

from newsroom.workshop.samples import PASSWORD
from tests.at_the_desk import give_back, sign_and_approve, step
from tests.running_demo import Demo, get

pytestmark = [pytest.mark.browser, pytest.mark.worker]

HEADLINE = "Naskah contoh: anak binaan menanam seratus bibit pohon"
WRITER, EDITOR = "penulis@contoh.example", "wilayah@contoh.example"


@pytest.fixture
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A demo on a fresh folder, ready, and stopped after the test."""
    demo = Demo(tmp_path_factory.mktemp("var"))
    try:
        demo.wait_until_ready()
        yield demo
    finally:
        demo.end(signal.SIGINT)


@pytest.fixture
def people(chromium: Any, demo: Demo) -> Iterator[tuple[Any, Any]]:
    """The writer's and the editor's windows, signed in."""
    with contextlib.ExitStack() as stack:
        yield sign_in(chromium, stack, demo, WRITER), sign_in(chromium, stack, demo, EDITOR)


def sign_in(chromium: Any, stack: contextlib.ExitStack, demo: Demo, email: str) -> Any:
    """A window of one person at the desk."""
    context = chromium.new_context(locale="id-ID", base_url=f"http://127.0.0.1:{demo.port}")
    stack.callback(context.close)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto("/desk/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/desk/")
    return page


def write(page: Any) -> None:
    """A new draft, submitted at once."""
    page.goto("/desk/")
    page.click("text=Tulis siaran baru >> nth=0")
    page.fill("[name=headline]", HEADLINE)
    page.fill("[name=lead]", "Seratus bibit ditanam di halaman LPKA pada Senin pagi.")
    page.fill("[name=dateline_place]", "Palangka Raya")
    page.fill("[name=event_date]", "2026-05-04")
    page.click(".ProseMirror[contenteditable=true]")
    page.keyboard.type("Bibit berasal dari kebun pembibitan sendiri.")
    page.check("[name=contributors] >> nth=0")
    page.click(".save-bar .forward")
    page.wait_for_url(re.compile(r"/desk/siaran/\d+/"))
    page.click("[name=then][value=submit]")


def withdraw(page: Any, reason: str) -> None:
    """A grave step asks on a page of its own."""
    page.click("a[href$='/langkah/withdraw/']")
    page.fill("[name=note]", reason)
    page.click(".save-bar button.grave")
    page.wait_for_url(re.compile(r"/desk/siaran/\d+/$"))


def at_the_outlet(demo: Demo, sought: str, *, path: str = "/") -> bool:
    """Whether the outlet's page says so within half a minute."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if re.search(sought, get(demo.outlet_port, path)[1], re.DOTALL):
            return True
        time.sleep(0.2)
    return False


def test_three_people_see_a_release_come_change_and_go(
    demo: Demo, people: tuple[Any, Any], chromium: Any
) -> None:
    writer, editor = people
    write(writer)
    editor.goto("/desk/")
    editor.click(f"text={HEADLINE}")
    give_back(editor, "Sebut siapa yang menanam.")
    writer.reload()
    writer.fill("[name=lead]", "Dua puluh anak binaan menanam seratus bibit pohon.")
    writer.click("[name=then][value=submit]")
    editor.reload()
    sign_and_approve(editor)
    step(editor, "publish").locator("button").click()

    assert HEADLINE in get(demo.port, "/")[1]
    assert at_the_outlet(demo, HEADLINE)
    page = re.search(rf'href="(/berita/[^"]+)"[^>]*>{HEADLINE}', get(demo.outlet_port, "/")[1])
    assert page is not None
    assert at_the_outlet(demo, "Dua puluh anak binaan menanam", path=page[1])

    editor.reload()
    withdraw(editor, "Kegiatan ternyata belum berlangsung.")
    assert at_the_outlet(demo, "ditarik", path=page[1])
    assert get(demo.outlet_port, page[1])[0] == 410
    assert HEADLINE not in get(demo.port, "/")[1]
