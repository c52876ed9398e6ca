"""Puts the first replacement of findings into a text, and into HTML without touching its marks."""

import html as entities
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newsroom.lib.html import clean, plain

from .findings import Finding

_PART = re.compile(r"<[^>]*>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w{1,32});|[^<&]|[<&]")
_TAG = re.compile(r"<[^>]*>")
_INLINE = re.compile(r"</?(?:strong|em|a)[ >]")
#: A list item begins with this in plain text; no character of the HTML stands for it.
_BULLET = (-1, -1)


def mended(text: str, findings: Iterable[Finding]) -> str:
    """The text with each finding's first replacement in the place of its excerpt.

    All findings must speak of this very text. Those without a replacement, those whose excerpt
    does not stand there any more, and those that overlap an earlier one of the list are left out.
    """
    for one in _in_reverse(text, findings):
        text = text[: one.start] + one.replacements[0] + text[one.end :]
    return text


def mended_html(html: str, findings: Iterable[Finding]) -> str:
    """The same for HTML, cleaned; offsets of the findings count in ``plain(html)``.

    Where an excerpt runs across bold, italics or a link its replacement stands in the first part
    and the rest is removed. An excerpt that runs across blocks is left as it is.
    """
    cleaned = clean(html)
    text = plain(cleaned)
    letters = _letters(cleaned)
    standing = [not letter.isspace() for letter in text]
    if sum(standing) != len(letters):
        return cleaned
    shown = _Shown(cleaned, letters, [0, *accumulate(standing)])
    for one in _in_reverse(text, findings):
        cleaned = _replaced(cleaned, shown.place(one.start, one.end), one.replacements[0])
    return clean(cleaned)


@dataclass(frozen=True, slots=True)
class _Shown:
    """HTML with the places of its letters (no blanks), and how many stand before each offset of
    the plain text."""

    html: str
    letters: Sequence[tuple[int, int]]
    before: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch of the plain text stands in the HTML; None where it must stay."""
        first, behind = self.before[start], self.before[end]
        leading = self.before[start + 1] == first
        trailing = self.before[end - 1] == behind
        if (leading and first == 0) or (trailing and behind == len(self.letters)):
            return None
        begin = self.letters[first - 1][1] if leading else self.letters[first][0]
        stop = self.letters[behind][0] if trailing else self.letters[behind - 1][1]
        if begin < 0 or stop < begin or _BULLET in self.letters[first:behind]:
            return None
        tags = _TAG.findall(self.html[begin:stop])
        blocked = any(not _INLINE.match(tag) for tag in tags)
        return None if blocked or (tags and (leading or trailing)) else (begin, stop)


def _letters(html: str) -> list[tuple[int, int]]:
    """Where each character that is no blank stands in cleaned HTML, in the order of reading."""
    found: list[tuple[int, int]] = []
    for part in _PART.finditer(html):
        if part[0].startswith("<li"):
            found.append(_BULLET)
        elif len(part[0]) == 1 or part[0].startswith("&"):
            shown = entities.unescape(part[0])
            found += [part.span()] * sum(not letter.isspace() for letter in shown)
    return found


def _replaced(html: str, place: tuple[int, int] | None, replacement: str) -> str:
    if place is None:
        return html
    begin, stop = place
    kept = "".join(_TAG.findall(html[begin:stop]))
    return html[:begin] + entities.escape(replacement, quote=False) + kept + html[stop:]


def _in_reverse(text: str, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that can be applied, apart from each other, the last of the text first."""
    starts: list[int] = []
    taken: list[Finding] = []
    for one in findings:
        if not one.replacements or not 0 <= one.start < one.end <= len(text):
            continue
        at = bisect_left(starts, one.start)
        free = (at == 0 or taken[at - 1].end <= one.start) and (
            at == len(taken) or one.end <= taken[at].start
        )
        if free and text[one.start : one.end] == one.excerpt:
            starts.insert(at, one.start)
            taken.insert(at, one)
    return taken[::-1]
