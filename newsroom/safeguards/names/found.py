"""Personal names in one reading, with how sure that is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from newsroom.safeguards.reading import Span

from .kinds import Kind
from .lists import CUES
from .tokens import Style, Token


class Sureness(IntEnum):
    """How much says that it is a name. FAINT ones count only with a sign beside them."""

    FAINT = 0
    WEAK = 1
    LIKELY = 2
    SURE = 3


@dataclass(slots=True)
class Name:
    """A personal name in a reading's clear text.

    ``first`` and ``last`` are indexes of its tokens; ``parts`` its folded words. ``office``: the
    title said with it, "" for none; ``crew``: that title may be followed by several names.
    """

    span: Span
    text: str
    parts: tuple[str, ...]
    first: int
    last: int
    sureness: Sureness
    office: str = ""
    crew: bool = False


_RUN = frozenset({Kind.NAME, Kind.MAYBE, Kind.UNKNOWN, Kind.INITIAL, Kind.PARTICLE})
_TITLE_DOTS = CUES["title_dots"] | {"hi", "dg", "fx"}


def names_in(tokens: Sequence[Token], kinds: Sequence[Kind], text: str) -> Iterator[Name]:
    """Every run of words that may be a personal name, in order."""
    at = 0
    while at < len(tokens):
        if kinds[at] not in _RUN:
            at += 1
            continue
        end = _run_end(tokens, kinds, at)
        if name := _named(tokens, kinds, text, (at, end)):
            yield name
        at = end


def _run_end(tokens: Sequence[Token], kinds: Sequence[Kind], start: int) -> int:
    """Index after the last token of the run; a full stop after an initial belongs to it."""
    at = start + 1
    while at < len(tokens):
        if kinds[at] in _RUN:
            at += 1
        elif _bridges(tokens, kinds, at):
            at += 2
        else:
            break
    return at


def _bridges(tokens: Sequence[Token], kinds: Sequence[Kind], at: int) -> bool:
    """A mark between two parts of one name: "M. Akbar", "A. R. Hakim"."""
    if at + 1 >= len(tokens) or kinds[at + 1] not in _RUN or tokens[at].text != ".":
        return False
    before = tokens[at - 1]
    return len(before.text) == 1 or before.fold in _TITLE_DOTS


def _named(
    tokens: Sequence[Token], kinds: Sequence[Kind], text: str, run: tuple[int, int]
) -> Name | None:
    start, end = run
    words = [at for at in range(start, end) if tokens[at].is_word]
    if all(kinds[at] in {Kind.INITIAL, Kind.PARTICLE} for at in words):
        return None
    span = Span(tokens[start].start, tokens[end - 1].end)
    return Name(
        span=span,
        text=text[span.start : span.end],
        parts=tuple(tokens[at].fold for at in words),
        first=start,
        last=end - 1,
        sureness=_sureness(tokens, kinds, words),
    )


def _sureness(tokens: Sequence[Token], kinds: Sequence[Kind], words: list[int]) -> Sureness:
    found = [kinds[at] for at in words]
    if Kind.NAME in found:
        return Sureness.SURE
    opening = tokens[words[0]]
    plain_prose = opening.style is Style.PROSE and not opening.first
    unknown = found.count(Kind.UNKNOWN)
    if unknown and len(found) > 1:
        return Sureness.LIKELY
    if unknown:
        return Sureness.LIKELY if plain_prose else Sureness.WEAK
    if len(found) > 1:
        return Sureness.WEAK
    return Sureness.LIKELY if plain_prose and _isolated(tokens, words[0]) else Sureness.FAINT


def _isolated(tokens: Sequence[Token], at: int) -> bool:
    """No capital word beside it, with which it would form a term."""
    beside = [tokens[spot] for spot in (at - 1, at + 1) if 0 <= spot < len(tokens)]
    return not any(one.is_word and one.capital for one in beside)
