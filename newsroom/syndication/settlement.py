"""Settling: what an attempt's end means for the delivery, its destination and the proof."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.releases.models import Edition

from . import health
from .claims import Claim
from .ladder import wait_after
from .models import Attempt, Delivery, Receipt
from .parcels import Placed, Refused, TryLater

logger = logging.getLogger(__name__)

_Outcome = Attempt.Outcome


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the attempt ended, and the delivery's columns that follow from it."""

    outcome: Attempt.Outcome
    message: str
    columns: dict[str, Any]
    http_status: int | None = None


def settle(
    claim: Claim, ending: Placed | Exception, *, verifies: bool, at: datetime, chance: float
) -> bool:
    """Write the end of an attempt down; False where the lease was taken over meanwhile.

    ``verifies``: the transport can see removals, so an unseen one stays open; so it does where the
    outlet named a page that is still there. ``chance`` from 0 to 1 spreads the next try.
    """
    verdict = _judge(claim.delivery, ending, verifies=verifies, at=at, chance=chance)
    with transaction.atomic():
        held = Delivery.objects.filter(pk=claim.delivery.pk, lease=claim.lease)
        ours = held.update(lease="", leased_until=None, rung_at=None, **verdict.columns)
        if not ours:
            _note_late(claim, verdict)
            return False
        Attempt.objects.filter(pk=claim.attempt.pk).update(
            outcome=verdict.outcome,
            message=verdict.message,
            http_status=verdict.http_status,
            finished_at=at,
        )
        _tell_destination(claim.delivery, ending, at=at)
    return True


def _judge(
    delivery: Delivery, ending: Placed | Exception, *, verifies: bool, at: datetime, chance: float
) -> Verdict:
    tries = delivery.tries + 1
    if isinstance(ending, Placed):
        looked = verifies or bool(ending.remote_url)
        withdraws = delivery.edition.kind == Edition.Kind.WITHDRAWAL
        if withdraws and looked and not ending.removal_verified:
            reason = _("The outlet accepted the withdrawal, but the item could still be seen.")
            later = _later(tries, wait_after(tries, chance=chance), reason, at)
            return Verdict(_Outcome.TRY_LATER, reason, later)
        return Verdict(_Outcome.DELIVERED, _storable(ending.note), _done(tries, at))
    if isinstance(ending, TryLater):
        wait = wait_after(tries, chance=chance, asked=ending.after)
        columns = _later(tries, wait, _said(ending), at)
        columns["uncertain"] = delivery.uncertain or ending.uncertain
        return Verdict(_Outcome.TRY_LATER, _said(ending), columns, ending.status)
    if isinstance(ending, Refused):
        columns = _failed(tries, _said(ending), at)
        return Verdict(_Outcome.REFUSED, _said(ending), columns, ending.status)
    # Our own error may have struck after the outlet had taken it.
    said = f"{type(ending).__name__}: {_said(ending)}"
    return Verdict(_Outcome.BROKEN, said, _failed(tries, said, at) | {"uncertain": True})


def _done(tries: int, at: datetime) -> dict[str, Any]:
    status = Delivery.Status.DELIVERED
    return {"status": status, "tries": tries, "settled_at": at, "reason": "", "uncertain": False}


def _failed(tries: int, reason: str, at: datetime) -> dict[str, Any]:
    status = Delivery.Status.FAILED
    return {"status": status, "tries": tries, "settled_at": at, "reason": reason}


def _later(tries: int, wait: Any, reason: str, at: datetime) -> dict[str, Any]:
    """Queued for the next rung, or failed where the ladder ends."""
    if wait is None:
        return _failed(tries, reason, at)
    status = Delivery.Status.QUEUED
    return {"status": status, "tries": tries, "due_at": at + wait, "reason": reason}


def _tell_destination(delivery: Delivery, ending: Placed | Exception, *, at: datetime) -> None:
    pk = delivery.destination_id
    if isinstance(ending, Placed):
        _keep_receipt(delivery, ending, at=at)
        health.succeeded(pk, at=at)
    elif isinstance(ending, TryLater):
        health.failed(pk, at=at, asked=ending.after)
    elif isinstance(ending, Refused):
        health.failed(pk, at=at)
        if ending.gone:
            health.closed_for_good(pk, reason=_said(ending))


def _keep_receipt(delivery: Delivery, placed: Placed, *, at: datetime) -> None:
    Receipt.objects.update_or_create(
        delivery=delivery,
        defaults={
            "remote_id": _storable(placed.remote_id)[:200],
            "remote_url": _storable(placed.remote_url)[:500],
            "media": [_storable(entry) for entry in placed.media],
            "note": _storable(placed.note)[:300],
            "removal_verified": placed.removal_verified,
            "at": at,
        },
    )


def _said(ending: Exception) -> str:
    return _storable(str(ending))


def _storable(text: str) -> str:
    """What an outlet said, without what a database refuses: NUL and halves of characters.

    Otherwise its answer could not be written down, and the same parcel would be sent again.
    """
    whole = text.encode(errors="replace").decode()
    return whole.replace("\x00", "\N{REPLACEMENT CHARACTER}")


def _note_late(claim: Claim, verdict: Verdict) -> None:
    """The attempt was given up as lost, and another worker goes on; keep what we know of it."""
    logger.warning("Delivery %s: a worker came back after its lease", claim.delivery.pk)
    Attempt.objects.filter(pk=claim.attempt.pk).update(
        message=f"{verdict.outcome.label}: {verdict.message}", http_status=verdict.http_status
    )
