"""Instants as people at a facility say them: on its own clock, with the label of its zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as written

from .models import Zone


def on_clock(at: datetime, zone: str, pattern: str = "j F Y H.i") -> str:
    """Such as "4 Mei 2026 10.05 WITA"; ``zone`` is an IANA name, ``pattern`` as in Django."""
    return f"{written(at.astimezone(ZoneInfo(zone)), pattern)} {Zone(zone).label}"
