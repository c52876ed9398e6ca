"""manage.py import_releases: finished stories from files become drafts."""

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.utils import OperationalError, ProgrammingError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from facilities.gazetteer import Gazetteer
from facilities.models import Facility
from newsroom.contributors.models import User
from newsroom.releases.intake import Intake, parse
from newsroom.releases.intake.drafting import LABELS, draft
from newsroom.releases.refusals import Refusal

BYTES_MOST = 2 * 1024 * 1024


class NotImported(Exception):
    """A file gave no draft; the message says why and what to do."""


class Command(BaseCommand):
    """Reads each file as one story; ``--dry-run`` prints what it recognises, one JSON a line."""

    help = "Membuat draf dari naskah jadi; --dry-run hanya menunjukkan isian yang dikenali."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Files, and who the drafts belong to."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="Tidak menyimpan apa pun.")
        parser.add_argument("--as", dest="email", default="", help="Surel penulis draf.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Goes through all files; status 1 where one of them could not be imported."""
        now = timezone.now()
        dry_run: bool = options["dry_run"]
        gazetteer = self._gazetteer(dry_run=dry_run)
        author = None if dry_run else _author(options["email"])
        failed = 0
        for path in options["files"]:
            try:
                intake = parse(_text(path), gazetteer=gazetteer, today=timezone.localdate(now))
                self._name_candidates(path, intake)
                if author is None:
                    self.stdout.write(json.dumps(_record(path, intake), ensure_ascii=False))
                else:
                    release = draft(intake, facility=_facility(intake), by=author, at=now)
                    self.stdout.write(_report(path, release.pk, intake))
            except (NotImported, Refusal) as error:
                failed += 1
                self.stderr.write(f"{path}: {error}")
        if failed:
            raise CommandError(
                ngettext(
                    "%(count)d file was not imported.", "%(count)d files were not imported.", failed
                )
                % {"count": failed}
            )

    def _gazetteer(self, *, dry_run: bool) -> Gazetteer:
        """The names in the database; a dry run makes do with the registry's files."""
        try:
            gazetteer = Gazetteer.load()
        except (OperationalError, ProgrammingError):
            gazetteer = Gazetteer([])
        if gazetteer:
            return gazetteer
        if not dry_run:
            raise CommandError(
                _("The registry is empty: run “manage.py migrate” and “load_facilities” first.")
            )
        self.stderr.write(
            _("The registry is not loaded yet: facilities are taken from its files, without id.")
        )
        return Gazetteer.from_files()

    def _name_candidates(self, path: Path, intake: Intake) -> None:
        """Lists on stderr the facilities between which the text does not decide."""
        if intake.facility is None and intake.candidates:
            names = ", ".join(map(str, intake.candidates))
            self.stderr.write(
                _("%(file)s: the facility is not certain. Candidates: %(names)s.")
                % {"file": path, "names": names}
            )


def _text(path: Path) -> str:
    """The file's text, from UTF-8, from UTF-16 with its mark, or as older Word wrote it."""
    try:
        if path.stat().st_size > BYTES_MOST:
            raise NotImported(_("The file is larger than 2 MB; one story is expected."))
        raw = path.read_bytes()
    except OSError as error:
        raise NotImported(_("The file cannot be read: %s") % error.strerror) from error
    if raw.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise NotImported(_("Save the story as plain text (.txt) first, or paste it at the desk."))
    encodings = ("utf-16",) if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig",)
    for encoding in (*encodings, "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotImported(_("The file is not text. Save it as plain text in UTF-8."))


def _author(email: str) -> User:
    """Whose drafts they become."""
    if not email:
        raise CommandError(_("Say whose drafts these become: --as EMAIL (or try --dry-run)."))
    author = User.objects.filter(email__iexact=email, is_active=True).first()
    if author is None:
        raise CommandError(_("No active user has the e-mail address %s.") % email)
    return author


def _facility(intake: Intake) -> Facility:
    """The facility the draft belongs to; without one there is no draft."""
    if intake.facility is None:
        raise NotImported(
            _("No draft: the facility could not be recognised. Add a line “UPT: name of the unit”.")
        )
    return Facility.objects.get(name=intake.facility.name)


def _record(path: Path, intake: Intake) -> dict[str, Any]:
    """What --dry-run prints for one file."""
    day: date | None = intake.event_date
    return {
        "file": str(path),
        "headline": intake.headline,
        "facility": intake.facility.name if intake.facility else None,
        "facility_id": intake.facility.pk if intake.facility else None,
        "event_date": day.isoformat() if day else None,
        "dateline_place": intake.dateline_place,
        "bylines": list(intake.bylines),
        "paragraphs": list(intake.paragraphs),
        "missing": intake.missing,
    }


def _report(path: Path, pk: int, intake: Intake) -> str:
    """One line for the person at the terminal."""
    said = _("%(file)s: draft %(pk)d, %(facility)s") % {
        "file": path,
        "pk": pk,
        "facility": intake.facility,
    }
    if intake.missing:
        labels = ", ".join(str(LABELS[name]) for name in intake.missing)
        said += _("; not recognised: %s") % labels
    return said
