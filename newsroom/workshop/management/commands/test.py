"""``manage.py test``: every check of the project, or pytest alone with the arguments given."""

import os
import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from newsroom.workshop.checks import Check, every_check, pytest_check
from newsroom.workshop.inspection import Outcome, State, run
from newsroom.workshop.tally import Tally

WITHOUT_STATIC = "--without-static"


class Command(BaseCommand):
    """Takes the place of Django's own test command."""

    help = (
        "Menjalankan semua pemeriksaan: format, lint, tipe, kontrak impor, migrasi, pengaturan, "
        f"pengujian. {WITHOUT_STATIC} melewatkan yang hanya bergantung pada berkas. Argumen lain "
        "diteruskan ke pytest, yang lalu berjalan sendiri."
    )
    requires_system_checks: list[str] = []  # noqa: RUF012  (Django's own name and type)

    def run_from_argv(self, argv: list[str]) -> None:
        """Take the arguments as they are: they are pytest's, not ours."""
        arguments = argv[2:]
        if arguments in (["--help"], ["-h"]):
            self.print_help(argv[0], argv[1])
            return
        sys.exit(self.inspect(chosen_checks(arguments)))

    def handle(self, *args: Any, **options: Any) -> None:
        """As called from Python: every check."""
        sys.exit(self.inspect(every_check()))

    def inspect(self, checks: list[Check]) -> int:
        """Run the checks, print the summary, and return the exit status."""
        outcomes = []
        for number, check in enumerate(checks, 1):
            self.stdout.write(f"[{number}/{len(checks)}] {check.name} ...")
            self.stdout.flush()
            outcomes.append(run(check))
            self.report(outcomes[-1])
        self.summarise(outcomes)
        return 1 if any(is_trouble(outcome) for outcome in outcomes) else 0

    def report(self, outcome: Outcome) -> None:
        """One line, and what a failed check had to say."""
        if outcome.state == State.FAILED:
            self.stdout.write(outcome.output.rstrip())
        self.stdout.write(f"    {word_of(outcome.state)}, {outcome.seconds:.1f} s")

    def summarise(self, outcomes: list[Outcome]) -> None:
        """The table of all checks; the last line counts tests and stands alone."""
        self.stdout.write("\n" + _("Summary"))
        for outcome in outcomes:
            counts = f"  {outcome.tally}" if outcome.check.counts_tests else ""
            state = word_of(outcome.state)
            row = f"  {outcome.check.name:<12}{state:<12}{outcome.seconds:>7.1f} s{counts}"
            self.stdout.write(row)
            for reason in outcome.reasons:
                self.stdout.write(" " * 14 + _("skipped: %s") % reason)
        if nothing_may_be_skipped():
            self.stdout.write(_("In this run nothing may be skipped."))
        self.stdout.write(str(sum((outcome.tally for outcome in outcomes), Tally())))


def chosen_checks(arguments: list[str]) -> list[Check]:
    """Every check, or those the arguments ask for."""
    if not arguments:
        return every_check()
    if arguments == [WITHOUT_STATIC]:
        return [check for check in every_check() if not check.static]
    return [pytest_check("pytest", arguments)]


def nothing_may_be_skipped() -> bool:
    """Set where every service and Chromium are there, so that a skip means something is broken."""
    return os.environ.get("WARTAPAS_NOTHING_SKIPPED", "") == "1"


def is_trouble(outcome: Outcome) -> bool:
    """Whether the outcome fails the whole run."""
    skipped = outcome.state == State.SKIPPED or outcome.tally.skipped > 0
    return outcome.state == State.FAILED or (skipped and nothing_may_be_skipped())


def word_of(state: State) -> str:
    """The state for people."""
    words = {State.OK: _("ok"), State.FAILED: _("failed"), State.SKIPPED: _("skipped")}
    return words[state]
