"""What an editor does on a release's page, by the page's own buttons (playwright pages)."""

from typing import Any


def step(page: Any, name: str) -> Any:
    """The form of a step on the release's page."""
    return page.locator(f'form[action$="/langkah/{name}/"]')


def sign_and_approve(page: Any) -> None:
    """Approve a release about children: sign that nothing in it leads to one."""
    page.click("a[href$='/langkah/approve/']")
    page.check("[name=child_free]")
    page.click(".save-bar button.forward")
    page.wait_for_url("**/desk/siaran/*/")


def give_back(page: Any, note: str) -> None:
    """Return the text with a note."""
    page.click("details.step:has([action$='/langkah/send_back/']) summary")
    step(page, "send_back").locator("textarea").fill(note)
    step(page, "send_back").locator("button").click()
