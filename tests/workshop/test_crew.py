"""Programs that run together, and what stays behind of them: nothing."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsroom.workshop import crew as crews
from newsroom.workshop.crew import Crew, Member

SLEEP = "import time; time.sleep(600)"
DEAF = (
    "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    f"print('deaf', flush=True); {SLEEP}"
)
PARENT = (
    "import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', "
    f"'{SLEEP}']); print(child.pid, flush=True); child.wait()"
)


@pytest.fixture
def hire(tmp_path: Path) -> Iterator[Callable[..., Crew]]:
    """Start one program for each script; all are stopped at the end."""
    hired = []

    def start(*scripts: str) -> Crew:
        members = [
            Member(f"program{number}", [sys.executable, "-c", script], log, dict(os.environ))
            for number, script in enumerate(scripts)
            for log in [tmp_path / f"{number}.log"]
        ]
        hired.append(Crew(members))
        hired[-1].start(tmp_path)
        return hired[-1]

    yield start
    for crew in hired:
        crew.stop()


def said(member: Member) -> str:
    """What the program has said, once it has said something."""
    until = time.monotonic() + 10
    while not member.last_lines() and time.monotonic() < until:
        time.sleep(0.02)
    return member.last_lines()


def is_alive(pid: int) -> bool:
    """Whether the process is there and not merely waiting to be buried."""
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_nobody_has_fallen_while_all_are_at_work(hire: Callable[..., Crew]) -> None:
    assert hire(SLEEP, SLEEP).fallen() is None


def test_the_one_that_ended_is_named_with_its_last_words(hire: Callable[..., Crew]) -> None:
    crew = hire(SLEEP, "print('no bread today'); raise SystemExit(1)")
    until = time.monotonic() + 10
    while crew.fallen() is None and time.monotonic() < until:
        time.sleep(0.02)
    fallen = crew.fallen()
    assert fallen is crew.members[1]
    assert "no bread today" in fallen.last_lines()


def test_stopping_ends_everybody(hire: Callable[..., Crew]) -> None:
    crew = hire(SLEEP, SLEEP)
    crew.stop()
    assert all(member.ended for member in crew.members)


def test_who_does_not_listen_is_killed(
    hire: Callable[..., Crew], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crews, "PATIENCE_SECONDS", 0.2)
    crew = hire(DEAF)
    assert said(crew.members[0]) == "deaf"
    crew.stop()
    assert crew.members[0].ended


def test_children_of_a_program_end_with_it(hire: Callable[..., Crew]) -> None:
    crew = hire(PARENT)
    child = int(said(crew.members[0]))
    assert is_alive(child)
    crew.stop()
    until = time.monotonic() + 5
    while is_alive(child) and time.monotonic() < until:
        time.sleep(0.02)
    assert not is_alive(child)


def test_stopping_before_the_start_is_no_trouble(tmp_path: Path) -> None:
    Crew([Member("never", ["true"], tmp_path / "log", {})]).stop()
