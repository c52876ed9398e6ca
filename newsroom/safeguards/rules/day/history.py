"""Sentences that speak of another time on purpose, and words inside direct quotes."""

import re
from bisect import bisect_right

from newsroom.safeguards.reading import Reading

_HISTORY = re.compile(
    r"\b(?:dahulu|dulu|dulunya|semula|sebelumnya|saat itu|ketika itu|waktu itu|kala itu|mantan|eks"
    r"|bekas|pendahulu\w*|masih bernama|sejarah|pernah|era|semasa|pecahan|pemisahan|peralihan"
    r"|transisi|berganti|beralih|berubah|diubah|menggantikan|digantikan|nomor|peraturan|keputusan"
    r"|undang-undang|UU|SK|nomenklatur|dilebur|tahun lalu|beberapa tahun|purnatugas|purnabakti"
    r"|pensiun|alumni|almarhum)\b",
    re.IGNORECASE,
)


def speaks_of_history(reading: Reading, position: int) -> bool:
    """Whether the sentence there tells of another time, of a change, or of a regulation."""
    return bool(_HISTORY.search(reading.sentence_at(position)))


class Quotes:
    """Asks cheaply whether a position lies in a direct quote, however many there are."""

    def __init__(self, reading: Reading) -> None:
        self._spans = reading.quotes
        self._starts = [one.start for one in self._spans]

    def __contains__(self, position: int) -> bool:
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and self._spans[at].holds(position)
