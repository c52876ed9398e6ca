"""Runs checks one after the other and remembers how each ended."""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings

from .checks import Check, environment_of
from .tally import Tally, read_report

#: pytest's exit status where a selection holds no test.
NOTHING_COLLECTED = 5


class State(StrEnum):
    """How a check ended."""

    OK = "ok"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Outcome:
    """A check, how it ended, in how many seconds; ``output`` holds what a quiet check said."""

    check: Check
    state: State
    seconds: float
    tally: Tally
    output: str = ""

    @property
    def reasons(self) -> Iterator[str]:
        """Why tests were skipped, or why the whole check was."""
        for reason, count in self.tally.reasons.items():
            yield f"{count} x {reason}"


def run(check: Check) -> Outcome:
    """Run a check to its end; pytest's progress goes straight to the terminal."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="wartapas-check-") as folder:
        report = Path(folder) / "report.xml"
        extra = [f"--junitxml={report}"] if check.counts_tests else []
        ended = subprocess.run(
            [*check.command, *extra],
            cwd=settings.BASE_DIR,
            env=environment_of(check, Path(folder)),
            check=False,
            text=True,
            stdout=None if check.counts_tests else subprocess.PIPE,
            stderr=None if check.counts_tests else subprocess.STDOUT,
        )
        tally = read_report(report)
    state = state_of(check, ended.returncode, tally)
    return Outcome(check, state, time.monotonic() - started, tally, ended.stdout or "")


def state_of(check: Check, status: int, tally: Tally) -> State:
    """The state that an exit status and the counts amount to."""
    if check.counts_tests and status == NOTHING_COLLECTED:
        tally.reasons["no tests"] += 1
        return State.SKIPPED
    if status != 0 or tally.failed:
        return State.FAILED
    return State.SKIPPED if tally.skipped and not tally.passed else State.OK
