"""Finds a name one already knows, in whole or part, however it is written."""

import re
from collections.abc import Iterator
from functools import lru_cache

from newsroom.safeguards.reading import Reading, Span

from .lexicon import LOWER, Role, role
from .shape import folded, pronounceable

#: Letter -> what is typed in its stead.
_STAND_INS = {
    "a": "a4@", "b": "b8", "e": "e3", "g": "g9", "i": "i1!l|",
    "l": "l1|", "o": "o0", "s": "s5$", "t": "t7", "z": "z2",
}  # fmt: skip
_GAP = r"([\W_]{0,3})"
_ENDINGS = r"(?:nya|ku|mu|lah|pun|kah)?"
_PARTICLES = frozenset({"bin", "binti", "al", "el", "van", "de", "m", "h", "st"})
_APART = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .\-_*/·]{1,2}){3,15}[^\W\d_](?![^\W_])")
_BROKEN = re.compile(r"(?<![\w@.])[^\W\d_]{1,7}(?:[^\w\s,]{1,3}|\n)[^\W\d_]{1,7}(?![\w@])")
_HASHTAG = re.compile(r"#[A-Za-z]{4,40}")
_READ_AS = {"@": "a", "$": "s", "!": "i", "|": "l"}
_SHORTEST = 3
_LABELS = ("file_name", "slug")


def spots(full: str, reading: Reading) -> Iterator[Span]:
    """Spans of the clear text that show this name: whole, in parts, reversed, spaced, joined.

    Initials are not looked for here. A part that is an everyday word counts with a capital only.
    """
    words = words_of(full)
    label = reading.place.rsplit(".", 1)[-1] in _LABELS
    for pattern, everyday in _patterns(words):
        for match in pattern.finditer(reading.clear):
            if _plausible(match) and not (everyday and not label and _common(reading, match)):
                yield Span(*match.span())
    if len(words) > 1:
        for match in _joined(words).finditer(reading.clear):
            yield Span(*match.span())


def spelled_apart(reading: Reading) -> Iterator[Span]:
    """Spans of letters set apart that make a personal name: "D i m a s", "D.i.m.a.s"."""
    for match in _APART.finditer(reading.clear):
        word = folded(re.sub(r"[\W_]", "", match[0]))
        if role(word) & Role.GIVEN or (pronounceable(word) and not role(word)):
            yield Span(*match.span())


def broken(reading: Reading) -> Iterator[Span]:
    """Spans of a personal name cut by marks, or with marks for letters: "Di/mas", "F@jar"."""
    for match in _BROKEN.finditer(reading.clear):
        parts = [folded(part) for part in re.findall(r"[^\W\d_]+", match[0])]
        joined = folded(re.sub(r"[\W_]", "", match[0]))
        read = "".join(_READ_AS.get(one, one) for one in match[0].casefold())
        meant = joined in LOWER or (read != match[0].casefold() and read in LOWER)
        if meant and not all(role(part) for part in parts):
            yield Span(*match.span())
    for match in _HASHTAG.finditer(reading.clear):
        words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", match[0])
        if any(folded(word) in LOWER for word in words):
            yield Span(*match.span())


def words_of(full: str) -> tuple[str, ...]:
    """The folded words of a name without particles and degrees."""
    bare = re.split(r"[\s.]+", full.split(",")[0].strip())
    return tuple(word for word in map(folded, bare) if len(word) > 1 and word not in _PARTICLES)


def initials_of(full: str) -> str:
    """First letters in capitals: "DP"."""
    return "".join(word[0].upper() for word in words_of(full))


@lru_cache(maxsize=256)
def _patterns(words: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """One pattern for each word of the name, with whether the word is an everyday one."""
    found = []
    for word in words:
        if len(word) >= _SHORTEST:
            letters = _GAP.join(f"[{re.escape(_STAND_INS.get(one, one))}]+" for one in word)
            pattern = re.compile(rf"(?<![^\W_]){letters}{_ENDINGS}(?![^\W\d_])", re.IGNORECASE)
            found.append((pattern, bool(role(word) & (Role.ORDINARY | Role.PLACE))))
    return tuple(found)


@lru_cache(maxsize=256)
def _joined(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words of the name run together either way round: a handle, a file name."""
    forward, backward = "".join(words), "".join(reversed(words))
    return re.compile(f"{re.escape(forward)}|{re.escape(backward)}", re.IGNORECASE)


def _plausible(match: re.Match[str]) -> bool:
    """Letters apart are a disguise where all are apart, or where more than a space cuts them.

    "di mas" may be two words of a sentence; "D i m a s" and "Di-mas" are not.
    """
    gaps = [one or "" for one in match.groups()]
    apart = [one for one in gaps if one]
    if not apart or len(apart) == len(gaps):
        return True
    return all(one.strip(" ") for one in apart)


def _common(reading: Reading, match: re.Match[str]) -> bool:
    """Whether an everyday word is meant: it is small, or its capital opens a sentence."""
    told = match[0]
    if not told[0].isupper():
        return True
    return reading.sentence_span(match.start()).start == match.start()
