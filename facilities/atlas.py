"""Places of the country in memory: provinces, regencies, cities and places of facilities.

Pure: no Django, no database. Spaces, capitals, strokes and apostrophes of a name do not count.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_NOT_A_LETTER = re.compile(r"[\W_]+")
_COUNTY = re.compile(r"(?:kabupaten|kota administrasi|kota|kab\.?)\s+(?=\S)", re.IGNORECASE)
#: A name must be this long before one letter, or two, may be wrong in it.
_ONE_WRONG, _TWO_WRONG = 6, 9


class Place(NamedTuple):
    """A place as it is written, with its province and the label of its zone (WIB, WITA, WIT)."""

    name: str
    province: str
    zone_label: str


def folded(name: str) -> str:
    """A place's name as it is compared: "Tanjung Pinang" -> "tanjungpinang"."""
    return _NOT_A_LETTER.sub("", name.casefold())


def bare(name: str) -> str:
    """Without the word for the kind of county: "Kabupaten Purwakarta" -> "Purwakarta"."""
    return _COUNTY.sub("", name, count=1) if _COUNTY.match(name) else name


class Atlas:
    """All places. The same name may stand for several (a city and its regency, two Martapura)."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places: dict[str, list[Place]] = defaultdict(list)
        for place in dict.fromkeys(places):
            self._places[folded(place.name)].append(place)
        self._places = dict(self._places)
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for key in self._places:
            self._by_first[key[:1]].append(key)
        self.near = lru_cache(maxsize=4096)(self._near)

    @property
    def keys(self) -> frozenset[str]:
        """Every name, folded."""
        return frozenset(self._places)

    def find(self, name: str) -> tuple[Place, ...]:
        """The places of that name, with or without its kind of county; () where there is none."""
        found = self._places.get(folded(name)) or self._places.get(folded(bare(name)))
        return tuple(found or ())

    def _near(self, name: str, letters: int = 2) -> str:
        """The one place that the misspelt name must mean, as written; "" where none or several do.

        One letter wrong, missing, too many or changed with its neighbour in a name of at least
        six, two in one of at least nine, never more than ``letters``; the first is always right.
        """
        wanted = folded(name)
        if len(wanted) < _ONE_WRONG or wanted in self._places:
            return ""
        most = min(letters, 2 if len(wanted) >= _TWO_WRONG else 1)
        ranked: dict[int, set[str]] = defaultdict(set)
        for key in self._by_first.get(wanted[0], ()):
            away = distance(wanted, key, most)
            if away <= most and len(key) >= _ONE_WRONG:
                ranked[away].add(self._places[key][0].name)
        best = ranked[min(ranked)] if ranked else set()
        return best.pop() if len(best) == 1 else ""


def distance(one: str, other: str, most: int) -> int:
    """Letters to change, add, drop or swap with a neighbour; ``most`` + 1 for anything above."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        earlier, before, row = before, row, [i, *[0] * len(other)]
        for j, right in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                best = min(best, earlier[j - 2] + 1)
            row[j] = best
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
