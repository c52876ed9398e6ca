"""``manage.py faces_eval DIR``: faces found in labelled photos, and how many wrongly."""

import json
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom.lib import images
from newsroom.workshop.labelled_faces import BadLabel, Compared, compare, pairs, read_labelled
from newsroom.workshop.samples.gatherings import draw_into

_FORMAT = """\
Di sebelah tiap foto (misalnya acara.jpg) ada berkas JSON bernama sama (acara.json):

    {"faces": [[x, y, lebar, tinggi], ...]}

dalam piksel foto yang tampil tegak. Sebuah temuan dihitung benar bila luas irisan dibagi luas
gabungannya (IoU) dengan label paling sedikit 0,4, atau bila titik tengah masing-masing terletak di
dalam yang lain; satu temuan untuk satu label. Status keluar 1 hanya bila tidak ada foto yang dapat
dibaca.
"""


class Command(BaseCommand):
    """Needs no database."""

    help = "Mengukur pencarian wajah dengan foto berlabel."
    requires_system_checks: list[str] = []  # noqa: RUF012  (Django's own name and type)

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        """With the format of the labels below the options."""
        parser = super().create_parser(prog_name, subcommand, epilog=_FORMAT, **kwargs)
        parser.formatter_class = RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder, and the form of the answer."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="Folder foto dan labelnya.")
        parser.add_argument("--json", action="store_true", help="Satu objek JSON tiap foto.")
        parser.add_argument(
            "--draw", action="store_true", help="Gambar dahulu kumpulan foto kami sendiri ke DIR."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at every photo; what cannot be read is named and left out."""
        folder: Path = options["folder"]
        if options["draw"]:
            folder.mkdir(parents=True, exist_ok=True)
            draw_into(folder)
        if not folder.is_dir():
            raise CommandError(_("%(folder)s is no folder.") % {"folder": folder})
        if not options["json"]:
            self.row(_("photo"), _("faces"), _("found"), _("recall"), _("precision"), _("ms"))
        seen = []
        for one in self.compared(folder):
            seen.append(one)
            self.stdout.write(json.dumps(one.record())) if options["json"] else self.line(one)
        if not seen:
            raise CommandError(_("Nothing in %(folder)s could be read.") % {"folder": folder})
        if not options["json"]:
            self.total(seen)

    def compared(self, folder: Path) -> Iterator[Compared]:
        """Each photo as soon as it was looked at."""
        for name, photo, labels in pairs(folder):
            try:
                labelled = read_labelled(name, photo, labels)
            except BadLabel as error:
                self.stderr.write(f"{name}: {error}")
                continue
            began = time.perf_counter()
            found = images.faces(labelled.master)
            yield compare(labelled, found, seconds=time.perf_counter() - began)

    def line(self, one: Compared) -> None:
        """One row of the table."""
        self.row(one.name, *_cells([one]))

    def total(self, seen: list[Compared]) -> None:
        """The sum over all photos, and which engine it is of."""
        self.row(_("total"), *_cells(seen))
        self.stdout.write(images.ENGINES[0].version)

    def row(self, *cells: str) -> None:
        """One row, its first cell wide."""
        self.stdout.write(f"{cells[0]:<28}" + "".join(f"{cell:>12}" for cell in cells[1:]))


def _cells(seen: list[Compared]) -> list[str]:
    expected, found = sum(one.expected for one in seen), sum(one.found for one in seen)
    hits = sum(one.hits for one in seen)
    spent = 1000 * sum(one.seconds for one in seen)
    return [str(expected), str(found), _share(hits, expected), _share(hits, found), f"{spent:.0f}"]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"
