"""manage.py safeguards_eval: what the rules find in labelled cases, and what they stop falsely."""

import json
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from facilities import almanac
from facilities.entries import FacilityNotFound
from facilities.known import Known
from newsroom.safeguards import Finding, Group, check
from newsroom.safeguards.evaluation import Judged, Score, scores, times
from newsroom.safeguards.labelled import GROUPS, BadCase, Case, read_case


class Command(BaseCommand):
    """Needs no database: what is known of a facility comes from the registry's files."""

    help = "Mengukur aturan pengaman dengan kasus berlabel, satu objek JSON sebaris."
    requires_system_checks: list[str] = []  # noqa: RUF012  (Django's own name and type)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Files, and the form of the answer."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--json", action="store_true", help="Satu objek JSON tiap kasus.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Judges every case; status 1 where a line or a file cannot be read."""
        self.unread = 0
        judged: list[Judged] = []
        for case in self._cases(options["files"]):
            one = self._judge(case)
            judged.append(one)
            if options["json"]:
                self.stdout.write(json.dumps(one.record(), ensure_ascii=False))
        if not options["json"]:
            self._report(judged)
        if self.unread:
            raise CommandError(
                ngettext("%(n)d line cannot be read.", "%(n)d lines cannot be read.", self.unread)
                % {"n": self.unread}
            )

    def _cases(self, files: list[Path]) -> Iterator[Case]:
        for path in files:
            try:
                lines = path.read_bytes().splitlines()
            except OSError as error:
                self._unreadable(str(path), error.strerror)
                continue
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    yield read_case(line)
                except BadCase as error:
                    self._unreadable(f"{path}:{number}", error)

    def _unreadable(self, place: str, reason: object) -> None:
        self.unread += 1
        self.stderr.write(f"{place}: {reason}")

    def _judge(self, case: Case) -> Judged:
        matter = case.matter(self._known(case))
        began = time.perf_counter()
        findings = check(matter)
        return Judged(case, tuple(findings), 1000 * (time.perf_counter() - began))

    def _known(self, case: Case) -> Known | None:
        """What the registry's files know of the facility; a name they do not know is reported."""
        if not case.facility:
            return None
        try:
            return almanac.on_file(case.facility, case.event_date)
        except FacilityNotFound as error:
            self.stderr.write(f"{case.name}: {error}")
            return None

    def _report(self, judged: list[Judged]) -> None:
        self._row(_("group"), _("expected"), _("found"), _("recall"), _("false stops"))
        for score in scores(judged):
            self._row(*_cells(score))
        passing = [one for one in judged if not one.case.expect]
        stopped = sum(one.passes_falsely_stopped for one in passing)
        self.stdout.write("")
        self.stdout.write(
            _("Stories that should pass: %(n)d, of these stopped: %(stopped)d (%(share)s)")
            % {"n": len(passing), "stopped": stopped, "share": _share(stopped, len(passing))}
        )
        took = times(judged)
        self.stdout.write(
            _("Cases: %(n)d; %(total).0f ms in all, median %(middle).2f ms, at most %(most).2f ms")
            % {"n": len(judged), "total": took.total, "middle": took.middle, "most": took.most}
        )
        for line in _blemishes(judged):
            self.stdout.write(line)

    def _row(self, *cells: str) -> None:
        self.stdout.write(f"{cells[0]:<12}" + "".join(f"{cell:>16}" for cell in cells[1:]))


def _cells(score: Score) -> tuple[str, ...]:
    return (
        score.group.value,
        str(score.expected),
        str(score.found),
        _share(score.found, score.expected),
        f"{score.stopped}/{score.others} ({_share(score.stopped, score.others)})",
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def _blemishes(judged: list[Judged]) -> Iterator[str]:
    """A line for each case that was missed or stopped falsely, with what was found there."""
    for one in judged:
        if one.broken:
            yield _("BROKEN %(case)s: a check failed") % {"case": one.case.name}
        for group in GROUPS:
            said = {"case": one.case.name, "group": group.value}
            if one.missed(group):
                got = one.found.get(group)
                yield _("MISSED %(case)s %(group)s: expected %(level)s, found %(found)s") % {
                    **said,
                    "level": one.case.expect[group].word,
                    "found": got.word if got is not None else "-",
                }
            if one.stopped_falsely(group):
                yield _("STOPPED %(case)s %(group)s: %(finding)s") % {
                    **said,
                    "finding": _told(_strongest(one.findings, group)),
                }


def _strongest(findings: tuple[Finding, ...], group: Group) -> Finding:
    return min((one for one in findings if one.group is group), key=lambda one: one.level)


def _told(one: Finding) -> str:
    return f"{one.rule} {one.level.word} {one.place} {one.start}-{one.end} {one.excerpt!r}"
