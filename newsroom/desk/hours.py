"""Hours as people at a facility type and read them: wall clock of its own zone."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localtime

from facilities.models import Facility

_FORMAT = "%Y-%m-%dT%H:%M"


class HourField(forms.DateTimeField):
    """A day and hour without a zone; turn it into an instant with ``instant_at``."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_FORMAT)

    def to_python(self, value: Any) -> datetime | None:
        """What was typed, read as wall clock."""
        read: datetime | None = super().to_python(value)
        return localtime(read).replace(tzinfo=None) if read else None


def instant_at(facility: Facility, hour: datetime) -> datetime:
    """The instant at which clocks of the facility show that hour."""
    return hour.replace(tzinfo=facility.zone)


def hour_to_type(facility: Facility, instant: datetime | None) -> datetime | None:
    """What clocks of the facility show at the instant, without a zone, for a form's initial."""
    return localtime(instant, facility.zone).replace(tzinfo=None) if instant else None
