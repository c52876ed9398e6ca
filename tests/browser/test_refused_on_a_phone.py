"""After a refused submit a phone shows what is missing at once."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from tests.browser.conftest import Visitor
from tests.world import World

pytestmark = pytest.mark.browser


def test_the_list_opens_and_its_head_stays_in_reach(
    world: World, visitor: Callable[..., Visitor]
) -> None:
    guest = visitor(390, has_touch=True)
    guest.sign_in(world.writer)
    page = guest.open(reverse("desk:release", args=[world.draft(lead="").pk]))
    page.wait_for_selector(".ProseMirror[contenteditable=true]")
    panel = page.locator("#findings")
    assert not panel.is_visible()
    page.click("button[value=submit]")
    page.wait_for_url("**#findings")
    page.wait_for_selector("#findings .gap")
    panel.evaluate("one => { one.style.maxHeight = '8rem'; one.scrollTop = 900; }")
    assert panel.evaluate("one => one.scrollTop") > 0
    tops = "one => [one, one.closest('#findings')].map(each => each.getBoundingClientRect().top)"
    close, sheet = page.locator("#findings .close").evaluate(tops)
    assert close >= sheet - 1
    page.click("#findings .close")
    assert not panel.is_visible()
