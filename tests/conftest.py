"""What every test may ask for. The environment itself is made in tests/environment.py."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tests.world import World

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_configure(config: pytest.Config) -> None:
    """Stop at once where the settings were read before the test environment was made."""
    if settings.MODE != "test":
        raise pytest.UsageError("run the tests as: python -m pytest (or manage.py test)")


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Where Chromium is, by WARTAPAS_CHROMIUM or on PATH; skips the test where there is none."""
    named = os.environ.get("WARTAPAS_CHROMIUM", "")
    found = named or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not found:
        pytest.skip("Chromium is not installed")
    return Path(found)


@pytest.fixture(scope="session")
def chromium(chromium_path: Path) -> Iterator[Any]:
    """One Chromium for the whole run (playwright's Browser); open a new context in each test."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=str(chromium_path), args=CHROMIUM_ARGUMENTS
        )
        yield browser
        browser.close()


@pytest.fixture
def world(db: None) -> World:
    """A small newsroom: see tests/world.py."""
    return World()


@pytest.fixture(autouse=True)
def _real_locks_only(request: pytest.FixtureRequest) -> None:
    """SQLite excludes all writers at once and so cannot show what these tests look for."""
    if request.node.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: set DATABASE_URL")
