"""The delivery engine: claim, act, settle."""

import random
from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _

from newsroom.lib import vault
from newsroom.lib.isolation import isolated

from .claims import Claim, claim, still_held
from .credentials import opened_settings
from .packing import parcel_for
from .parcels import Placed, Refused, TryLater
from .settlement import settle
from .transports import TRANSPORTS

#: Spreads retries; nothing secret hangs on it.
_spread = random.random


def deliver(
    delivery_id: int, *, clock: Callable[[], datetime], chance: Callable[[], float] = _spread
) -> bool:
    """Try one delivery if it is ripe; True where an attempt of ours was settled.

    May be called twice or at the wrong time: whoever does not get the claim does nothing. No
    transaction is open while the parcel is on the road.
    """
    held = claim(delivery_id, at=clock())
    if held is None:
        return False
    ending = isolated(
        lambda: _carry(held, clock=clock), TryLater, Refused, name="The carrying of a parcel"
    )
    transport = TRANSPORTS.get(held.delivery.destination.transport)
    return settle(
        held,
        ending,
        verifies=transport is not None and transport.verifies_removal,
        at=clock(),
        chance=chance(),
    )


def _carry(held: Claim, *, clock: Callable[[], datetime]) -> Placed:
    delivery, at = held.delivery, clock()
    transport = TRANSPORTS[delivery.destination.transport]
    try:
        settings = opened_settings(delivery.destination, at=at)
    except vault.SealBroken as error:
        reason = _("The saved credentials can no longer be opened. Please enter them again.")
        raise Refused(reason) from error
    parcel = parcel_for(delivery, at=at, enclosures=transport.carries_enclosures)
    if not still_held(held, at=clock()):
        raise TryLater(_("Packing took longer than a worker may hold a delivery."))
    return transport(settings).place(parcel)
