"""The pages in a real browser: nothing blocked by the policy, nothing wider than a phone."""

from typing import Any

import pytest

from tests.public.shown import page_of, shelved
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

_LONG = "Pelatihanketerampilanberkelanjutan " * 5


@pytest.fixture
def site(live_server: Any) -> tuple[str, World]:
    """The address of a running newsroom and its world."""
    return live_server.url, World()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_pages_fit_and_load_without_complaint(
    site: tuple[str, World], chromium: Any, width: int, scheme: str
) -> None:
    address, world = site
    release = world.corrected(world.published(**{**shelved(world), "headline": _LONG.strip()}))
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=True
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    for path in ("/", page_of(release), "/fasilitas/lapas-kelas-iia-uji-damai/", "/wilayah/"):
        page.goto(address + path)
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert (path, wider <= 0) == (path, True)
    context.close()
    assert complaints == []


def test_the_first_tab_offers_the_way_to_the_content(
    site: tuple[str, World], chromium: Any
) -> None:
    address, _ = site
    context = chromium.new_context()
    page = context.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"
    context.close()
