"""What is kept of an upload."""

import hashlib
from dataclasses import dataclass, field

from .sniffing import Format


@dataclass(frozen=True, slots=True)
class Bare:
    """A document or sound without metadata.

    ``text``: the words in it, "" for sound and for scans. ``pictures``: how many images it holds.
    """

    format: Format
    content: bytes = field(repr=False)
    text: str = ""
    pictures: int = 0

    @property
    def checksum(self) -> str:
        """SHA-256 of the content in hex."""
        return hashlib.sha256(self.content).hexdigest()
