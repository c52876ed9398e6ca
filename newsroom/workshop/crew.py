"""Several programs that run together: started, watched, and stopped so that none stays behind."""

import os
import signal
import subprocess
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

#: How long the programs may take to end their work before they are killed.
PATIENCE_SECONDS = 10.0


@dataclass
class Member:
    """One program. It leads a process group of its own, so that its children end with it."""

    name: str
    command: list[str]
    log: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self, folder: Path) -> None:
        """Start it in the folder; what it says goes to a new log."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def ended(self) -> bool:
        """Whether it was started and is no longer there."""
        return self.process is not None and self.process.poll() is not None

    def signal(self, number: int) -> None:
        """Send a signal to the program and all its children, even where it has ended itself."""
        if self.process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)

    def last_lines(self, count: int = 15) -> str:
        """The end of its log."""
        return "\n".join(self.log.read_text("utf-8", "replace").splitlines()[-count:])


class Crew:
    """All programs of one run."""

    def __init__(self, members: Iterable[Member]) -> None:
        self.members = list(members)

    def start(self, folder: Path) -> None:
        """Start everybody."""
        for member in self.members:
            member.start(folder)

    def fallen(self) -> Member | None:
        """The first one that has ended, or None while all are at work."""
        return next((member for member in self.members if member.ended), None)

    def stop(self) -> None:
        """Ask everybody to end, wait, and kill whoever is left, children included."""
        for member in self.members:
            member.signal(signal.SIGTERM)
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until and not all(member.ended for member in self.running):
            time.sleep(0.05)
        for member in self.members:
            member.signal(signal.SIGKILL)
        for member in self.running:
            if member.process is not None:
                member.process.wait()

    @property
    def running(self) -> list[Member]:
        """Those that were started."""
        return [member for member in self.members if member.process is not None]
