"""manage.py verify_audit: whether anything was changed behind the newsroom's back."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom.releases.chain import breaks
from newsroom.releases.models import Transition


class Command(BaseCommand):
    """Verifies the chain of transitions, its head, and every edition's digest and approval."""

    help = "Memeriksa keutuhan rantai audit, kepalanya, dan sidik setiap edisi."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints one line for each break; status 1 where there is any."""
        found = list(breaks())
        for line in found:
            self.stderr.write(line)
        if found:
            raise CommandError(_("The audit chain is broken: %(n)d places.") % {"n": len(found)})
        count = Transition.objects.count()
        self.stdout.write(_("The audit chain is whole: %(n)d transitions.") % {"n": count})
