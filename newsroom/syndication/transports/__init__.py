"""How parcels are carried: each transport is one class, listed here."""

from newsroom.syndication.parcels import Transport

TRANSPORTS: dict[str, type[Transport]] = {}
