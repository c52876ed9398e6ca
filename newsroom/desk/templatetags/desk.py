"""How hours, days and cleaned text read at the desk."""

from datetime import date, datetime

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from facilities.models import Facility
from newsroom.lib.html import clean

register = template.Library()


@register.filter
def hour_at(instant: datetime, facility: Facility) -> str:
    """An instant on the facility's clock with the label of its zone."""
    local = localtime(instant, facility.zone)
    return f"{date_format(local, 'j F Y H.i')} {facility.zone_label}"


@register.filter
def day(value: str) -> str:
    """A date as contents carry it (ISO 8601) in words."""
    return date_format(date.fromisoformat(value), "l, j F Y")


@register.filter
def cleaned(html: str) -> SafeString:
    """A text's HTML, cleaned once more before it is trusted."""
    return mark_safe(clean(html))  # noqa: S308 - nh3 has just cleaned it
