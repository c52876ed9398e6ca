"""How dates, times and lengths read."""

import re
from datetime import date, datetime
from math import ceil
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.utils.dateformat import format as written
from django.utils.translation import pgettext

from facilities.clocks import on_clock

register = template.Library()

WORDS_A_MINUTE = 200
_TAG = re.compile(r"<[^>]*>")


@register.filter
def moment(at: datetime, zone: str) -> str:
    """An instant in a facility's zone: "Kamis, 27 Februari 2020 pukul 14.37 WIB"."""
    return on_clock(at, zone, pgettext("date format", r"l, j F Y \a\t H.i"))


@register.filter
def short_moment(at: datetime, zone: str) -> str:
    """The same for lists: "27 Februari 2020, 14.37 WIB"."""
    return on_clock(at, zone, pgettext("date format", "j F Y, H.i"))


@register.filter
def iso(at: datetime, zone: str) -> str:
    """An instant for machines, with the zone's offset."""
    return at.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")


@register.filter
def day(value: date) -> str:
    """A date with its weekday: "Kamis, 27 Februari 2020"."""
    return written(value, pgettext("date format", "l, j F Y"))


@register.filter
def month(value: date) -> str:
    """A month: "Februari 2020"."""
    return written(value, pgettext("date format", "F Y"))


@register.filter
def minutes(html: str) -> int:
    """How many minutes a text takes to read, at least 1."""
    return max(1, ceil(len(_TAG.sub(" ", html).split()) / WORDS_A_MINUTE))


@register.filter
def local(url: str) -> str:
    """An address of this site as a path, so that the page works under any of its names."""
    return url.removeprefix(settings.SITE_URL)
