"""What only people do: the words beside a capital word that make it a person."""

from collections.abc import Sequence

from .found import Name, Sureness
from .lists import CUES
from .tokens import Style, Token

_SPEAK = CUES["speak"]
_DEEDS = _SPEAK | CUES["deeds"] | CUES["human"]
_SAID = CUES["said"]
_HEADLINES = CUES["headline_person"]
#: What no thing and no feast can do.
_HUMAN = _SPEAK | CUES["human"]
_VAGUE = frozenset({"juga", "kini", "bersama", "dan", "saat", "usai", "serta"})


def acts(tokens: Sequence[Token], name: Name) -> bool:
    """Whether the words beside the name say that it is somebody."""
    before = tokens[name.first - 1] if name.first else None
    following = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if before is not None and before.fold in _SAID:
        return True
    if following is None:
        return False
    if following.style is not Style.PROSE and following.fold in _HEADLINES:
        return True
    if following.fold not in _DEEDS:
        return False
    if name.sureness is Sureness.FAINT:
        return following.fold in _HUMAN
    return following.style is Style.PROSE or following.fold not in _VAGUE
