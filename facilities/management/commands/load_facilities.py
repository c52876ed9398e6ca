"""manage.py load_facilities: builds the registry from the project's data files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.utils import OperationalError, ProgrammingError
from django.utils.translation import gettext as _

from facilities import registry
from facilities.loading import Summary, load
from facilities.registry import offices


class Command(BaseCommand):
    """Loads facilities, their names, programmes and offices; what staff changed stays."""

    help = "Mendaftarkan unit pemasyarakatan dari berkas data; perubahan petugas dipertahankan."

    def add_arguments(self, parser: CommandParser) -> None:
        """FILE stands in for the project's own facilities.csv."""
        parser.add_argument(
            "file", nargs="?", type=Path, default=registry.FACILITIES, metavar="FILE"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Reads the files, loads them in one transaction and says what changed."""
        try:
            rows = registry.facilities(options["file"])
            summary = load(
                rows,
                registry.former_names(),
                registry.programmes(),
                offices.holders(),
                offices.authorities(),
            )
        except registry.BrokenRegistry as error:
            raise CommandError(str(error)) from error
        except (OperationalError, ProgrammingError) as error:
            raise CommandError(
                _("The database has no tables yet: run “manage.py migrate” first. (%s)") % error
            ) from error
        self._report(summary)

    def _report(self, summary: Summary) -> None:
        """One line of counts, and one line for each field that staff had changed."""
        if summary.changes:
            self.stdout.write(
                _(
                    "%(facilities)d facilities: %(added)d added, %(changed)d updated; new: "
                    "%(regions)d regional offices, %(names)d official names, %(aliases)d aliases, "
                    "%(programmes)d programmes, %(offices)d office holders and authorities."
                )
                % {
                    "facilities": summary.facilities,
                    "added": summary.added,
                    "changed": summary.changed,
                    "regions": summary.regions,
                    "names": summary.names,
                    "aliases": summary.aliases,
                    "programmes": summary.programmes,
                    "offices": summary.offices,
                }
            )
        else:
            self.stdout.write(
                _("Nothing changed: all %d facilities stand as in the file.") % summary.facilities
            )
        for kept in summary.kept:
            self.stdout.write(_("Kept as changed by staff: %s") % kept)
        if summary.added:
            self.stdout.write(
                _("These are first data: each unit should check its own at the desk.")
            )
