"""Sentences that speak of another time on purpose, and words inside direct quotes."""

import re
from bisect import bisect_right
from collections.abc import Callable

from newsroom.safeguards.reading import Reading

_HISTORY = re.compile(
    r"\b(?:dahulu|dulu|dulunya|semula|sebelumnya|saat itu|ketika itu|waktu itu|kala itu|mantan|eks"
    r"|bekas|pendahulu\w*|masih bernama|sejarah|pernah|era|semasa|pecahan|pemisahan|peralihan"
    r"|transisi|berganti|beralih|berubah|diubah|menggantikan|digantikan|nomor|peraturan|keputusan"
    r"|undang-undang|UU|SK|nomenklatur|dilebur|tahun lalu|beberapa tahun|purnatugas|purnabakti"
    r"|pensiun|alumni|almarhum)\b",
    re.IGNORECASE,
)


class Sentences:
    """Asks each sentence of a field once whether it says something, however often it is asked."""

    def __init__(self, reading: Reading, says: Callable[[str], bool]) -> None:
        self._reading, self._says = reading, says
        self._answers: dict[int, bool] = {}

    def __contains__(self, position: int) -> bool:
        start, end = self._reading.sentence_span(position)
        if start not in self._answers:
            self._answers[start] = self._says(self._reading.clear[start:end])
        return self._answers[start]


def history(reading: Reading) -> Sentences:
    """The sentences that tell of another time, of a change, or of a regulation."""
    return Sentences(reading, lambda sentence: bool(_HISTORY.search(sentence)))


class Quotes:
    """Asks cheaply whether a position lies in a direct quote, however many there are."""

    def __init__(self, reading: Reading) -> None:
        self._spans = reading.quotes
        self._starts = [one.start for one in self._spans]

    def __contains__(self, position: int) -> bool:
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and self._spans[at].holds(position)
