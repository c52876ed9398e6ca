"""Places named in a sentence."""

import re
from collections.abc import Iterator

from facilities.atlas import Atlas, Place

_CAPITALS = re.compile(r"\b[A-Z][\w’'\-]*(?:\s[A-Z][\w’'\-]*){0,3}")
_LONGEST = 3


def named_in(sentence: str, atlas: Atlas | None) -> Iterator[Place]:
    """Every place that stands in the sentence with a capital, the longest name first."""
    if atlas is None:
        return
    for match in _CAPITALS.finditer(sentence):
        words = match[0].split()
        position = 0
        while position < len(words):
            count, found = _longest(words[position:], atlas)
            yield from found
            position += count


def _longest(words: list[str], atlas: Atlas) -> tuple[int, tuple[Place, ...]]:
    """How many words the longest place at the beginning takes, and that place; else one and ()."""
    for count in range(min(_LONGEST, len(words)), 0, -1):
        found = atlas.find(" ".join(words[:count]))
        if found:
            return count, found
    return 1, ()
