"""The secrets of destinations: opened for the road, sealed anew when the key changes."""

from datetime import datetime

from django.db import transaction

from newsroom.lib import vault

from .models import Destination


def opened_settings(destination: Destination, *, at: datetime) -> dict[str, str]:
    """All settings of a destination, secrets opened. Raises vault.SealBroken.

    A changed secret's previous value is left out once its time is over.
    """
    values: dict[str, str] = destination.settings | vault.open_sealed(destination.credentials)
    until = destination.previous_secret_until
    if until is not None and until <= at:
        values.pop("previous_secret", None)
    return values


def rotate_all() -> tuple[int, list[Destination]]:
    """Seal every destination's secrets with the newest key.

    Gives how many were sealed, and the destinations whose secrets no key opens; those stay as
    they are.
    """
    rotated, broken = 0, []
    for pk in Destination.objects.values_list("pk", flat=True):
        with transaction.atomic():
            one = Destination.objects.select_for_update(of=("self",)).get(pk=pk)
            try:
                one.credentials = vault.rotate(one.credentials)
            except vault.SealBroken:
                broken.append(one)
                continue
            one.save(update_fields=["credentials"])
            rotated += 1
    return rotated, broken
