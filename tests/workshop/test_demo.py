"""The demo as a person meets it: started in a fresh folder, looked at, stopped."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from newsroom.workshop.samples import PASSWORD, accounts
from tests.running_demo import MANAGE, Demo, environment, free_ports, get


def try_demo(var: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """A demo that is expected to say no."""
    return subprocess.run(
        [sys.executable, MANAGE, "demo", *options],
        env=environment(var),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def demos(tmp_path: Path) -> Iterator[list[Demo]]:
    """Demos of a test; whatever the test did not stop is stopped here."""
    started: list[Demo] = []
    yield started
    for demo in started:
        if demo.process.poll() is None:
            demo.end(signal.SIGTERM)
        if demo.process.stdout is not None:
            demo.process.stdout.close()


@dataclass
class Seen:
    """What a first run on a fresh folder has shown; the folder now has its content."""

    demo: Demo
    desk: int
    arrived: bool
    status: int


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """Start a demo in a fresh folder, look at it, and press Ctrl-C."""
    demo = Demo(tmp_path_factory.mktemp("var"))
    try:
        demo.wait_until_ready()
        seen = Seen(demo, get(demo.port, "/desk/")[0], arrives(demo), 0)
    finally:
        status = demo.end(signal.SIGINT)
    return replace(seen, status=status)


@pytest.mark.worker
def test_the_demo_prints_where_to_go_and_as_whom(first_run: Seen) -> None:
    printed = first_run.demo.output
    assert f"http://127.0.0.1:{first_run.demo.port}/desk/" in printed
    assert f"http://127.0.0.1:{first_run.demo.outlet_port}/" in printed
    assert PASSWORD in printed
    assert all(account.email in printed for account in accounts())


@pytest.mark.worker
def test_the_worker_carries_the_sample_releases_to_the_outlet(first_run: Seen) -> None:
    assert first_run.desk == 302
    assert first_run.arrived


@pytest.mark.worker
def test_ctrl_c_ends_the_demo_well_and_leaves_nothing_behind(first_run: Seen) -> None:
    assert first_run.status == 0
    assert first_run.demo.programs() == []


@pytest.mark.worker
def test_a_second_start_keeps_the_content_and_a_polite_kill_ends_it(
    first_run: Seen, demos: list[Demo]
) -> None:
    demos.append(demo := Demo(first_run.demo.var))
    demo.wait_until_ready()
    assert "/berita/" in get(demo.outlet_port, "/")[1]
    assert demo.end(signal.SIGTERM) == 0
    assert demo.programs() == []


def arrives(demo: Demo) -> bool:
    """Whether the worker carries the sample releases to the outlet within some seconds."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if "/berita/" in get(demo.outlet_port, "/")[1]:
            return True
        time.sleep(0.2)
    return False


@pytest.mark.worker
def test_a_program_that_dies_is_named_and_ends_the_others(
    first_run: Seen, demos: list[Demo]
) -> None:
    demos.append(demo := Demo(first_run.demo.var))
    demo.wait_until_ready()
    outlet = next(
        int(folder.name)
        for folder in Path("/proc").glob("[0-9]*")
        if f"--port\0{demo.outlet_port}\0".encode() in command_of(folder)
        and b"newsroom.workshop.outlet" in command_of(folder)
    )
    os.kill(outlet, signal.SIGKILL)
    demo.output += demo.process.communicate(timeout=30)[0]
    assert demo.process.returncode == 1
    assert re.search(r"outlet .*outlet\.log", demo.output)
    assert demo.programs() == []


def command_of(folder: Path) -> bytes:
    """A process's command line; empty where it has just ended."""
    with contextlib.suppress(OSError):
        return (folder / "cmdline").read_bytes()
    return b""


def test_a_busy_port_is_told_before_anything_is_made(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = try_demo(tmp_path, "--port", str(port))
    assert refused.returncode == 1
    assert str(port) in refused.stderr
    assert not (tmp_path / "wartapas.sqlite3").exists()


def test_a_database_that_does_not_answer_is_told_in_a_sentence(tmp_path: Path) -> None:
    nowhere = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}
    places = {"OUTLET_URL": "http://127.0.0.1:1", "OUTLET_SECRET": "whsec_"}
    refused = subprocess.run(
        [sys.executable, MANAGE, "prepare_demo"],
        env={**environment(tmp_path), **nowhere, **places},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert refused.returncode == 1
    assert refused.stderr.startswith("CommandError: ")
    assert "DATABASE_URL" in refused.stderr


def test_ctrl_c_while_it_prepares_leaves_nothing_behind(tmp_path: Path, demos: list[Demo]) -> None:
    demos.append(demo := Demo(tmp_path))
    assert demo.process.stdout is not None
    demo.output += demo.process.stdout.readline()  # the first step of the preparation
    assert demo.end(signal.SIGINT) == 0
    assert demo.programs() == []


def test_one_port_cannot_serve_both_sites(tmp_path: Path) -> None:
    port = str(free_ports(1)[0])
    assert try_demo(tmp_path, "--port", port, "--outlet-port", port).returncode == 1


def test_reset_leaves_a_database_alone_that_somebody_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere.sqlite3"
    elsewhere.write_text("theirs")
    ports = [str(port) for port in free_ports(2)]
    refused = subprocess.run(
        [sys.executable, MANAGE, "demo", "--reset", "--port", ports[0], "--outlet-port", ports[1]],
        env={**environment(tmp_path), "DATABASE_URL": f"sqlite:///{elsewhere}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert refused.returncode == 1
    assert "DATABASE_URL" in refused.stderr
    assert elsewhere.read_text() == "theirs"
