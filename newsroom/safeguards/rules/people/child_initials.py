"""Initials that stand for a child: "DP (16)", "Anak Binaan R.A.", "berinisial mf"."""

import re
from collections.abc import Iterator

from newsroom.safeguards.names.lexicon import role
from newsroom.safeguards.names.lists import CUES
from newsroom.safeguards.reading import Reading, Span

from .patterns import CHILD

_ALWAYS = tuple(map(CHILD, ("initials_called", "initials_aged", "masked")))
_UNLESS_WORD = tuple(
    map(CHILD, ("initials_childs", "initials_apposed", "initials_speak", "initials_said"))
)
#: Abbreviations of the trade, which are nobody's initials.
ABBREVIATIONS = CUES["no_initials"]
_FEWEST = 2


def initials_in(reading: Reading, declared: frozenset[str]) -> Iterator[Span]:
    """Where initials of a child stand. ``declared``: initials of declared children, in capitals."""
    for pattern in _ALWAYS:
        for match in pattern.finditer(reading.clear):
            if not (match["told"].islower() and role(match["told"])):
                yield Span(*match.span("told"))
    for pattern in _UNLESS_WORD:
        for match in pattern.finditer(reading.clear):
            if _initials(match["told"]):
                yield Span(*match.span("told"))
    yield from _declared(reading.clear, declared)


def _initials(told: str) -> bool:
    """Whether these capitals are initials and no abbreviation of the trade."""
    letters = re.sub(r"[^A-Z]", "", told).casefold()
    if letters in ABBREVIATIONS or (len(letters) > 2 and role(letters) and "." not in told):
        return False
    return len(letters) > 1 or told.endswith(".")


def _declared(clear: str, several: frozenset[str]) -> Iterator[Span]:
    for initials in several:
        if len(initials) < _FEWEST:
            continue
        dotted = r"[. ]{1,2}".join(initials)
        for match in re.finditer(rf"(?<![\w.])(?:{initials}|{dotted})(?![\w])", clear):
            if "." in match[0] or initials.casefold() not in ABBREVIATIONS:
                yield Span(*match.span())
