"""Every name of every facility in memory: finds one by name, and all that a text mentions.

Built from the database in three queries, or from the registry's files where there is no database
yet. Use it for many names or whole texts; for one name facilities.lookup.find asks less.
"""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Self

from . import registry
from .entries import AmbiguousFacility, Entry, Mention, UnknownFacility
from .models import Alias, Facility, FacilityName
from .naming import Head, Key, Word, head_at, key, parse, words

#: Places that are also everyday words; without a capital they are the word.
_EVERYDAY = {
    "banjar",
    "batang",
    "batu",
    "besi",
    "geser",
    "landak",
    "manna",
    "metro",
    "natal",
    "negara",
    "pati",
    "rantau",
    "tanjung",
    "tual",
}
_COUNTY_WORDS = ("kabupaten", "kota", "kab")
_LONGEST_PLACE = 4
_MOST_CANDIDATES = 5
_MOST_TRIED = 12
_LIKENESS = 0.82
_BREAK = re.compile(r"[,;:!?\n]|\.\s")


class Gazetteer:
    """All names of all facilities."""

    def __init__(self, names: Iterable[tuple[str, Entry]]) -> None:
        """``names`` are pairs of a key (naming.key) and the facility that bears it."""
        self._exact: dict[str, set[Entry]] = defaultdict(set)
        self._classless: dict[str, set[Entry]] = defaultdict(set)
        self._general: dict[str, set[Entry]] = defaultdict(set)
        self._places: dict[str, set[Entry]] = defaultdict(set)
        for text, entry in names:
            parts = Key.parse(text)
            self._exact[text].add(entry)
            self._classless[str(parts.classless)].add(entry)
            self._general[str(parts.general)].add(entry)
            self._places[parts.place].add(entry)

    @classmethod
    def load(cls) -> Self:
        """From the database: three queries."""
        entries = {
            pk: Entry(pk, name, city)
            for pk, name, city in Facility.objects.values_list("pk", "name", "city")
        }
        names = [
            *FacilityName.objects.values_list("key", "facility_id"),
            *Alias.objects.values_list("key", "facility_id"),
        ]
        return cls((text, entries[pk]) for text, pk in names)

    @classmethod
    def from_files(cls) -> Self:
        """From the registry's files, without a database; entries then have no pk."""
        rows = registry.facilities()
        entries = {row.slug: Entry(None, row.name, str(row.fields["city"])) for row in rows}
        names = [(row.slug, name) for row in rows for name in (row.name, *row.aliases)]
        names += [(span.slug, span.name) for span in registry.former_names()]
        return cls((key(name), entries[slug]) for slug, name in names)

    def __bool__(self) -> bool:
        return bool(self._exact)

    @cached_property
    def cities(self) -> dict[str, str]:
        """Places where facilities stand: spelling without spaces and capitals -> as written."""
        entries = {entry for found in self._exact.values() for entry in found}
        return {parse(entry.city).place: entry.city for entry in entries}

    def find(self, name: str) -> Entry:
        """The one facility of that name; raises UnknownFacility or AmbiguousFacility."""
        wanted = parse(name)
        for variant in (wanted, _without_county(wanted)):
            found = self._lookup(variant)
            if len(found) == 1:
                return next(iter(found))
            if found:
                raise AmbiguousFacility(name, _sorted(found))
        raise UnknownFacility(name, self._nearest(wanted))

    def mentions(self, text: str) -> list[Mention]:
        """Every facility named in a running text, in its order, by the longest fitting name.

        A class that contradicts the registry is forgiven where kind and place leave one facility:
        units change class, and reporters mistype it.
        """
        line = words(text)
        found = []
        position = 0
        while position < len(line):
            head = head_at(line, position)
            mention = self._mention(text, line, position, head) if head else None
            if mention:
                found.append(mention)
                position = next(
                    (at for at in range(position, len(line)) if line[at].start >= mention.end),
                    len(line),
                )
            else:
                position += 1
        return found

    def near_mentions(self, text: str) -> dict[str, tuple[Entry, ...]]:
        """Names in a text that no facility bears, with similar ones: misspellings to ask about.

        Comparing costs milliseconds a name, so only the first dozen names are tried.
        """
        line = words(text)
        tried: dict[str, tuple[Entry, ...]] = {}
        position = 0
        while position < len(line) and len(tried) < _MOST_TRIED:
            head = head_at(line, position)
            position = head.after if head else position + 1
            if head and position < len(line) and line[position].capital:
                for last in (position + 1, position):
                    place = "".join(word.text for word in line[position : last + 1])
                    name = str(Key(head.kind, head.facility_class, place))
                    if name not in tried:
                        tried[name] = self._nearest(Key.parse(name))
        return {name: near for name, near in tried.items() if near}

    def _mention(self, text: str, line: list[Word], position: int, head: Head) -> Mention | None:
        """The mention that begins at this head, with as many words of place as fit."""
        for count in range(min(_LONGEST_PLACE, len(line) - head.after), 0, -1):
            place = line[head.after : head.after + count]
            start, end = line[position].start, place[-1].end
            if _BREAK.search(text, start, end) or _is_everyday(place):
                continue
            wanted = Key(head.kind, head.facility_class, "".join(word.text for word in place))
            entries = self._lookup(wanted) or self._lookup(_without_county(wanted))
            entries = entries or self._classless.get(str(wanted.classless), set())
            if entries:
                return Mention(text[start:end], start, end, _sorted(entries))
        return None

    def _lookup(self, wanted: Key) -> set[Entry]:
        """Facilities of exactly this name, then with any class, then with any speciality."""
        if not wanted.place:
            return set()
        found = self._exact.get(str(wanted), set())
        if not found and not wanted.facility_class:
            found = self._classless.get(str(wanted), set()) or self._general.get(str(wanted), set())
        return found

    def _nearest(self, wanted: Key) -> tuple[Entry, ...]:
        """Up to five facilities: of this place first, else of places that sound like it."""
        here = self._places.get(wanted.place, set())
        namesakes = self._classless.get(str(wanted.classless), set())
        if here:
            return tuple(dict.fromkeys([*_sorted(namesakes), *_sorted(here)]))[:_MOST_CANDIDATES]
        close = difflib.get_close_matches(wanted.place, self._places, n=4, cutoff=_LIKENESS)
        near = [entry for place in close for entry in _sorted(self._places[place])]
        same_kind = [entry for entry in near if parse(entry.name).kind == wanted.kind]
        return tuple(dict.fromkeys(same_kind or near))[:_MOST_CANDIDATES]


def _without_county(wanted: Key) -> Key:
    """ "Lapas Kota Bekasi" is the one of Bekasi."""
    for word in _COUNTY_WORDS:
        if wanted.place.startswith(word):
            return Key(wanted.kind, wanted.facility_class, wanted.place.removeprefix(word))
    return wanted


def _is_everyday(place: list[Word]) -> bool:
    return len(place) == 1 and not place[0].capital and place[0].text in _EVERYDAY


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.name))
