"""The demo as a person meets it: started in a fresh folder, looked at, stopped."""

import contextlib
import http.client
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
from django.conf import settings

from newsroom.workshop.samples import PASSWORD, accounts

MANAGE = str(settings.BASE_DIR / "manage.py")


def free_ports(count: int) -> list[int]:
    """Ports that nobody has."""
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


def environment(var: Path) -> dict[str, str]:
    """The embedded default, whatever services these tests run on."""
    services = {"DATABASE_URL", "REDIS_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    kept = {name: value for name, value in os.environ.items() if name not in services}
    return {**kept, "WARTAPAS_MODE": "local", "WARTAPAS_VAR": str(var)}


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


def get(port: int, path: str) -> tuple[int, str]:
    """What a browser would get."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, text


class Demo:
    """A running demo."""

    def __init__(self, var: Path, *options: str) -> None:
        self.var = var
        self.port, self.outlet_port = free_ports(2)
        ports = ["--port", str(self.port), "--outlet-port", str(self.outlet_port)]
        self.process = subprocess.Popen(
            [sys.executable, MANAGE, "demo", *ports, *options],
            env=environment(var),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.output = ""

    def wait_until_ready(self) -> str:
        """What it printed until it was ready."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if "Ctrl-C" in line:
                return self.output
        raise AssertionError(self.output)

    def end(self, number: int) -> int:
        """Send a signal, wait, and return the exit status."""
        self.process.send_signal(number)
        self.output += self.process.communicate(timeout=30)[0]
        return self.process.returncode

    def programs(self) -> list[str]:
        """Command lines of all programs that were started for this demo's folder."""
        mark = f"WARTAPAS_VAR={self.var}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if mark in (folder / "environ").read_bytes().split(b"\0"):
                    words = (folder / "cmdline").read_bytes().decode().replace("\0", " ")
                    found += [words] if words and "defunct" not in words else []
        return found


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
