"""Nouns for what somebody does: those only grown-ups are called, and those a child may be too."""

from collections.abc import Sequence

from .kinds import Kind
from .lexicon import AFFIXED, ORDINARY, Role, role
from .lists import ADULTS, CUES
from .tokens import Token

_PUBLIC = CUES["public_roles"]
_CHILDRENS = CUES["childrens_roles"]
_OUTSIDE = CUES["outside"]
_CRAFTS_OF = CUES["crafts_of"]
_POSING = CUES["posing"]
_SHORTEST_AGENT = 6
_SENTENCE = 80
_PERSONS = ADULTS["orang"]
_SOFT = ADULTS["lunak"]
_NO_AGENTS = ADULTS["bukan_pelaku"] | ADULTS["anak"]
_INSTRUMENTS = ADULTS["alat"]
_OF_CHILDREN = ADULTS["bicara_anak"]
#: Whose master, coach or owner somebody is: a child has teachers, a place has owners.
_OF_A_CHILD = frozenset({"guru", "wali", "pembina", "pendamping", "pengacara", "pengasuh"})
_LEARNED = ("wan", "wati", "olog", "ator", "itor", "alis", "aris")


def grown(tokens: Sequence[Token], kinds: Sequence[Kind], at: int, first: int) -> bool:
    """Whether the word at this place, said of the name at ``first``, is a grown-up's role."""
    fold = tokens[at].fold
    if posed(tokens, at):
        return False
    if fold == "juru":
        return tokens[at + 1].fold in _CRAFTS_OF
    if fold == "anggota":
        return tokens[at + 1].caps or (tokens[at + 1].fold == "komisi")
    if fold in _PUBLIC:
        return True
    if fold.endswith("nya"):
        base = fold.removesuffix("nya")
        own = base not in _OF_A_CHILD and (base in _SOFT or is_person(base))
        return tokens[at].first and own
    if fold in _SOFT or (fold == "pemain" and tokens[at + 1].fold in _INSTRUMENTS):
        return _of_guests(tokens, at, first)
    if fold in _CHILDRENS:
        return any(one.fold in _OUTSIDE for one in tokens[at + 1 : first])
    return is_person(fold)


def _of_guests(tokens: Sequence[Token], at: int, first: int) -> bool:
    """A craft a child may learn too is a guest's where a full name and no child stand beside it."""
    full = first + 1 < len(tokens) and tokens[first + 1].capital and len(tokens[first + 1].text) > 1
    start, end = at, first
    while at - start < _SENTENCE and start > 0 and not tokens[start].first:
        start -= 1
    while (
        end - first < _SENTENCE
        and end < len(tokens)
        and not (tokens[end].first and tokens[end].is_word)
    ):
        end += 1
    return full and not any(one.fold in _OF_CHILDREN for one in tokens[start:end])


def is_person(fold: str) -> bool:
    """Whether a folded word is known as, or built like, a noun for what a grown-up does."""
    if fold in _PERSONS:
        return True
    if fold in _NO_AGENTS or fold in _CHILDRENS or fold in _SOFT:
        return False
    return is_agent(fold) or (len(fold) > _SHORTEST_AGENT and fold.endswith(_LEARNED))


def is_agent(fold: str) -> bool:
    """Whether a folded word is built like the name of a trade: pendongeng, perancang."""
    if len(fold) < _SHORTEST_AGENT or not fold.startswith("pe") or fold.endswith(("an", "nya")):
        return False
    if fold in _CHILDRENS or fold in _NO_AGENTS or (fold in ORDINARY and fold not in AFFIXED):
        return False
    return not role(fold) & Role.GIVEN


def posed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the role is played or dreamt of: "memerankan jaksa", "ingin menjadi guru"."""
    for one in reversed(tokens[max(0, at - 2) : at]):
        if not one.is_word:
            return False
        if one.fold in _POSING:
            return True
    return False
