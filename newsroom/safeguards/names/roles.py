"""Nouns for what somebody does: those only grown-ups are called, and those a child may be too."""

from collections.abc import Sequence

from .kinds import Kind
from .lexicon import AFFIXED, ORDINARY, Role, role
from .lists import CUES
from .tokens import Token

_PUBLIC = CUES["public_roles"]
_CHILDRENS = CUES["childrens_roles"]
_OUTSIDE = CUES["outside"]
_CRAFTS_OF = CUES["crafts_of"]
_POSING = CUES["posing"]
_SHORTEST_AGENT = 6


def grown(tokens: Sequence[Token], kinds: Sequence[Kind], at: int, first: int) -> bool:
    """Whether the word at this place, said of the name at ``first``, is a grown-up's role."""
    fold = tokens[at].fold
    if posed(tokens, at):
        return False
    if fold == "juru":
        return tokens[at + 1].fold in _CRAFTS_OF
    if fold in _PUBLIC:
        return True
    if fold in _CHILDRENS:
        return any(one.fold in _OUTSIDE for one in tokens[at + 1 : first])
    return is_agent(fold)


def is_agent(fold: str) -> bool:
    """Whether a folded word is built like the name of a trade: pendongeng, perancang."""
    if len(fold) < _SHORTEST_AGENT or not fold.startswith("pe") or fold.endswith(("an", "nya")):
        return False
    if fold in _CHILDRENS or (fold in ORDINARY and fold not in AFFIXED):
        return False
    return bool(role(fold) & Role.ORDINARY)


def posed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the role is played or dreamt of: "memerankan jaksa", "ingin menjadi guru"."""
    return any(one.fold in _POSING for one in tokens[max(0, at - 2) : at])
