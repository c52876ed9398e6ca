"""A browser at a running newsroom. The sample words are the small world's."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import reverse

from newsroom.contributors.models import User
from tests.world import World

PASSWORD = "kata-sandi-uji"  # noqa: S105 - the small world's


@pytest.fixture
def world(transactional_db: None) -> World:
    """The small world, committed, so that the running server sees it."""
    return World()


class Visitor:
    """One person's browser window; ``complaints`` collects what its console had to say."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        page.on("console", lambda told: self._note(told.type, told.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))

    def open(self, path: str) -> Any:
        """Go to a path of the newsroom."""
        self.page.goto(f"{self.address}{path}")
        return self.page

    def sign_in(self, person: User) -> Any:
        """Enter the desk by the sign-in page."""
        page = self.open(reverse("account_login"))
        page.fill("[name=login]", person.email)
        page.fill("[name=password]", PASSWORD)
        page.click("main form button")
        page.wait_for_url(f"**{reverse('admin:index')}")
        return page

    def _note(self, kind: str, text: str) -> None:
        if kind == "error":
            self.complaints.append(text)


@pytest.fixture
def visitor(chromium: Any, live_server: Any) -> Iterator[Callable[..., Visitor]]:
    """Makes visitors, each with cookies of their own; ``width`` in CSS pixels."""
    contexts: list[Any] = []

    def visit(width: int = 1280, **options: Any) -> Visitor:
        window = {"width": width, "height": 900}
        context = chromium.new_context(viewport=window, locale="id-ID", **options)
        contexts.append(context)
        context.set_default_timeout(15_000)
        return Visitor(context.new_page(), live_server.url)

    yield visit
    for context in contexts:
        context.close()
