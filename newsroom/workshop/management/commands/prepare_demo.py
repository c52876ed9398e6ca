"""``manage.py prepare_demo``: the demo's database and sample content; ``demo`` calls it."""

import os
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.workshop import samples


class Command(BaseCommand):
    """Safe to run again: it adds what is missing."""

    help = "Menyiapkan basis data dan isi contoh untuk demo."
    requires_system_checks: list[str] = []  # noqa: RUF012  (Django's own name and type)

    def handle(self, *args: Any, **options: Any) -> None:
        """Tables, then the registry, then the sample content."""
        if settings.MODE == "production":
            raise CommandError(_("The demo does not run in production."))
        self.step(_("Tables of the database ..."))
        try:
            call_command("migrate", interactive=False, verbosity=0)
        except OperationalError as error:
            reason = _("The database does not answer: check DATABASE_URL. (%s)")
            raise CommandError(reason % str(error).strip()) from error
        self.step(_("Registry of correctional facilities ..."))
        call_command("load_facilities", stdout=self.stdout)
        self.step(_("Sample accounts, outlet and releases ..."))
        samples.load(
            at=timezone.now(),
            outlet_url=f"{os.environ['OUTLET_URL']}/webhook",
            outlet_secret=os.environ["OUTLET_SECRET"],
        )

    def step(self, text: str) -> None:
        """One line of progress."""
        self.stdout.write(text)
        self.stdout.flush()
