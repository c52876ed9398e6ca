"""What each word is in its place: part of a name, a place, an institution, an office."""

from collections.abc import Sequence
from enum import IntEnum, auto

from .lexicon import LOWER, STRICT, Role, place_length, role
from .lists import CUES
from .shape import pronounceable, spelled_out
from .tokens import Style, Token, tokenise


class Kind(IntEnum):
    """The part a token plays."""

    MARK = auto()
    PLAIN = auto()
    PLACE = auto()
    INSTITUTE = auto()
    OFFICE = auto()
    NAME = auto()
    MAYBE = auto()
    UNKNOWN = auto()
    INITIAL = auto()
    PARTICLE = auto()


_NAMELIKE = frozenset({Kind.NAME, Kind.MAYBE, Kind.UNKNOWN, Kind.INITIAL})
_PARTICLES = CUES["particles"]
#: What may stand inside the name of an institution without ending it.
_JOINERS = frozenset({".", "'", "’", "`", "-", '"', "“", "”", "(", ")", "&", "/"})
_LOCATING = CUES["locating"]
_TOWARDS = frozenset({"di", "ke", "dari", "asal", "kota", "kabupaten", "provinsi", "pulau"})
_HEADS = Role.HEAD | Role.WEAK_HEAD | Role.SCHOOL
_ARABIC_ARTICLES = ("al-", "an-", "at-", "ar-", "as-", "ad-", "asy-", "ath-", "az-", "el-")
_NAMING = CUES["naming"]
_PEOPLE = CUES["people_words"]
_OPENING = frozenset({"“", '"', "‘", "«"})
_CLOSING = frozenset({"”", '"', "’", "»", ","})
_LONGEST_TITLE = 7
_SHORTEST_TITLE = 2
_NAMED_REACH = 5
_SURE_TITLES = frozenset({"hakim", "imam"})
_LONGEST_INSTITUTE = 7
_SHORTEST_CAPS_NAME = 4


def kinds_of(tokens: Sequence[Token], *, label: bool = False) -> list[Kind]:
    """The kind of each token, in their order. ``label``: the words of a file name or slug."""
    kinds = [_labelled(token) if label else _alone(token) for token in tokens]
    _find_places(tokens, kinds)
    _find_institutes(tokens, kinds)
    _find_titled(tokens, kinds)
    _find_particles(tokens, kinds)
    _bridge_places(tokens, kinds)
    _close_ranks(tokens, kinds)
    return kinds


def _alone(token: Token) -> Kind:
    """What a token is by itself."""
    if not token.is_word:
        return Kind.MARK
    role = token.role
    if role & Role.OFFICE and not role & Role.GIVEN:
        return Kind.OFFICE
    if not token.capital:
        believed = token.fold.removesuffix("nya") in LOWER or _imitates(token)
        return Kind.NAME if believed else Kind.PLAIN
    if len(token.text) == 1:
        return Kind.INITIAL
    if role & Role.GIVEN:
        return Kind.MAYBE if role & Role.ORDINARY else Kind.NAME
    if role:
        return Kind.PLAIN
    if _imitates(token):
        return Kind.NAME
    return _unheard(token)


def _labelled(token: Token) -> Kind:
    """What a word of a file name is by itself; words run together are what their parts are."""
    if not token.is_word or len(token.fold) < _SHORTEST_CAPS_NAME:
        return Kind.MARK
    if token.role & Role.OFFICE and not token.role & Role.GIVEN:
        return Kind.OFFICE
    if token.fold in STRICT:
        return Kind.NAME
    if token.role or not pronounceable(token.fold):
        return Kind.PLAIN
    return run_together(token.fold)


def run_together(word: str) -> Kind:
    """What two words written as one are: "kegiatanpramuka", "dimaspratama"."""
    if place_length([word], 0):
        return Kind.PLACE
    for cut in range(3, len(word) - 2):
        head, tail = word[:cut], word[cut:]
        if role(head) and (role(tail) or place_length([tail], 0)):
            return Kind.NAME if {head, tail} & LOWER else Kind.PLAIN
    return Kind.UNKNOWN


def _unheard(token: Token) -> Kind:
    """A capital word that stands in no list: an abbreviation, or perhaps a name."""
    if not token.fold.isalpha() and any(one.isdigit() for one in token.text):
        return Kind.PLAIN
    if token.caps and token.style is not Style.SHOUT:
        long = len(token.fold) >= _SHORTEST_CAPS_NAME and pronounceable(token.fold)
        return Kind.UNKNOWN if long and len(token.fold) > 5 else Kind.PLAIN
    if token.caps and not pronounceable(token.fold):
        return Kind.PLAIN
    if token.fold.startswith(_ARABIC_ARTICLES):
        return Kind.PLAIN  # a mosque, a school, a group
    mixed = not token.caps and any(one.isupper() for one in token.text[1:])
    return Kind.PLAIN if mixed and "-" not in token.text else Kind.UNKNOWN


def _imitates(token: Token) -> bool:
    """Whether it is a name with digits for letters: "D1mas"."""
    if token.fold.isalpha() or not any(one.isdigit() for one in token.fold):
        return False
    return spelled_out(token.fold) in LOWER or spelled_out(token.fold.rstrip("0123456789")) in LOWER


def _find_places(tokens: Sequence[Token], kinds: list[Kind]) -> None:
    folds = [one.fold for one in tokens]
    at = 0
    while at < len(tokens):
        spelled = tokens[at].is_word and (tokens[at].capital or kinds[at] is Kind.UNKNOWN)
        length = place_length(folds, at) if spelled else 0
        if length and (length > 1 or _is_place(tokens, kinds, at)):
            kinds[at : at + length] = [Kind.PLACE] * length
        elif kinds[at] is Kind.UNKNOWN and at and tokens[at - 1].fold in _TOWARDS:
            kinds[at] = Kind.PLACE  # a place no list holds
        at += max(length, 1)


def _is_place(tokens: Sequence[Token], kinds: list[Kind], at: int) -> bool:
    """Whether one word that is a place is meant as one: Bima is a town and a name."""
    if not tokens[at].role & Role.GIVEN:
        return kinds[at] is not Kind.OFFICE
    return at > 0 and tokens[at - 1].fold in _LOCATING


def _find_institutes(tokens: Sequence[Token], kinds: list[Kind]) -> None:
    """Words in the name of an institution, street, programme or feast are no persons."""
    for at, token in enumerate(tokens):
        role = token.role
        apposed = at > 0 and tokens[at - 1].text == ","
        if (
            role & _HEADS
            and kinds[at] is Kind.MAYBE
            and not apposed
            and _opens_term(tokens, kinds, at)
        ):
            kinds[at] = Kind.PLAIN  # "Tari Manasai"
        if role & _HEADS and kinds[at] is Kind.PLAIN:
            _absorb(tokens, kinds, at, strong=bool(role & (Role.HEAD | Role.SCHOOL)))
        elif role & Role.AGENCY and kinds[at] is Kind.PLAIN and token.capital:
            _absorb_seat(tokens, kinds, at)


def _opens_term(tokens: Sequence[Token], kinds: Sequence[Kind], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].capital and kinds[at + 1] is Kind.UNKNOWN


def _absorb(tokens: Sequence[Token], kinds: list[Kind], head: int, *, strong: bool) -> None:
    taken = False
    for at in range(head + 1, min(head + 1 + _LONGEST_INSTITUTE, len(tokens))):
        token, kind = tokens[at], kinds[at]
        if kind is Kind.MARK:
            if token.text not in _JOINERS and not token.text.isdigit():
                return
        elif not token.capital and token.fold not in _PARTICLES:
            return
        elif kind in _NAMELIKE:
            if kind is Kind.NAME and not strong:
                return
            kinds[at], taken = Kind.INSTITUTE, True
        elif taken and token.style is not Style.PROSE:
            return


def _find_titled(tokens: Sequence[Token], kinds: list[Kind]) -> None:
    """What a work or a thing is called is no person: “Senandung Rindu”, a cow named Mangmang."""
    for at in range(1, len(tokens)):
        said = tokens[at - 1]
        if said.text in _OPENING and kinds[at] in _NAMELIKE:
            _untitle(tokens, kinds, at, quoted=True)
        elif said.fold in _NAMING or (said.fold == "bernama" and not _of_people(tokens, at)):
            _untitle(tokens, kinds, at, quoted=False)


def _of_people(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[max(0, at - _NAMED_REACH) : at - 1]
    return not before or any(one.fold in _PEOPLE for one in before)


def _untitle(tokens: Sequence[Token], kinds: list[Kind], start: int, *, quoted: bool) -> None:
    """Takes names out of a title: several capital words of which none is surely a name."""
    end = start
    while end < min(start + _LONGEST_TITLE, len(tokens)) and tokens[end].is_word:
        if not tokens[end].capital and quoted:
            break
        end += 1
    closed = end < len(tokens) and tokens[end].text in _CLOSING
    if quoted and (not closed or end - start < _SHORTEST_TITLE):
        return
    for at in range(start, end):
        if kinds[at] in {Kind.UNKNOWN, Kind.MAYBE}:
            kinds[at] = Kind.INSTITUTE


def _absorb_seat(tokens: Sequence[Token], kinds: list[Kind], head: int) -> None:
    """A police post or court bears the name of its place, which no list may hold."""
    for at in range(head + 1, min(head + 4, len(tokens))):
        kind = kinds[at]
        if kind is Kind.UNKNOWN:
            kinds[at] = Kind.INSTITUTE
            if at + 1 < len(tokens) and kinds[at + 1] is not Kind.UNKNOWN:
                return
            continue
        if kind is not Kind.PLAIN or not tokens[at].capital:
            return


def _bridge_places(tokens: Sequence[Token], kinds: list[Kind]) -> None:
    """ "Rina Prapanca Lesmana": a place between two parts of a name is a part of it."""
    for at in range(1, len(tokens) - 1):
        prose = kinds[at] is Kind.PLACE and tokens[at].style is Style.PROSE
        if prose and kinds[at - 1] is Kind.NAME and kinds[at + 1] in {Kind.NAME, Kind.UNKNOWN}:
            kinds[at] = Kind.MAYBE


def _close_ranks(tokens: Sequence[Token], kinds: list[Kind]) -> None:
    """Words between two parts of a name belong to it; a title before a name belongs to none."""
    for at in range(len(tokens) - 1):
        token, after = tokens[at], kinds[at + 1]
        if token.text == "Lalu" and not token.first and after in _NAMELIKE:
            kinds[at] = Kind.NAME  # a rank in Lombok
        if (token.text, tokens[at + 1].text) == ("Anak", "Agung"):
            kinds[at] = kinds[at + 1] = Kind.NAME  # a rank in Bali
        if kinds[at] is Kind.PLAIN and token.capital and token.style is Style.PROSE:
            if at and kinds[at - 1] is Kind.NAME and after is Kind.NAME and not token.caps:
                kinds[at] = Kind.MAYBE
        elif kinds[at] in {Kind.MAYBE, Kind.NAME} and token.role & Role.OFFICE:
            run = _NAMELIKE | {Kind.PARTICLE}
            long = after in _NAMELIKE and at + 2 < len(tokens) and kinds[at + 2] in run
            alone = not at or (kinds[at - 1] not in _NAMELIKE and tokens[at - 1].text != ",")
            if alone and (long or token.fold in _SURE_TITLES):
                kinds[at] = Kind.OFFICE


def _find_particles(tokens: Sequence[Token], kinds: list[Kind]) -> None:
    """bin, binti and the like join what stands on both sides."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].fold in _PARTICLES and kinds[at - 1] in _NAMELIKE:
            after = kinds[at + 1]
            if after in _NAMELIKE or (after is Kind.PLAIN and tokens[at + 1].capital):
                kinds[at] = Kind.PARTICLE
                kinds[at + 1] = Kind.NAME


__all__ = ["Kind", "kinds_of", "tokenise"]
