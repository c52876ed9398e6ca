"""What a safeguard reports."""

from dataclasses import dataclass
from enum import IntEnum

from django.utils.functional import Promise


class Level(IntEnum):
    """How serious a finding is; a block stops the release until the text changes."""

    BLOCK = 0
    SIGN_OFF = 1
    WARNING = 2
    SUGGESTION = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule noticed.

    ``place`` names the field ("headline", "photos.0.alt"); ``start`` and ``end`` are character
    offsets in its plain text, 0 and 0 for the whole field. ``source`` is the law or norm.
    """

    rule: str
    level: Level
    place: str
    reason: str | Promise
    suggestion: str | Promise = ""
    start: int = 0
    end: int = 0
    source: str = ""
