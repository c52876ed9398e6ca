"""Where pictures lie: files that only a view which has asked for permission may open."""

import os
from pathlib import Path
from typing import IO, Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage

from . import vault


class PrivateStorage(FileSystemStorage):
    """Files below a folder that no web address reaches, not even by mistake in a template."""

    def url(self, name: str | None) -> str:
        """Always ValueError: FileSystemStorage would answer with an address below MEDIA_URL."""
        raise ValueError("A private file has no URL; a view sends it with newsroom.lib.sending.")


class SealedStorage(PrivateStorage):
    """Private files that also lie sealed on the disk: whoever copies the disk cannot look at them.

    A file that was kept before there were seals is read as it is; ``reseal`` seals it. Opening
    raises newsroom.lib.vault.SealBroken where no key of VAULT_KEYS opens the file.
    """

    def reseal(self, name: str) -> None:
        """Seal the file with the newest key, in one step: a reader sees the old file or the new."""
        sealed = vault.seal_bytes(self._opened(name))
        place = Path(self.path(name))
        beside = place.with_name(f".{place.name}.new")
        beside.write_bytes(sealed)
        os.replace(beside, place)

    def _save(self, name: str, content: "File[Any]") -> str:
        content.seek(0)
        sealed = ContentFile(vault.seal_bytes(content.read()))
        return str(super()._save(name, sealed))  # type: ignore[misc]

    def _open(self, name: str, mode: str = "rb") -> "File[Any]":
        if mode != "rb":
            raise ValueError("A sealed file is read or replaced as a whole.")
        return ContentFile(self._opened(name), name=name)

    def _opened(self, name: str) -> bytes:
        file: IO[bytes]
        with super()._open(name) as file:  # type: ignore[misc]
            kept = file.read()
        return vault.open_bytes(kept) if vault.is_sealed(kept) else kept
