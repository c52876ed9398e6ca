"""How hours, days and cleaned text read at the desk."""

from datetime import date, datetime

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe

from facilities.clocks import on_clock
from facilities.models import Facility
from newsroom.lib.html import clean

register = template.Library()


@register.filter
def hour_at(instant: datetime, facility: Facility) -> str:
    """An instant on the facility's clock with the label of its zone."""
    return on_clock(instant, facility.time_zone)


@register.filter
def day(value: str) -> str:
    """A date as contents carry it (ISO 8601) in words."""
    return date_format(date.fromisoformat(value), "l, j F Y")


@register.filter
def cleaned(html: str) -> SafeString:
    """A text's HTML, cleaned once more before it is trusted."""
    return mark_safe(clean(html))  # noqa: S308 - nh3 has just cleaned it
