"""The verbs a person uses on deliveries and destinations."""

import base64
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from newsroom.contributors.models import User
from newsroom.lib import vault
from newsroom.press.models import Outlet
from newsroom.releases.models import Edition

from . import refusals
from .access import destinations_of, may_steer
from .models import Delivery, Destination
from .transports import TRANSPORTS

#: How long an outlet may still know a changed signing secret by its old value.
SECRET_OVERLAP = timedelta(hours=24)


def connect(
    *,
    outlet: Outlet,
    name: str,
    transport: str,
    format: str,
    settings: Mapping[str, str],
    at: datetime,
) -> Destination:
    """A new destination. ``settings`` holds plain and secret ones; the secret ones are sealed.

    The filter is empty (it takes everything) until it is set. Raises KeyError for a transport that
    is not in the list.
    """
    plain, secret = divided(transport, settings)
    return Destination.objects.create(
        outlet=outlet,
        name=name,
        transport=transport,
        format=format,
        settings=plain,
        credentials=vault.seal(secret),
        created_at=at,
    )


def divided(transport: str, settings: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The settings a transport knows, plain ones and secret ones apart; empty ones left out."""
    plain: dict[str, str] = {}
    secret: dict[str, str] = {}
    for one in TRANSPORTS[transport].settings:
        if settings.get(one.name):
            (secret if one.secret else plain)[one.name] = settings[one.name]
    return plain, secret


@transaction.atomic
def retry(delivery: Delivery, *, by: User, at: datetime) -> Delivery:
    """Let a failed or waiting delivery go at once, at the foot of the retry ladder again.

    Raises OutOfScope, AlreadyMoved, Superseded.
    """
    locked = _locked(delivery, by=by)
    if locked.status not in Delivery.STEERABLE:
        raise refusals.AlreadyMoved
    if Edition.objects.filter(release=locked.release_id, number__gt=locked.number).exists():
        raise refusals.Superseded
    locked.status = Delivery.Status.QUEUED
    locked.due_at = at
    locked.tries = 0
    locked.settled_at = locked.rung_at = None
    locked.save()
    return locked


@transaction.atomic
def retry_all(destination: Destination, *, by: User, at: datetime) -> int:
    """Let everything go that this destination is still owed; ends its rest. Returns how many.

    Failed deliveries with a newer edition behind them stay as they are. Raises OutOfScope.
    """
    if not destinations_of(by).filter(pk=destination.pk).exists():
        raise refusals.OutOfScope
    owed = Delivery.objects.filter(destination=destination).latest_owed()
    count = owed.update(
        status=Delivery.Status.QUEUED, due_at=at, tries=0, settled_at=None, rung_at=None
    )
    # After the deliveries, in the order in which a claim locks them.
    Destination.objects.filter(pk=destination.pk).update(resting_until=None)
    return count


@transaction.atomic
def take_over(delivery: Delivery, *, by: User, at: datetime, note: str) -> Delivery:
    """A person settles this with the outlet by hand: nothing more is sent for it.

    This is how a withdrawal that could not be verified is closed. Raises NoteMissing, OutOfScope,
    AlreadyMoved.
    """
    if not note.strip():
        raise refusals.NoteMissing
    locked = _locked(delivery, by=by)
    if locked.status not in Delivery.STEERABLE:
        raise refusals.AlreadyMoved
    locked.status = Delivery.Status.NOT_NEEDED
    locked.settled_at = at
    locked.taken_over_by = by
    locked.reason = note.strip()
    locked.save()
    return locked


@transaction.atomic
def switch(destination: Destination, *, on: bool, by: User, at: datetime, reason: str = "") -> None:
    """Use a destination again, or no longer. What it is owed waits and goes once it is on again.

    Raises OutOfScope.
    """
    if not destinations_of(by).filter(pk=destination.pk).exists():
        raise refusals.OutOfScope
    if on:
        waiting = Delivery.objects.filter(destination=destination, status=Delivery.Status.QUEUED)
        waiting.update(due_at=at, rung_at=None)
    # After the deliveries, in the order in which a claim locks them.
    Destination.objects.filter(pk=destination.pk).update(
        active=on,
        stopped_reason="" if on else reason[:300],
        resting_until=None,
    )


@transaction.atomic
def change_secret(destination: Destination, *, by: User, at: datetime) -> str:
    """A new signing secret, returned once and never shown again.

    The old one signs beside it for SECRET_OVERLAP, so that the outlet can change in its own time.
    Raises OutOfScope, NoSigningSecret.
    """
    locked = destinations_of(by).select_for_update(of=("self",)).filter(pk=destination.pk).first()
    if locked is None:
        raise refusals.OutOfScope
    if "previous_secret" not in {one.name for one in TRANSPORTS[locked.transport].settings}:
        raise refusals.NoSigningSecret
    values = vault.open_sealed(locked.credentials)
    values["previous_secret"] = values.get("secret", "")
    values["secret"] = new_secret()
    locked.credentials = vault.seal(values)
    locked.previous_secret_until = at + SECRET_OVERLAP
    locked.save(update_fields=["credentials", "previous_secret_until"])
    return values["secret"]


def new_secret() -> str:
    """A signing secret as Standard Webhooks writes it: whsec_ and 32 random bytes in base64."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


def _locked(delivery: Delivery, *, by: User) -> Delivery:
    rows = Delivery.objects.select_for_update(of=("self",))
    locked = rows.select_related("release__facility").get(pk=delivery.pk)
    if not may_steer(by, locked):
        raise refusals.OutOfScope
    return locked
