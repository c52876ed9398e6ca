"""Word lists (words/*.tsv, our own) and what they say of one word. Loaded once at import."""

from functools import cache, lru_cache

from facilities import registry

from .lists import ADULTS, CUES, read
from .shape import bases, folded, learned


class Role:
    """What a word can be, as bits: several at once. Plain numbers, since every word is asked."""

    NONE = 0
    ORDINARY = 1
    GIVEN = 2
    PLACE = 4
    HEAD = 8
    AGENCY = 16
    OFFICE = 32
    CREW = 64
    SCHOOL = 128
    WEAK_HEAD = 256


def _union(lists: dict[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*lists.values())


_OFFICES = read("offices.tsv")
_HEADS = read("heads.tsv")
GIVEN = _union(read("given.tsv"))
_LISTED = _union(read("ordinary.tsv"))
#: Half of a doubled word ("ani-ani") is no word where it is a name.
ORDINARY = _LISTED | (frozenset(part for word in _LISTED for part in word.split("-")) - GIVEN)
#: Words listed with their affixes on.
AFFIXED = read("ordinary.tsv")["imbuhan"]
#: Names that are nothing else: enough by themselves, also in lower case.
STRICT = frozenset(name for name in GIVEN - ORDINARY if len(name) > 2)
#: Names that may be believed in lower case too; clan names are too often words.
_FIRST_NAMES = read("given.tsv")
LOWER = frozenset(
    name
    for group in ("putra", "putri", "tokoh-arab")
    for name in _FIRST_NAMES[group] & STRICT
    if len(name) > 3 and name not in CUES["not_lower"]
)
#: After these an office is a child's: ketua kelas, ketua regu.
CHILDREN_LEAD = _OFFICES["bukan"]
SCHOOLS = CUES["schools"]


@cache
def places() -> dict[str, frozenset[str]]:
    """Every place as folded words joined by spaces, by its first word."""
    names = {word.replace("_", " ") for word in _union(read("places.tsv"))}
    for row in registry.facilities():
        for column in ("city", "regency", "province"):
            names.add(_bare(str(row.fields.get(column) or "")))
        names.add(_bare(_place_of(row.name)))
    by_first: dict[str, set[str]] = {}
    for name in filter(None, names):
        by_first.setdefault(name.split(" ")[0], set()).add(name)
    return {first: frozenset(several) for first, several in by_first.items()}


def _place_of(facility: str) -> str:
    """What follows kind and class: "Lapas Kelas IIB Tobelo" -> "Tobelo"."""
    kept = facility.split()
    while kept and (folded(kept[0]) in _KIND_WORDS or kept[0].strip("IAB") == ""):
        kept.pop(0)
    return " ".join(kept)


def _bare(name: str) -> str:
    kept = name.casefold().split()
    while kept and kept[0] in {"kota", "kabupaten", "kab.", "provinsi"}:
        kept.pop(0)
    return " ".join(kept)


_KIND_WORDS = CUES["kind_words"]
_LONGEST_PLACE = 4

_ROLES: dict[str, int] = {}
for _words, _role in (
    (ORDINARY, Role.ORDINARY),
    (GIVEN, Role.GIVEN),
    (_HEADS["kuat"], Role.HEAD),
    (_HEADS["lemah"], Role.WEAK_HEAD),
    (_HEADS["instansi"], Role.AGENCY),
    (_OFFICES["jabatan"], Role.OFFICE),
    (_OFFICES["kelompok"] | ADULTS["gelar"], Role.OFFICE | Role.CREW),
    (ADULTS["lembaga"], Role.AGENCY),
    (
        (ADULTS["sapaan"] | ADULTS["orang"] | ADULTS["lunak"] | ADULTS["anak"]) - GIVEN,
        Role.ORDINARY,
    ),
    (SCHOOLS, Role.SCHOOL),
):
    for _word in _words:
        _ROLES[_word] = _ROLES.get(_word, Role.NONE) | _role


@lru_cache(maxsize=16_384)
def role(word: str) -> int:
    """What a folded word can be; NONE for a word nobody has heard of."""
    listed = _ROLES.get(word)
    if listed is not None:
        return listed
    if "-" in word:
        return _of_parts(word)
    if word.endswith("nya") and word[:-3] in STRICT:
        return Role.GIVEN
    if learned(word) or any(base in ORDINARY for base in bases(word)):
        return Role.ORDINARY
    return Role.NONE


def _of_parts(word: str) -> int:
    """A hyphenated word is what its parts are; a name cut in two is a name."""
    parts = [part for part in word.split("-") if part]
    if word.replace("-", "") in STRICT:
        return Role.GIVEN
    roles = [role(part) for part in parts]
    if any(one & Role.GIVEN and not one & Role.ORDINARY for one in roles):
        return Role.GIVEN
    if all(one & Role.ORDINARY for one in roles):
        return Role.ORDINARY
    return Role.NONE


def strict(word: str) -> bool:
    """Whether a folded word is a personal name and nothing else, an ending aside."""
    return word.removesuffix("nya") in STRICT


def place_length(words: list[str], at: int) -> int:
    """How many of the folded words from this one on name a place; 0 for none."""
    known = places().get(words[at])
    if not known:
        return 0
    for count in range(min(_LONGEST_PLACE, len(words) - at), 0, -1):
        if " ".join(words[at : at + count]) in known:
            return count
    return 0
