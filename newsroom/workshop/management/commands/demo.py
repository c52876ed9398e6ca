"""``manage.py demo``: the whole newsroom with a partner outlet, on this machine alone."""

import fcntl
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from newsroom.workshop import stage
from newsroom.workshop.crew import Crew, Member
from newsroom.workshop.samples import PASSWORD, accounts
from newsroom.workshop.stage import Stage

READY_SECONDS_MOST = 60
#: Ctrl-C, a polite kill, and a closed terminal: each ends the demo in the same way.
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Command(BaseCommand):
    """Prepares, starts, watches, and stops everything again."""

    help = "Menjalankan seluruh ruang redaksi dan satu media mitra contoh di komputer ini."
    requires_system_checks: list[str] = []  # noqa: RUF012  (Django's own name and type)

    def add_arguments(self, parser: CommandParser) -> None:
        """Ports, and whether to begin anew."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--outlet-port", type=int, help=_("by default the port after --port"))
        parser.add_argument("--reset", action="store_true", help=_("begin anew, without content"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until somebody stops it."""
        started = time.monotonic()
        refuse_production()
        for ending in ENDINGS:
            signal.signal(ending, interrupt)
        port, outlet_port = options["port"], options["outlet_port"]
        set_up = Stage(port, port + 1 if outlet_port is None else outlet_port)
        refuse_busy_ports(set_up)
        with only_one():
            if options["reset"]:
                self.reset()
            self.run(set_up, started)

    def reset(self) -> None:
        """Remove what former demos made."""
        if not stage.uses_own_database():
            raise CommandError(
                _(
                    "--reset only empties the demo's own database, and DATABASE_URL names another. "
                    "Empty that one yourself, or start without DATABASE_URL."
                )
            )
        self.say(_("Removing the content of former demos ..."))
        stage.clear()

    def run(self, set_up: Stage, started: float) -> None:
        """Prepare, start, and keep watch; whatever happens, nothing stays behind."""
        crew = Crew(set_up.members())
        try:
            prepare(set_up)
            self.say(_("Starting newsroom, worker and sample outlet ..."))
            crew.start(settings.BASE_DIR)
            wait_until_ready(set_up, crew)
            self.introduce(set_up, time.monotonic() - started)
            watch(crew)
        except KeyboardInterrupt:
            self.say("\n" + _("Stopping ..."))
        finally:
            for ending in ENDINGS:
                signal.signal(ending, signal.SIG_IGN)  # stopping takes seconds and ends by itself
            crew.stop()
        self.say(_("All stopped. The content stays for the next start."))

    def introduce(self, set_up: Stage, seconds: float) -> None:
        """Where to go and as whom."""
        self.say("\n" + _("WartaPas is ready (after %d seconds).") % seconds + "\n")
        for label, address in (
            (_("Public newsroom"), f"{set_up.site_url}/"),
            (_("Desk"), f"{set_up.site_url}/desk/"),
            (_("Sample outlet"), f"{set_up.outlet_url}/"),
        ):
            self.say(f"  {label:<24}{address}")
        self.say("\n" + _("Sample accounts, all with the password %s") % PASSWORD + "\n")
        for account in accounts():
            self.say(f"  {account.email:<28}{account.part}")
        self.say("\n" + _("Logs: %s") % (settings.VAR_DIR / "log"))
        self.say(_("Press Ctrl-C to stop everything."))

    def say(self, text: str) -> None:
        """A line at once, also where the output is a file."""
        self.stdout.write(text)
        self.stdout.flush()


def interrupt(signum: int, frame: FrameType | None) -> None:
    """Every ending looks like Ctrl-C."""
    raise KeyboardInterrupt


def refuse_production() -> None:
    """Sample accounts with a known password have no place there."""
    if settings.MODE == "production":
        raise CommandError(_("The demo does not run in production."))


def refuse_busy_ports(set_up: Stage) -> None:
    """Say so before anything is made or started."""
    if set_up.port == set_up.outlet_port:
        raise CommandError(_("Newsroom and sample outlet need two different ports."))
    for option, port in (("--port", set_up.port), ("--outlet-port", set_up.outlet_port)):
        if not stage.is_free(port):
            raise CommandError(
                _(
                    "Port %(port)d is in use or not allowed. Stop the program that uses it, or "
                    "choose another one with %(option)s."
                )
                % {"port": port, "option": option}
            )


@contextmanager
def only_one() -> Iterator[None]:
    """Two demos on one folder would share a queue that is made for one worker."""
    with (settings.VAR_DIR / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise CommandError(
                _("Another demo is running on this folder. Stop it first.")
            ) from error
        yield


def prepare(set_up: Stage) -> None:
    """Make database and content, under the addresses the programs will have."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "prepare_demo"]
    if subprocess.run(command, env=set_up.environment(), check=False).returncode != 0:
        raise CommandError(_("The demo could not be prepared; the reason stands above."))


def wait_until_ready(set_up: Stage, crew: Crew) -> None:
    """Return once everything answers."""
    until = time.monotonic() + READY_SECONDS_MOST
    while not set_up.all_answer():
        refuse_fallen(crew.fallen())
        if time.monotonic() > until:
            raise CommandError(_("The programs do not answer; see their logs below var/log/."))
        time.sleep(0.1)


def watch(crew: Crew) -> None:
    """Return never; a program that ends by itself ends the demo."""
    while True:
        refuse_fallen(crew.fallen())
        time.sleep(0.3)


def refuse_fallen(member: Member | None) -> None:
    """Name the program that has ended and show what it said last."""
    if member is not None:
        raise CommandError(
            _("%(name)s has ended unexpectedly. The end of %(log)s:\n\n%(lines)s")
            % {"name": member.name, "log": member.log, "lines": member.last_lines()}
        )
