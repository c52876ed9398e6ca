"""Sample content for the demo: four accounts, a partner outlet, and releases at every step.

The five older stories are written anew from facts of real events; all others say of themselves
that they are samples. Pictures are drawn, no person is shown.
"""

from datetime import datetime
from urllib.parse import urljoin

from django.db import transaction

from newsroom.press.models import Outlet
from newsroom.releases.models import Release
from newsroom.syndication.actions import connect
from newsroom.syndication.models import Destination

from .people import Account, Cast, accounts
from .stories import tell

__all__ = ["PASSWORD", "Account", "accounts", "load"]

#: Every sample account's password; prepare_demo refuses to load samples in production.
PASSWORD = "wartapas-contoh"  # noqa: S105
_OUTLET = "Kabar Contoh"


@transaction.atomic
def load(*, at: datetime, outlet_url: str, outlet_secret: str) -> list[Account]:
    """Make what is missing and leave the rest alone; returns the accounts to print.

    Needs the registry of facilities. ``outlet_url`` is the sample outlet's webhook; the address is
    set anew each time, since its port may have moved.
    """
    cast = Cast.assemble(PASSWORD)
    site = urljoin(outlet_url, "/")
    outlet, _made = Outlet.objects.update_or_create(name=_OUTLET, defaults={"site": site})
    settings = {"url": outlet_url, "secret": outlet_secret}
    known = Destination.objects.filter(outlet=outlet).first()
    if known is None:
        connect(
            outlet=outlet,
            name="Webhook",
            transport="webhook",
            format="ninjs",
            settings=settings,
            at=at,
        )
    elif known.settings.get("url") != outlet_url:
        Destination.objects.filter(pk=known.pk).update(settings={"url": outlet_url})
    if not Release.objects.exists():
        tell(cast, at=at)
    return accounts()
