"""The normal form of a facility's name: what spelling, spacing and abbreviation cannot change.

A key has three parts joined by ``|``: kind (with its speciality), class, place without spaces, so
"Lembaga Pemasyarakatan (Lapas) Klas 2-B Palangkaraya" becomes ``lapas|iib|palangkaraya``. Pure:
no Django, no database. Words of a running text keep their positions so that a mention can be
pointed at.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple, Self

SPECIALITIES = ("perempuan", "narkotika", "terbuka", "pemuda", "khusus")

#: Phrase (folded words) -> the word it stands for. Longer phrases are tried first.
_PHRASES = {
    "lembaga pemasyarakatan": "lapas",
    "lembaga permasyarakatan": "lapas",
    "lembaga pemasyarakatan anak": "lpka",
    "lembaga pembinaan khusus anak": "lpka",
    "lapas anak": "lpka",
    "lembaga penempatan anak sementara": "lpas",
    "rumah tahanan negara": "rutan",
    "rumah tahanan": "rutan",
    "balai pemasyarakatan": "bapas",
    "balai permasyarakatan": "bapas",
    "rumah sakit umum": "rs",
    "rumah sakit": "rs",
    "rsu": "rs",
    "lp": "lapas",
    "lpp": "lapas perempuan",
    "lapastika": "lapas narkotika",
    "kalapas": "lapas",
    "kalapastika": "lapas narkotika",
    "kalpp": "lapas perempuan",
    "kalpka": "lpka",
    "karutan": "rutan",
    "kabapas": "bapas",
    "wanita": "perempuan",
    "klas": "kelas",
    "kls": "kelas",
}
_KINDS = frozenset({"lapas", "lpka", "lpas", "rutan", "bapas", "rs", "rupbasan"})
_LONGEST_PHRASE = 4
_CLASS_STEM = {"i": "i", "ii": "ii", "iii": "iii", "1": "i", "2": "ii", "3": "iii"}
#: A small L or a bar typed for the numeral: "Kelas llB".
_NUMERAL_LOOKALIKES = str.maketrans("l|", "ii")
_CLASS = re.compile(r"(i{1,3}|[123])([ab]?)")
_APOSTROPHES = "'`\u2018\u2019"
_WORD = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")


class Word(NamedTuple):
    """One word of a text: folded, and where it stands in the original (end exclusive)."""

    text: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Key:
    """A name taken apart. ``kind`` holds the speciality too: "lapas narkotika"."""

    kind: str
    facility_class: str
    place: str

    def __str__(self) -> str:
        return f"{self.kind}|{self.facility_class}|{self.place}"

    @classmethod
    def parse(cls, key: str) -> Self:
        """The parts of a stored key."""
        kind, facility_class, place = key.split("|", 2)
        return cls(kind, facility_class, place)

    @property
    def classless(self) -> Self:
        """The same name as reporters write it, without its class."""
        return type(self)(self.kind, "", self.place)

    @property
    def general(self) -> Self:
        """Without class and speciality: "Lapas Plantungan" for a youth prison."""
        return type(self)(self.kind.split(" ")[0], "", self.place)


def visible(text: str) -> str:
    """Without zero-width and other format characters, compatibility forms unified."""
    shown = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", shown)


def fold(word: str) -> str:
    """Lower case, apostrophes gone."""
    return re.sub(f"[{_APOSTROPHES}]", "", word.casefold())


def words(text: str) -> list[Word]:
    """The words of a text, with phrases and abbreviations replaced by the word they stand for."""
    plain = [
        Word(fold(found[0]), found.start(), found.end(), not found[0][0].islower())
        for found in _WORD.finditer(text)
    ]
    unified: list[Word] = []
    position = 0
    while position < len(plain):
        length, replacement = _phrase_at(plain, position)
        first, last = plain[position], plain[position + length - 1]
        unified += [
            Word(word, first.start, last.end, first.capital) for word in replacement.split()
        ]
        position += length
    return unified


def _phrase_at(plain: list[Word], position: int) -> tuple[int, str]:
    """How many words the longest phrase here takes, and the words it becomes."""
    for length in range(min(_LONGEST_PHRASE, len(plain) - position), 0, -1):
        phrase = " ".join(word.text for word in plain[position : position + length])
        if phrase in _PHRASES:
            return length, _PHRASES[phrase]
    return 1, plain[position].text


@dataclass(frozen=True, slots=True)
class Head:
    """The part of a name before its place. ``after`` is the index of the word that follows."""

    kind: str
    facility_class: str
    after: int


def head_at(line: list[Word], position: int) -> Head | None:
    """The kind, speciality and class that begin at this word; None if no kind stands here.

    A kind said twice, as in "Lembaga Pemasyarakatan (Lapas)", counts once.
    """
    if line[position].text not in _KINDS:
        return None
    kind, speciality, facility_class = line[position].text, "", ""
    after = position + 1
    while after < len(line):
        text = line[after].text
        taken, found = _class_at(line, after)
        if text in {kind, speciality}:
            after += 1
        elif text in SPECIALITIES and not speciality:
            speciality, after = text, after + 1
        elif taken and not facility_class:
            facility_class, after = found, after + taken
        else:
            break
    return Head(f"{kind} {speciality}".strip(), facility_class, after)


def _class_at(line: list[Word], position: int) -> tuple[int, str]:
    """How many words a class takes here and its normal form: "Kelas II B" -> (3, "iib")."""
    named = line[position].text == "kelas"
    start = position + named
    if start >= len(line):
        return 0, ""
    text = line[start].text.translate(_NUMERAL_LOOKALIKES) if named else line[start].text
    found = _CLASS.fullmatch(text)
    if not found:
        return 0, ""
    stem, letter, taken = _CLASS_STEM[found[1]], found[2], named + 1
    if not letter and start + 1 < len(line) and line[start + 1].text in {"a", "b"}:
        letter, taken = line[start + 1].text, taken + 1
    return taken, stem + letter


def parse(name: str) -> Key:
    """The parts of one name that stands alone. A name without a kind has only a place."""
    line = [word for word in words(visible(name)) if word.text not in {"kepala", "humas"}]
    head = head_at(line, 0) if line else None
    if head is None:
        return Key("", "", "".join(word.text for word in line))
    return Key(head.kind, head.facility_class, "".join(word.text for word in line[head.after :]))


def key(name: str) -> str:
    """The normal form of a name, as stored with every official name and alias."""
    return str(parse(name))


def without_class(name: str) -> str:
    """The name as reporters write it: "Lapas Kelas IIB Tobelo" -> "Lapas Tobelo"."""
    return re.sub(r"\s+Kelas\s+I{1,3}[AB]?\b", "", name)
