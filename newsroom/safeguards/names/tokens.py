"""A reading as words and marks, each with what it looks like and where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from .lexicon import Role, role
from .lists import ADULTS, CUES
from .shape import folded

_TOKEN = re.compile(r"[^\W_]+(?:['’`\u00b4\-][^\W_]+){0,8}|\n|[^\s\w]|_")
_LABEL_TOKEN = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d+[a-z]\w+")
#: After these a full stop ends no sentence.
_ABBREVIATIONS = CUES["abbreviations"] | ADULTS["singkatan"]
_CLOSERS = frozenset("\"'”’)]»*")
_OPENERS = frozenset("\"'“‘([«-–—•*")
_ENDERS = frozenset(".!?…:\n|;")
_SHOUTED = 0.7
_TITLED = 0.6
_FEWEST = 3


class Style(Enum):
    """How a line is written: as prose, With Every Word Capital, or ALL IN CAPITALS."""

    PROSE = 0
    TITLE = 1
    SHOUT = 2


@dataclass(slots=True)
class Token:
    """A word, number or mark. ``first``: it opens a sentence, so its capital says nothing."""

    text: str
    start: int
    end: int
    fold: str = ""
    role: int = Role.NONE
    first: bool = False
    style: Style = Style.PROSE

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return bool(self.fold)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def caps(self) -> bool:
        """Whether all its letters are capitals, two at least."""
        return len(self.text) > 1 and self.text.isupper()


def tokenise(text: str, *, label: bool = False) -> list[Token]:
    """The words and marks of a text.

    ``label``: a file name or slug, where marks and capitals divide words and capitals say nothing.
    """
    found: list[Token] = []
    line: list[Token] = []
    first = True
    for told, start in _pieces(text, _LABEL_TOKEN if label else _TOKEN):
        token = Token(told.capitalize() if label else told, start, start + len(told))
        if told[0].isalpha() or (told[0].isdigit() and told[-1].isalpha()):
            token.fold = folded(told)
            token.role = role(token.fold)
            token.first, first = first, False
            line.append(token)
        elif told == "\n":
            _set_style(line, found)
            line, first = [], True
        else:
            first = _opens(told, first, found)
        found.append(token)
    if not label:
        _set_style(line, found)
    return found


def _pieces(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """Each word or mark with its place; "PURWAKARTA-Lembaga" is three."""
    for match in pattern.finditer(text):
        told = match[0]
        head, hyphen, tail = told.partition("-")
        if (
            hyphen
            and len(head) > 3
            and head.isupper()
            and tail[:1].isupper()
            and not tail.isupper()
        ):
            yield head, match.start()
            yield hyphen, match.start() + len(head)
            yield tail, match.start() + len(head) + 1
        else:
            yield told, match.start()


def _opens(mark: str, first: bool, before: list[Token]) -> bool:
    """Whether the word after this mark opens a sentence."""
    last = before[-1] if before else None
    if mark == ".":
        abbreviated = last is not None and (last.fold in _ABBREVIATIONS or len(last.text) == 1)
        return first or not abbreviated
    if mark in _ENDERS:
        return True
    if mark in _OPENERS or mark in _CLOSERS:
        quoted = mark in '"“«' and last is not None and last.text in {",", ":"}
        return first or quoted
    return first and not mark.isdigit()


def _set_style(line: list[Token], found: list[Token]) -> None:
    """Marks every word of a line with how it is written; a sentence with a full stop is prose."""
    words = [one for one in line if len(one.text) > 1]
    if len(words) < _FEWEST:
        return
    caps = sum(1 for one in words if one.caps)
    large = sum(1 for one in words if one.capital)
    style = Style.PROSE
    if caps >= _SHOUTED * len(words):
        style = Style.SHOUT
    elif large >= _TITLED * len(words) and found[-1].text != ".":
        style = Style.TITLE
    if style is not Style.PROSE:
        for one in line:
            one.style = style
