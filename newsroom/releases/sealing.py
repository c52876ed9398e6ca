"""Seals anew what lies under seal beside the secrets of destinations, when the key changes."""

from collections.abc import Iterator

from django.db import models

from newsroom.lib import vault
from newsroom.lib.storage import SealedStorage
from newsroom.safeguards.models import Consent

from .models import Person, Photo

_FILES: tuple[tuple[type[models.Model], str], ...] = ((Photo, "file"), (Consent, "paper"))
_NAMED: tuple[type[models.Model], ...] = (Person, Consent)


def reseal_all() -> tuple[int, list[str]]:
    """Seal originals, papers, and names with the newest key; also files from before the seals.

    Gives how many were sealed, and a word for each that is missing or that no key opens; those
    stay as they are. May be broken off and begun again.
    """
    broken: list[str] = []
    sealed = 0
    for failure in (*_files(), *_names()):
        sealed += not failure
        broken += [failure] if failure else []
    return sealed, broken


def _files() -> Iterator[str]:
    """One word for each file: empty where it was sealed anew, else its name."""
    for model, field in _FILES:
        storage = model._meta.get_field(field).storage  # type: ignore[union-attr]
        names = model._default_manager.order_by(field).values_list(field, flat=True).distinct()
        for name in names.iterator():
            yield _resealed(storage, name)


def _resealed(storage: SealedStorage, name: str) -> str:
    try:
        storage.reseal(name)
    except (OSError, vault.SealBroken):
        return name
    return ""


def _names() -> Iterator[str]:
    """The same for each sealed name, by model and key."""
    for model in _NAMED:
        rows = model._default_manager.values_list("pk", "sealed_name")
        for pk, token in rows.iterator():
            try:
                fresh = vault.rotate(token)
            except vault.SealBroken:
                yield f"{model._meta.model_name} {pk}"
                continue
            # Only where it is still the same: a name entered meanwhile is sealed already.
            model._default_manager.filter(pk=pk, sealed_name=token).update(sealed_name=fresh)
            yield ""
