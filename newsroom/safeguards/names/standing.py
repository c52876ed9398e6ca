"""What a person is in the text: the office, or the part, that stands beside the name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from .kinds import Kind
from .lexicon import AFFIXED, CHILDREN_LEAD, ORDINARY, Role
from .lists import CUES
from .roles import grown, is_person, posed
from .shape import bases
from .tokens import Style, Token


class Part(Enum):
    """What the words beside a name make of the person."""

    NOBODY = 0
    OFFICIAL = 1
    CHILD = 2
    INMATE = 3
    RELATIVE = 4
    PUPIL = 5
    ELDER = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """The part, the word that says it, and whether it may be said of several at once."""

    part: Part
    word: str = ""
    crew: bool = False
    at: int = -1


NOBODY = Standing(Part.NOBODY)
_STOPS = frozenset({"\n", ";", "!", "?", "”", '"', "»"})
_GLUE = CUES["glue"]
_BREAKS = CUES["breaks"]
_VERB = re.compile(r"(?:me[a-z]{4,}|di[a-z]{5,}|ber[a-z]{3,}|ter[a-z]{4,})$")
_NO_VERB = CUES["no_verb"]
_HEADLINE_VERBS = CUES["headline_verbs"]
_CRAFTS = CUES["crafts"]
_CHILD_WORDS = frozenset(
    {"abh", "andikpas", "remaja", "bocah", "balita", "murid", "santri", "pelajar"}
)
_INMATE_WORDS = CUES["inmate_words"]
_KIN = CUES["kin"]
_CARE = CUES["care"]
_KEEPERS = frozenset({"asuh", "asrama", "pemasyarakatan", "kota", "nagari", "jorong"})
_OFFICERS_OF = CUES["officers_of"]
_SPOKESMEN = frozenset({"perwakilan", "utusan", "delegasi", "mewakili", "pihak"})
_NEEDS_MORE = frozenset(
    {"kepala", "wakil", "penjaga", "ahli", "pengurus", "panitia", "kapten", "selaku"}
)
_LED = frozenset({"ketua", "wakil", "pemimpin", "koordinator", "sekretaris", "bendahara"})
_ROOMS_LED = dict.fromkeys(("kepala", "komandan"), frozenset({"kamar", "blok", "barak", "pleton"}))
_FARTHEST = 30
_MOST_WORDS = 5
_GATHERINGS = CUES["gatherings"]
_TOO_FAR = _MOST_WORDS + 1
_TWO_WORD_OFFICES = (
    {("anggota", one) for one in _OFFICERS_OF | {"tim"}}
    | {("wali", one) for one in _KEEPERS}
    | {
        ("ayah", "asuh"),
        ("ibu", "asuh"),
        ("kakak", "asuh"),
        ("tua", "asuh"),
        ("putri", "indonesia"),
        ("puteri", "indonesia"),
    }
)


def before(tokens: Sequence[Token], kinds: Sequence[Kind], first: int) -> Standing:
    """What the words before a name say; ``first`` is the index of the name's first token."""
    loose = 0
    for at in range(first - 1, max(first - _FARTHEST, -1), -1):
        if kinds[at] is Kind.MARK:
            if _ends(tokens, at) or (loose and tokens[at].text == ","):
                return NOBODY
            continue
        if standing := _said(tokens, kinds, at, first):
            return standing
        loose += _weighs(tokens, kinds, at, first)
        if loose > _MOST_WORDS:
            return NOBODY
    return NOBODY


def _weighs(tokens: Sequence[Token], kinds: Sequence[Kind], at: int, first: int) -> int:
    """How far a word parts the name from what stands before it: too far, a little, not at all."""
    token, kind = tokens[at], kinds[at]
    if token.fold in _GLUE or kind in {Kind.PLACE, Kind.INSTITUTE}:
        return 0
    if token.capital and token.style is Style.PROSE:
        named = kind is Kind.NAME or (kind is Kind.UNKNOWN and not _of_office(kinds, at))
        return _TOO_FAR if named else 0
    if _breaks(tokens, kinds, at, first):
        return _TOO_FAR
    return 0 if token.capital else 1


def _of_office(kinds: Sequence[Kind], at: int) -> bool:
    """ "Camat Harau": the word names the seat of the office."""
    return at > 0 and kinds[at - 1] is Kind.OFFICE


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark ends the phrase: a full stop does, unless it abbreviates."""
    text = tokens[at].text
    if text == ".":
        return at + 1 < len(tokens) and tokens[at + 1].first
    return text in _STOPS


def _breaks(tokens: Sequence[Token], kinds: Sequence[Kind], at: int, first: int) -> bool:
    """Whether a small word parts the name from what stands before: a verb, a preposition."""
    fold = tokens[at].fold
    if fold in {"dan", "serta", "&"}:
        return at == first - 1 or tokens[at + 1].text == ","
    if fold in _BREAKS:
        return True
    if fold in _CRAFTS:
        return not (at > 0 and kinds[at - 1] is Kind.OFFICE)
    if tokens[at].style is not Style.PROSE and fold in _HEADLINE_VERBS:
        return True
    return is_verb(fold)


def is_verb(fold: str) -> bool:
    """Whether a folded word carries the prefix of a verb: membaca, dipimpin, not terorisme."""
    if not _VERB.match(fold) or fold in _NO_VERB:
        return False
    if fold in ORDINARY:
        return fold in AFFIXED
    return any(base in ORDINARY for base in bases(fold)) or fold.endswith(("kan", "i"))


def _said(tokens: Sequence[Token], kinds: Sequence[Kind], at: int, first: int) -> Standing | None:
    """The standing that the word at this place gives, if any."""
    if kinds[at] is Kind.OFFICE:
        return _office(tokens, at)
    fold, after = tokens[at].fold, tokens[at + 1].fold
    if (fold, after) in _TWO_WORD_OFFICES or _speaks_for(tokens, kinds, at, first):
        return Standing(Part.OFFICIAL, fold, crew=True, at=at)
    part = _part(tokens, at)
    if part in {Part.CHILD, Part.INMATE}:
        start = at - 1 if fold in {"binaan", "didik"} else at
        titled = fold == "anak" and _in_a_title(tokens, at)
        if titled or _cared_for(tokens, kinds, start) or _related(tokens, start):
            return None
    if part is None and grown(tokens, kinds, at, first):
        return Standing(Part.OFFICIAL, fold, crew=True, at=at)
    return Standing(part, fold, at=at) if part else None


def _speaks_for(tokens: Sequence[Token], kinds: Sequence[Kind], at: int, first: int) -> bool:
    """ "perwakilan Dinas Sosial, Rina": the words between name an institution."""
    if tokens[at].fold not in _SPOKESMEN:
        return False
    between = range(at + 1, first)
    if any(_part(tokens, spot) for spot in between):
        return False
    return any(
        kinds[spot] in {Kind.INSTITUTE, Kind.OFFICE}
        or tokens[spot].role & Role.AGENCY
        or (tokens[spot].is_word and tokens[spot].capital and tokens[spot].style is Style.PROSE)
        for spot in between
    )


def _part(tokens: Sequence[Token], at: int) -> Part | None:
    """Whether the word, or the pair it ends, names children, inmates or relatives."""
    fold, previous = tokens[at].fold, tokens[at - 1].fold if at else ""
    if (
        fold in _CHILD_WORDS
        or fold == "anak"
        or (previous == "anak" and fold in {"binaan", "didik"})
    ):
        return Part.CHILD
    if fold in _INMATE_WORDS or (previous == "warga" and fold == "binaan"):
        return Part.INMATE
    if fold in _KIN or (previous == "orang" and fold == "tua"):
        return Part.RELATIVE
    return None


def _related(tokens: Sequence[Token], at: int) -> bool:
    """ "orang tua anak": the word before says whose relative is meant."""
    return at > 0 and (tokens[at - 1].fold in _KIN or tokens[at - 1].fold == "tua")


def _in_a_title(tokens: Sequence[Token], at: int) -> bool:
    """ "Yayasan Peduli Anak Bangsa": the word stands in the name of something."""
    return at > 0 and tokens[at].capital and tokens[at - 1].is_word and tokens[at - 1].capital


def _office(tokens: Sequence[Token], at: int) -> Standing:
    token, after = tokens[at], tokens[at + 1]
    if posed(tokens, at):
        return Standing(Part.CHILD, token.text, at=at)
    if after.fold in (CHILDREN_LEAD if token.fold in _LED else _ROOMS_LED.get(token.fold, ())):
        return Standing(Part.CHILD, token.text, at=at)
    if token.fold in _NEEDS_MORE and not after.is_word:
        return NOBODY
    several = at > 0 and tokens[at - 1].fold in _GATHERINGS
    crew = several or bool(token.role & Role.CREW)
    return Standing(Part.OFFICIAL, token.text, crew=crew, at=at)


def _cared_for(tokens: Sequence[Token], kinds: Sequence[Kind], at: int) -> bool:
    """Whether those named here are the charge of an office: "pembina Anak Binaan"."""
    if not at:
        return False
    previous = tokens[at - 1]
    return kinds[at - 1] is Kind.OFFICE or previous.fold in _CARE or is_person(previous.fold)
