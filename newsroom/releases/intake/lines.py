"""A pasted text as clean lines: no invisible characters, no WhatsApp marks, no hard wraps. Pure."""

import re
import unicodedata
from typing import NamedTuple

_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
#: "[27/02/25 14.37.05] Humas: " before each message of an exported chat.
_CHAT_STAMP = re.compile(
    r"^\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]?(?: -)? [^:\n]{1,40}: ",
    re.MULTILINE,
)
_MARKS = [
    re.compile(rf"(?<![\w{mark}]){mark}(?=[^\s{mark}])([^{mark}\n]*)(?<=\S){mark}(?![\w{mark}])")
    for mark in (r"\*", "_", "~", "```")
]
_SENTENCE_END = re.compile(r"[.!?:;\"”’)\]]$")
_WRAPPED_AT_LEAST = 40
_WRAPPED_AT_MOST = 130


class Line(NamedTuple):
    """One line of a text. ``apart``: a blank line stood before it."""

    text: str
    apart: bool


def lines(text: str) -> list[Line]:
    """The lines that hold something, in order."""
    found: list[Line] = []
    apart = True
    for raw in _clean(text).split("\n"):
        stripped = raw.strip()
        if not stripped:
            apart = True
        elif found and not apart and _continues(found[-1].text, stripped):
            found[-1] = Line(f"{found[-1].text} {stripped}", found[-1].apart)
        else:
            found.append(Line(stripped, apart))
            apart = False
    return found


def _clean(text: str) -> str:
    unified = _NEWLINES.sub("\n", unicodedata.normalize("NFC", text))
    spaced = _SPACES.sub(" ", unified)
    shown = "".join(
        char for char in spaced if char == "\n" or unicodedata.category(char) not in {"Cf", "Cc"}
    )
    shown = _CHAT_STAMP.sub("", shown)
    for mark in _MARKS:
        shown = mark.sub(r"\1", shown)
    return shown


def _continues(before: str, line: str) -> bool:
    """Whether a line is the rest of a sentence that a mail program broke."""
    width = len(before.rsplit("\n", 1)[-1])
    return (
        line[0].islower()
        and width >= _WRAPPED_AT_LEAST
        and len(line) <= _WRAPPED_AT_MOST
        and not _SENTENCE_END.search(before)
    )
