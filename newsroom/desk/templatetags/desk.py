"""How hours, days and cleaned text read at the desk."""

from datetime import date, datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from facilities.clocks import on_clock
from facilities.models import Facility
from newsroom.lib.html import clean

register = template.Library()


@register.filter
def hour_at(instant: datetime, facility: Facility) -> str:
    """An instant on the facility's clock with the label of its zone."""
    return on_clock(instant, facility.time_zone)


@register.filter
def age(instant: datetime, now: datetime | None = None) -> str:
    """How long ago, in its greatest unit: "3 days". ``now`` is the clock's where left out."""
    passed = (now or timezone.now()) - instant
    if passed < timedelta(minutes=1):
        return _("less than a minute")
    return timesince(instant, now, depth=1)


@register.filter
def day(value: str) -> str:
    """A date as contents carry it (ISO 8601) in words."""
    return date_format(date.fromisoformat(value), "l, j F Y")


@register.filter
def cleaned(html: str) -> SafeString:
    """A text's HTML, cleaned once more before it is trusted."""
    return mark_safe(clean(html))  # noqa: S308 - nh3 has just cleaned it
