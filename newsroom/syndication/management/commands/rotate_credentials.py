"""``manage.py rotate_credentials``: seal what is stored with the newest key."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.releases.sealing import reseal_all
from newsroom.syndication.credentials import rotate_all
from newsroom.syndication.models import Destination


class Command(BaseCommand):
    """Put a new key in front of VAULT_KEYS, run this, then drop the old key."""

    help = "Menyegel ulang kredensial, foto asli, surat izin, dan nama (kunci pertama VAULT_KEYS)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rotate, name what could not be opened, and fail where there is any."""
        rotated, broken = rotate_all()
        words = ngettext(
            "%(count)d destination was sealed anew.",
            "%(count)d destinations were sealed anew.",
            rotated,
        )
        self.stdout.write(words % {"count": rotated})
        sealed, lost = reseal_all()
        self.stdout.write(
            _("%(count)d originals, papers and names were sealed anew.") % {"count": sealed}
        )
        self._complain(broken, lost)

    def _complain(self, broken: list[Destination], lost: list[str]) -> None:
        told = []
        if broken:
            names = ", ".join(str(one) for one in broken)
            words = _("No key opens the credentials of: %(names)s. Please enter them again.")
            told.append(words % {"names": names})
        if lost:
            words = _("Missing, or opened by no key: %(names)s.")
            told.append(words % {"names": ", ".join(lost)})
        if told:
            raise CommandError("\n".join(told))
