"""The shape of words: folded, without affixes, pronounceable."""

import re
import unicodedata
from collections.abc import Iterator

_SUFFIXES = ("nya", "lah", "kah", "pun", "kan", "ku", "mu", "an", "i")
#: Prefix -> letters it may have swallowed from the root.
_PREFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("memper", ("",)),
    ("diper", ("",)),
    ("meng", ("", "k")),
    ("peng", ("", "k")),
    ("menge", ("",)),
    ("penge", ("",)),
    ("meny", ("s",)),
    ("peny", ("s",)),
    ("mem", ("", "p")),
    ("pem", ("", "p")),
    ("men", ("", "t")),
    ("pen", ("", "t")),
    ("me", ("",)),
    ("pe", ("",)),
    ("per", ("",)),
    ("pel", ("",)),
    ("ber", ("",)),
    ("be", ("",)),
    ("bel", ("",)),
    ("ter", ("",)),
    ("te", ("",)),
    ("di", ("",)),
    ("ke", ("",)),
    ("se", ("",)),
    ("non", ("",)),
    ("pra", ("",)),
    ("anti", ("",)),
)
_SHORTEST_ROOT = 3
#: Endings of learned and borrowed words; personal names do not end like this.
_LEARNED = re.compile(
    r"^(?:\w{3,}(?:isasi|asi|itas|isme|istik|logi|grafi|tif|sional)"
    r"|(?:pe|ke)\w{5,}an|(?:me|di)\w{5,}(?:kan|i))$"
)
_VOWEL = re.compile(r"[aeiou]")
_CONSONANTS = re.compile(r"[^aeiouy]{4,}")
#: Digits that stand for letters: "D1mas".
_FIGURES = str.maketrans("0134578", "oieastb")


def folded(word: str) -> str:
    """Lower case without marks and apostrophes."""
    lower = word.casefold()
    if lower.isascii():
        return lower.replace("'", "").replace("`", "")
    plain = unicodedata.normalize("NFKD", lower)
    return "".join(one for one in plain if one.isalnum() or one == "-")


def spelled_out(word: str) -> str:
    """A folded word with digits read as the letters they imitate."""
    return word.translate(_FIGURES)


def pronounceable(word: str) -> bool:
    """Whether a folded word could be said, and so is not an abbreviation."""
    return len(word) > 2 and bool(_VOWEL.search(word)) and not _CONSONANTS.search(word)


def learned(word: str) -> bool:
    """Whether a folded word is built as names are not: "digitalisasi", "pengentasan"."""
    return bool(_LEARNED.match(word))


def bases(word: str) -> Iterator[str]:
    """What remains of a folded word without its affixes."""
    for stem in _unsuffixed(word):
        if stem != word:
            yield stem
        for once in _unprefixed(stem):
            yield once
            yield from _unprefixed(once)


def _unsuffixed(word: str) -> list[str]:
    """The word, and the word without up to three endings."""
    stems = [word]
    for stem in stems:
        for suffix in _SUFFIXES:
            shorter = stem.removesuffix(suffix)
            if shorter != stem and len(shorter) >= _SHORTEST_ROOT and shorter not in stems:
                stems.append(shorter)
    return stems


def _unprefixed(word: str) -> Iterator[str]:
    for prefix, swallowed in _PREFIXES:
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            for letter in swallowed:
                if len(letter + rest) >= _SHORTEST_ROOT:
                    yield letter + rest
