"""How parcels are carried: each transport is one class, listed here."""

from newsroom.syndication.parcels import Transport

from .webhook import Webhook
from .wordpress import WordPress

TRANSPORTS: dict[str, type[Transport]] = {one.slug: one for one in (Webhook, WordPress)}
