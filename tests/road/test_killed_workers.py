"""A real Celery worker, killed with SIGKILL again and again: every due item arrives once."""

import json
import os
import random
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.fakes.moody_outlet import SECRET, MoodyOutlet

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).resolve().parents[2]
ITEMS, KILLS = 48, 4


@pytest.fixture(params=["files", "redis"])
def machine(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The environment of a newsroom of its own, on the broker of files or on Redis."""
    if request.param == "redis" and not os.environ.get("REDIS_URL"):
        pytest.skip("needs Redis: set REDIS_URL")
    environment = dict(os.environ)
    environment |= {
        "WARTAPAS_VAR": str(tmp_path / "var"),
        "DATABASE_URL": _database(tmp_path),
        "SYNDICATION_LEASE": "2",
        "QUEUE_PREFIX": f"uji-{uuid.uuid4().hex}-",
        "LOG_LEVEL": "WARNING",
    }
    if request.param == "files":
        environment.pop("REDIS_URL", None)
    return environment


def _database(folder: Path) -> str:
    """The test database where other processes can reach it, else a file."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{folder / 'wartapas.sqlite3'}"
    one = connection.settings_dict
    return f"postgres://{one['USER']}:{one['PASSWORD']}@{one['HOST']}:{one['PORT']}/{one['NAME']}"


@pytest.fixture
def slow_outlet(tmp_path: Path) -> Iterator[MoodyOutlet]:
    """An outlet that takes each item and then thinks for a while before it says so."""

    def thinks(outlet: MoodyOutlet, raw: bytes) -> bytes:
        answer = outlet.answer(raw)
        time.sleep(0.3)
        return answer

    with MoodyOutlet(tmp_path).open() as outlet:
        outlet.moods = [thinks] * 1000
        yield outlet


def run(machine: dict[str, str], *arguments: str) -> str:
    """Run Python in that newsroom; what it printed."""
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=machine, check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def worker(machine: dict[str, str], log: Path) -> Iterator[None]:
    """A worker with its timetable, killed with all its threads at the end and given no warning."""
    command = [sys.executable, "-m", "celery", "-A", "newsroom.celery:app", "worker", "-B"]
    command += ["-P", "threads", "-c", "4", "-l", "WARNING"]
    command += ["-s", str(Path(machine["WARTAPAS_VAR"]) / "beat")]
    with log.open("ab") as out:
        process = subprocess.Popen(
            command, cwd=ROOT, env=machine, stdout=out, stderr=out, start_new_session=True
        )
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)


def until(true: Callable[[], Any], *, seconds: float, log: Path) -> None:
    """Wait until it is so; fails with the worker's log where it does not come to be."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            pytest.fail(f"waited {seconds} s in vain\n{log.read_text()[-4000:]}")
        time.sleep(0.02)


def test_sigkill_at_any_moment_loses_and_doubles_nothing(
    machine: dict[str, str], slow_outlet: MoodyOutlet, tmp_path: Path
) -> None:
    machine["HTTP_PRIVATE_HOSTS"] = f"127.0.0.1:{slow_outlet.port}"
    log = tmp_path / "worker.log"
    run(machine, "manage.py", "migrate", "--verbosity", "0")
    run(machine, "-m", "tests.road.ledger", "owe", str(ITEMS), slow_outlet.url, SECRET)
    for _ in range(KILLS):
        seen = len(slow_outlet.ids)
        with worker(machine, log):
            until(lambda seen=seen: len(slow_outlet.ids) > seen, seconds=60, log=log)
            time.sleep(random.uniform(0, 0.8))  # noqa: S311

    def all_settled() -> bool:
        counted = json.loads(run(machine, "-m", "tests.road.ledger", "count"))
        return counted["deliveries"] == {"delivered": ITEMS}

    with worker(machine, log):
        until(lambda: len(slow_outlet.items()) == ITEMS, seconds=90, log=log)
        until(all_settled, seconds=60, log=log)
    counted = json.loads(run(machine, "-m", "tests.road.ledger", "count"))
    assert counted["receipts"] == {"all": ITEMS}
    assert counted["attempts"]["delivered"] == ITEMS
    assert set(counted["attempts"]) <= {"delivered", "lost"}
    assert len(slow_outlet.items()) == ITEMS
    assert len(set(slow_outlet.ids)) == ITEMS  # every repeated try bore the same key
    assert ITEMS <= len(slow_outlet.ids) <= sum(counted["attempts"].values())
