"""A text cut into words, and what stands around one of them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(r"\w+")
# Addresses and handles are not language: example.go.id/berita, nama@kantor.go.id, #Tagar, @akun.
_ADDRESS = re.compile(
    r"https?://\S{1,2000}|(?<![\w.@])[\w.+-]{1,64}@[\w.-]{1,255}|[#@]\w{1,100}"
    r"|\b(?:[\w-]{1,63}\.){1,4}(?:com|id|org|net|info|io|co)\b(?:/\S{0,2000})?"
)
_BEFORE_A_SENTENCE = "\n.!?:;|–—-/•*"
_OPENING = " \"'“”‘’«([{"


class Token(NamedTuple):
    """A word in a text with its offsets; ``folded`` is how tables spell it."""

    start: int
    end: int
    word: str
    folded: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.word[0].isupper()

    @property
    def shouted(self) -> bool:
        """Whether all of it is capitals, and it is longer than an initial."""
        return len(self.word) > 1 and self.word.isupper()


def cut(text: str) -> list[Token]:
    """The words of the text in order: one pass."""
    found = _WORD.finditer(text)
    return [Token(one.start(), one.end(), one[0], one[0].casefold()) for one in found]


def addresses(text: str) -> list[tuple[int, int]]:
    """Where addresses, tags and handles stand."""
    return [one.span() for one in _ADDRESS.finditer(text)]


class Zones:
    """Stretches of a text, in order and apart from each other, asked by position in log time."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [span[0] for span in spans]
        self._ends = [span[1] for span in spans]

    def holds(self, position: int) -> bool:
        """Whether the position lies in one of them."""
        nearest = bisect_right(self._starts, position) - 1
        return nearest >= 0 and position < self._ends[nearest]


def opens_a_sentence(text: str, position: int) -> bool:
    """Whether what stands there comes first in a sentence, a line or a quote."""
    before = position - 1
    while before >= 0 and text[before] in _OPENING:
        if text[before] in '"“«':
            return True
        before -= 1
    return before < 0 or text[before] in _BEFORE_A_SENTENCE
