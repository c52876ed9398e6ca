"""Claiming: a delivery is taken by one UPDATE on its own columns and held by a lease."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Case, F, Value, When
from django.utils.translation import gettext as _

from newsroom.releases.models import Edition

from . import health
from .ladder import LADDER
from .models import Attempt, Delivery

#: How long to wait before looking again at a held release or a destination that is switched off.
#: Lifting the one is noticed by then; switching the other on wakes its deliveries by itself.
HELD_WAIT = timedelta(seconds=30)
CLOSED_WAIT = timedelta(hours=1)

_SENDING = Delivery.Status.SENDING


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery in our hands: only who knows the lease may settle it."""

    delivery: Delivery
    lease: str
    attempt: Attempt


def claim(delivery_id: int, *, at: datetime) -> Claim | None:
    """Take the delivery, or None where it is not ripe, another worker has it, or it must wait.

    What must wait or is no longer needed is put aside at once, without counting a try.
    """
    lease = secrets.token_hex(16)
    with transaction.atomic():
        if not _take(delivery_id, lease, at):
            return None
        rows = Delivery.objects.select_related("edition__release", "destination")
        delivery = rows.get(pk=delivery_id)
        delivery.attempts.filter(outcome=Attempt.Outcome.UNDER_WAY).update(
            outcome=Attempt.Outcome.LOST, finished_at=at
        )
        aside = _put_aside(delivery, at)
        if aside:
            _release(delivery_id, aside)
            return None
        attempt = delivery.attempts.create(number=delivery.attempts.count() + 1, started_at=at)
    return Claim(delivery, lease, attempt)


def still_held(claim: Claim, *, at: datetime) -> bool:
    """Whether the lease is ours and runs. Asked just before sending, as packing may take long.

    A worker that was stopped meanwhile must not send after others have gone on without it.
    """
    rows = Delivery.objects.filter(pk=claim.delivery.pk, lease=claim.lease)
    return rows.filter(leased_until__gt=at).exists()


def _take(delivery_id: int, lease: str, at: datetime) -> bool:
    """The claiming UPDATE. A lapsed lease means a try that may have arrived."""
    row = Delivery.objects.filter(pk=delivery_id)
    try:
        with transaction.atomic():
            taken = (
                Delivery.objects.ripe(at)
                .filter(pk=delivery_id)
                .update(
                    status=_SENDING,
                    lease=lease,
                    leased_until=at + settings.SYNDICATION_LEASE,
                    uncertain=Case(When(status=_SENDING, then=Value(True)), default=F("uncertain")),
                    tries=F("tries") + Case(When(status=_SENDING, then=Value(1)), default=Value(0)),
                )
            )
    except IntegrityError:
        # Another edition of the same item is on the road to this outlet: look again soon.
        row.update(rung_at=None)
        return False
    return taken == 1


def _put_aside(delivery: Delivery, at: datetime) -> dict[str, Any] | None:
    """Why the delivery may not go now, as the columns that say so; None: it may."""
    newer = Edition.objects.filter(release=delivery.release_id, number__gt=delivery.number)
    if newer.exists():
        reason = _("A newer edition took its place.")
        return {"status": Delivery.Status.SUPERSEDED, "settled_at": at, "reason": reason}
    if delivery.tries >= len(LADDER):
        reason = _("Worker after worker was lost over this delivery.")
        return {"status": Delivery.Status.FAILED, "settled_at": at, "reason": reason}
    if not delivery.destination.active:
        return _wait(at + CLOSED_WAIT, _("The destination is switched off."))
    if delivery.edition.release.is_held:
        return _wait(at + HELD_WAIT, _("The release is on hold."))
    until = health.rests_until(delivery.destination, at=at)
    return _wait(until, _("The destination is resting after failures.")) if until else None


def _wait(until: datetime, reason: str) -> dict[str, Any]:
    status = Delivery.Status.QUEUED
    return {"status": status, "due_at": until, "reason": reason, "rung_at": None}


def _release(delivery_id: int, columns: dict[str, Any]) -> None:
    Delivery.objects.filter(pk=delivery_id).update(lease="", leased_until=None, **columns)
