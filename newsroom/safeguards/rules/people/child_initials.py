"""Initials that stand for a child: "DP (16)", "Anak Binaan R.A.", "berinisial mf"."""

import re
from collections.abc import Iterator

from newsroom.safeguards.names.lexicon import role
from newsroom.safeguards.names.lists import CUES
from newsroom.safeguards.reading import Reading, Span

from .patterns import CHILD

_ALWAYS = tuple(map(CHILD, ("initials_called", "initials_aged", "masked")))
_UNLESS_WORD = tuple(
    map(
        CHILD,
        (
            "initials_childs",
            "initials_apposed",
            "initials_speak",
            "initials_said",
            "initials_by",
            "initials_by2",
        ),
    )
)
#: Abbreviations of the trade, which are nobody's initials.
ABBREVIATIONS = CUES["no_initials"]
_FEWEST = 2
_AROUND = 16


def initials_in(reading: Reading, declared: frozenset[str]) -> Iterator[Span]:
    """Where initials of a child stand. ``declared``: initials of declared children, in capitals."""
    for pattern in _ALWAYS:
        for match in pattern.finditer(reading.clear):
            if not (match["told"].islower() and role(match["told"])):
                yield Span(*match.span("told"))
    for pattern in _UNLESS_WORD:
        for match in pattern.finditer(reading.clear):
            group = match.lastgroup or "told"
            if _initials(match[group]) and not _shouted(reading.clear, match.span(group)):
                yield Span(*match.span(group))
    yield from _declared(reading.clear, declared)


def _initials(told: str) -> bool:
    """Whether these capitals are initials and no abbreviation of the trade."""
    letters = re.sub(r"[^A-Z]", "", told).casefold()
    if letters in ABBREVIATIONS or (len(letters) > 2 and role(letters) and "." not in told):
        return False
    return len(letters) > 1 or told.endswith(".")


def _shouted(clear: str, span: tuple[int, int]) -> bool:
    """Whether the words around are in capitals too, so that capitals say nothing."""
    around = clear[max(0, span[0] - _AROUND) : span[0]] + clear[span[1] : span[1] + _AROUND]
    return "." not in clear[slice(*span)] and around.upper() == around and around.lower() != around


def _declared(clear: str, several: frozenset[str]) -> Iterator[Span]:
    for initials in several:
        if len(initials) < _FEWEST:
            continue
        dotted = r"[. ]{1,2}".join(initials)
        for match in re.finditer(rf"(?<![\w.])(?:{initials}|{dotted})(?![\w])", clear):
            if "." in match[0] or initials.casefold() not in ABBREVIATIONS:
                yield Span(*match.span())
