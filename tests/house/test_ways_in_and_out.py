"""Doors: objects through access.py, the network through lib.http, Celery through tasks.py."""

import re
from pathlib import Path

import pytest

from tests.house.test_budgets import ROOT, SOURCES


def text_of(path: Path) -> str:
    """The source of one file."""
    return path.read_text()


def those_with(pattern: str, allowed: set[str]) -> list[str]:
    """Files whose source matches, the allowed ones aside."""
    found = [path for path in SOURCES if re.search(pattern, text_of(path), re.MULTILINE)]
    names = [str(path.relative_to(ROOT)) for path in found]
    return [name for name in names if not any(name.startswith(one) for one in allowed)]


def test_celery_is_met_in_tasks_and_celery_only() -> None:
    outside = those_with(
        r"^(from|import) (celery|kombu)\b", {"newsroom/celery.py", "newsroom/broker.py"}
    )
    assert [name for name in outside if not name.endswith("/tasks.py")] == []


def test_the_network_is_reached_through_lib_http_only() -> None:
    # The sample outlet is a site of its own and listens; it never calls out.
    pattern = r"^(from|import) (httpx|requests|urllib\.request|http\.client|aiohttp|socket)\b"
    assert those_with(pattern, {"newsroom/lib/http", "newsroom/workshop/", "newsroom/health"}) == []


def test_html_is_cleaned_by_nh3_in_one_place() -> None:
    allowed = {"newsroom/lib/html", "newsroom/workshop/outlet/"}
    assert those_with(r"^(from|import) nh3\b", allowed) == []


@pytest.mark.parametrize("room", ["newsroom/desk", "newsroom/public"])
def test_views_fetch_releases_through_the_doorman(room: str) -> None:
    """A view may chain the words of a queryset, never ask the table by its key."""
    offenders = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if str(path.relative_to(ROOT)).startswith(room)
        and re.search(r"Release\.objects\.(get|filter|all)\(", text_of(path))
    ]
    assert offenders == []


def test_environment_variables_are_read_in_env_only() -> None:
    allowed = {"newsroom/env.py", "newsroom/celery.py", "newsroom/wsgi.py", "newsroom/workshop/"}
    assert those_with(r"os\.(environ|getenv)", allowed) == []


def test_the_clock_is_read_at_the_door_only() -> None:
    """Views, tasks, commands and admin read it; everything below is told the time."""
    doors = re.compile(
        r"(views|tasks|admin|commands|pages|feeds|site|dashboard|health|desk/|public/|workshop/"
        r"|transports/errand)"  # signatures carry the moment of sending
    )
    readers = those_with(r"timezone\.now\(\)|datetime\.now\(", set())
    assert [name for name in readers if not doors.search(name)] == []


def test_no_path_of_a_machine_and_no_index_address_stands_in_the_tree() -> None:
    locks = [ROOT / "requirements.txt", ROOT / "requirements-dev.txt"]
    assert [str(path) for path in locks if re.search(r"https?://", path.read_text())] == []


#: What the room keeps (consents, words of units) and how it is reached; all else in it is pure.
_RECORDS_OF_SAFEGUARDS = {
    "models", "models.py", "migrations", "actions", "actions.py", "access.py", "admin", "admin.py",
    "apps.py", "management", "tasks.py",
}  # fmt: skip


def test_safeguards_know_of_django_only_how_to_speak() -> None:
    """Pure rules: no database, no clock, no network (import-linter keeps the other rooms out)."""
    allowed = r"^from django\.utils\.(functional|translation) import"
    room = ROOT / "newsroom" / "safeguards"
    for path in room.rglob("*.py"):
        if path.relative_to(room).parts[0] in _RECORDS_OF_SAFEGUARDS:
            continue
        lines = [
            line
            for line in text_of(path).splitlines()
            if re.search(r"import.*django|from django", line)
        ]
        assert [line for line in lines if not re.match(allowed, line)] == [], path
        clock = (
            r"^(from datetime import .*\bdatetime\b|(from|import) (time|random)\b|import datetime)"
        )
        assert not re.search(clock, text_of(path), re.M), path


def test_an_edition_is_cut_in_one_place_only() -> None:
    """So no admin action, import, command or page can publish around the gate."""
    saved = r"Edition\.objects\.(create|bulk_create|get_or_create)|editions\.create"
    bench = {"newsroom/workshop/bench/"}  # fills a scratch database that nobody reads
    assert those_with(saved, bench) == ["newsroom/releases/actions/publication.py"]


def test_a_live_edition_is_put_before_readers_in_one_place_only() -> None:
    written = r"\.live_edition(_id)?\s*=[^=]|update\([^)]*live_edition"
    bench = {"newsroom/workshop/bench/", "newsroom/desk/preview.py"}  # which saves nothing
    assert those_with(written, bench) == ["newsroom/releases/actions/publication.py"]
