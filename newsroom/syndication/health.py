"""How a destination fares: after failures in a row it rests, and one delivery probes it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Value
from django.db.models.functions import Coalesce

from .ladder import LONGEST_ASKED
from .models import Delivery, Destination

#: So many failures in a row, and the destination rests.
PATIENCE = 5

FIRST_REST = timedelta(minutes=1)
LONGEST_REST = timedelta(hours=1)


def rest_after(failures: int) -> timedelta:
    """How long to leave a destination alone after so many failures in a row; doubles each time."""
    if failures < PATIENCE:
        return timedelta(0)
    doublings = min(failures - PATIENCE, 10)
    return min(FIRST_REST * (1 << doublings), LONGEST_REST)


def rests_until(destination: Destination, *, at: datetime) -> datetime | None:
    """Until when to wait with this destination, or None where the caller may go.

    When a rest is over one caller is let through as the probe (one conditional UPDATE decides
    which); the others wait for as long as a lease lasts, or until the probe has come back.
    """
    resting = destination.resting_until
    if resting is None or resting > at:
        return resting
    until = at + settings.SYNDICATION_LEASE
    same = Destination.objects.filter(pk=destination.pk, resting_until=resting)
    return None if same.update(resting_until=until) else until


def succeeded(destination_id: int, *, at: datetime) -> None:
    """The outlet took something: what waited for it to recover may go at once."""
    row = Destination.objects.filter(pk=destination_id)
    recovered = row.filter(failures_in_a_row__gt=0).update(
        failures_in_a_row=0, failing_since=None, resting_until=None, last_success_at=at
    )
    if not recovered:
        row.update(last_success_at=at)
        return
    untried = Delivery.objects.filter(destination=destination_id, tries=0)
    waiting = untried.filter(status=Delivery.Status.QUEUED, due_at__gt=at)
    Delivery.objects.filter(pk__in=waiting.not_in_hand()).update(due_at=at, rung_at=None)


def failed(destination_id: int, *, at: datetime, asked: timedelta | None = None) -> None:
    """Count a failure; rest after PATIENCE of them, or for as long as the outlet asked."""
    row = Destination.objects.filter(pk=destination_id)
    row.update(
        failures_in_a_row=F("failures_in_a_row") + 1,
        failing_since=Coalesce("failing_since", Value(at)),
    )
    failures = row.values_list("failures_in_a_row", flat=True).get()
    rest = max(rest_after(failures), min(asked or timedelta(0), LONGEST_ASKED))
    row.update(resting_until=at + rest if rest else None)


def closed_for_good(destination_id: int, *, reason: str) -> None:
    """The address itself is gone (HTTP 410): stop using the destination."""
    Destination.objects.filter(pk=destination_id).update(active=False, stopped_reason=reason[:300])
