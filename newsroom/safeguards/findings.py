"""What a safeguard reports."""

import hashlib
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from django.utils.functional import Promise


class Level(IntEnum):
    """How serious a finding is.

    BLOCK: the release stays until the text changes, or a second person at the regional office or
    above overrules it with a reason. SIGN_OFF: whoever approves signs for it. WARNING, SUGGESTION:
    never stop anything; the officer may dismiss them.
    """

    BLOCK = 0
    SIGN_OFF = 1
    WARNING = 2
    SUGGESTION = 3

    @property
    def word(self) -> str:
        """As labelled cases and records spell it: "sign_off"."""
        return self.name.lower()


#: From here upwards a finding keeps a release from leaving by itself.
STOPS = (Level.BLOCK, Level.SIGN_OFF)


class Group(StrEnum):
    """What a rule guards."""

    PARTS = "parts"
    CHILD = "child"
    INMATE = "inmate"
    PERSONAL = "personal"
    SECURITY = "security"
    DAY = "day"
    LANGUAGE = "language"
    PHOTOS = "photos"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule noticed.

    ``place`` names the field ("headline", "photos.0.alt"); ``start`` and ``end`` are character
    offsets in its plain text, 0 and 0 for the whole field; ``excerpt`` is what stands there and
    ``context`` the sentence around it. ``replacements`` are ready texts for the excerpt, the best
    first ("" deletes it); ``safe``: the first may be taken without reading it again. ``source`` is
    the law or norm. ``final``: nobody may overrule it (a missing part, a check that failed).
    """

    rule: str
    group: Group
    level: Level
    place: str
    reason: str | Promise
    source: str = ""
    start: int = 0
    end: int = 0
    excerpt: str = ""
    context: str = ""
    replacements: tuple[str, ...] = ()
    safe: bool = False
    final: bool = False

    @property
    def fingerprint(self) -> str:
        """The same for the same words in the same sentence of the same field; 16 hex digits.

        An answer is kept under it, so an answered finding returns once its text changes.
        """
        told = "\x1f".join((self.rule, self.place, self.excerpt, self.context))
        return hashlib.sha256(told.encode()).hexdigest()[:16]
