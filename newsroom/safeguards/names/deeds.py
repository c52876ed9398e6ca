"""What only people do: the words beside a capital word that make it a person."""

from collections.abc import Sequence

from .found import Name, Sureness
from .lists import CUES
from .standing import is_verb
from .tokens import Style, Token

_SPEAK = CUES["speak"]
_DEEDS = _SPEAK | CUES["deeds"] | CUES["human"]
_SAID = CUES["said"]
_TOWARD = CUES["toward"]
_HEADLINES = CUES["headline_person"]
#: What no thing and no feast can do.
_HUMAN = _SPEAK | CUES["human"]
_VAGUE = frozenset({"juga", "kini", "bersama", "dan", "saat", "usai", "serta"})


def personal(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a likely name may be a person: what one cooks, plays or builds is none."""
    if len(name.parts) > 1 or not name.first:
        return True
    before = tokens[name.first - 1]
    if not before.is_word or before.capital or before.fold in _TOWARD:
        return True
    if not (before.fold.startswith(("me", "ber")) and is_verb(before.fold)):
        return True
    following = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    return following is not None and (following.text == "(" or following.fold in _DEEDS)


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
