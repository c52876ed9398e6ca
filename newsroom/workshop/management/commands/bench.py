"""``manage.py bench``: the figures of docs/performance.md, measured anew on a scratch database."""

import platform
import sys
import time
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.workshop.bench import scratch
from newsroom.workshop.bench.checking import CheckingFigure, measure_checking
from newsroom.workshop.bench.filling import fill, gather
from newsroom.workshop.bench.illustrating import illustrate
from newsroom.workshop.bench.pages import PageFigure, measure_pages
from newsroom.workshop.bench.placing import measure_placing
from newsroom.workshop.bench.searching import SearchFigure, measure_searching


class Command(BaseCommand):
    """Prepares a scratch database, measures there, prints one table."""

    help = "Mengukur halaman, pengiriman, dan memori pada basis data sementara."
    requires_system_checks: list[str] = []  # noqa: RUF012  (Django's own name and type)

    def add_arguments(self, parser: CommandParser) -> None:
        """How much, and where the programs listen meanwhile."""
        parser.add_argument("--releases", type=int, nargs="+", default=[1_000, 100_000])
        parser.add_argument("--destinations", type=int, default=200)
        parser.add_argument("--port", type=int, default=8090)

    def handle(self, *args: Any, **options: Any) -> None:
        """Start the measuring process on its scratch, or be that process."""
        if not scratch.inside():
            sys.exit(scratch.run_inside(sys.argv[1:]))
        call_command("migrate", verbosity=0)
        call_command("load_facilities", verbosity=0, stdout=self.stderr)
        on, present = gather(), 0
        self.row(_("page"), _("releases"), _("CPU ms"), _("queries"))
        for count in sorted(options["releases"]):
            began = time.monotonic()
            fill(on, count - present, until=timezone.now())
            illustrate(at=timezone.now())
            present = count
            self.settle(time.monotonic() - began, count)
            for figure in measure_pages():
                self.page(figure, count)
        self.placing(measure_placing(on, options["destinations"], port=options["port"]))
        self.searching(measure_searching())
        self.checking(measure_checking())
        self.machine()

    def settle(self, seconds: float, count: int) -> None:
        """Let the database learn what it holds, as its own maintenance would have by then."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self.stderr.write(_("%(n)d releases after %(s).0f s") % {"n": count, "s": seconds})

    def page(self, figure: PageFigure, count: int) -> None:
        """One line of the table."""
        self.row(figure.page, f"{count:,}", f"{figure.milliseconds:.1f}", str(figure.queries))

    def placing(self, figure: Any) -> None:
        """The lines about delivery and memory."""
        self.stdout.write("")
        for label, value in (
            (_("destinations"), str(figure.destinations)),
            (_("seconds from publication to the last receipt"), f"{figure.seconds:.1f}"),
            (_("deliveries a second"), f"{figure.a_second:.0f}"),
            (_("memory of the web process, MB"), _megabytes(figure.web_megabytes)),
            (_("memory of the worker, MB"), _megabytes(figure.worker_megabytes)),
        ):
            self.stdout.write(f"{label:<48}{value:>10}")

    def checking(self, figure: CheckingFigure) -> None:
        """The lines about the safeguards."""
        self.stdout.write("")
        self.line(_("check of a 600-word story, CPU ms"), f"{figure.story:.1f}")
        for length, milliseconds in figure.by_length:
            label = _("check of %(n)s characters, CPU ms") % {"n": f"{length:,}"}
            self.line(label, f"{milliseconds:.1f}")
        label = _("growth of the most hostile text at eight times its length")
        self.line(f"{label} ({figure.worst!r})", f"{figure.growth:.1f}")

    def line(self, label: str, value: str) -> None:
        """One line: what, and how much."""
        self.stdout.write(f"{label:<70}{value:>10}")

    def searching(self, figure: SearchFigure) -> None:
        """The lines about faces."""
        for label, value in (
            (_("faces of a 12-megapixel photo, seconds on one core"), f"{figure.seconds:.2f}"),
            (_("memory of that search at most, MB"), f"{figure.megabytes:.0f}"),
        ):
            self.stdout.write(f"{label:<52}{value:>6}")

    def machine(self) -> None:
        """What it was measured on."""
        self.stdout.write(
            f"\nPython {platform.python_version()}, {connection.vendor}, {platform.machine()}, "
            f"{timezone.now():%Y-%m-%d}"
        )

    def row(self, *cells: str) -> None:
        """One row, its first cell wide."""
        self.stdout.write(f"{cells[0]:<12}" + "".join(f"{cell:>12}" for cell in cells[1:]))


def _megabytes(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}"
