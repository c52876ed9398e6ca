"""How rules that look for patterns see a field: words of file names apart, and where to look.

Most patterns need a certain word or a number, and most stories hold neither: ``near`` and
``numbers`` find the few places worth a look without a regular expression.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from .findings import Finding
from .reading import Reading, Span

_JOINT = re.compile(r"[_\-+.~@()\[\]]|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
_DIGITS = re.compile(r"\d+")
#: Digits no further apart than this are looked at as one number.
_GAP = 4


class View:
    """A field as a rule searches it. In names of files and addresses words are drawn apart, so a
    finding there covers the whole name (``whole``): it is renamed, not mended."""

    def __init__(self, reading: Reading, *, apart: bool = True) -> None:
        """``apart`` False leaves the words of names as they are written."""
        self.reading = reading
        self.whole = reading.place == "slug" or reading.place.endswith("file_name")
        self.text = _JOINT.sub(" ", reading.clear) if self.whole and apart else reading.clear

    def finding(self, span: Span | tuple[int, int], **more: Any) -> Finding:
        """A finding for a stretch of ``text``; arguments as Reading.finding takes them."""
        return self.reading.finding((0, len(self.reading.clear)) if self.whole else span, **more)

    def before(self, position: int, most: int) -> str:
        """Up to so many characters before the position."""
        return self.text[max(0, position - most) : position]

    def after(self, position: int, most: int) -> str:
        """Up to so many characters from the position on."""
        return self.text[position : position + most]

    def around(self, span: tuple[int, int], *, before: int, after: int) -> str:
        """The stretch with so many characters before and behind it."""
        return self.text[max(0, span[0] - before) : span[1] + after]

    def clause(self, span: tuple[int, int], *, most: int) -> Span:
        """The sentence around a stretch, cut to so many characters on each side."""
        start, end = max(0, span[0] - most), min(len(self.text), span[1] + most)
        if self.whole:
            return Span(start, end)
        around = self.reading.sentence_span(span[0])
        return Span(max(start, min(around.start, span[0])), min(end, max(around.end, span[1])))

    def near(self, words: Iterable[str], *, reach: int) -> list[Span]:
        """The stretches around the words, lower case, wherever they stand, also inside others."""
        places = (Span(at, at + len(word)) for word in words for at in self._places(word))
        return _joined(sorted(places), before=reach, after=reach)

    def numbers(self, least: int, *, before: int, after: int) -> list[Span]:
        """The stretches around numbers of at least so many digits, groups taken together."""
        long = [span for span, count in self._numbers if count >= least]
        return _joined(long, before=before, after=after)

    def search(self, pattern: re.Pattern[str], spans: Iterable[Span]) -> Iterator[re.Match[str]]:
        """Every match that begins and ends in one of the stretches."""
        for start, end in spans:
            yield from pattern.finditer(self.text, start, end)

    @cached_property
    def _lower(self) -> str:
        lower = self.text.lower()
        if len(lower) == len(self.text):
            return lower
        return "".join(low if len(low := one.lower()) == 1 else one for one in self.text)

    def _places(self, word: str) -> Iterator[int]:
        at = self._lower.find(word)
        while at >= 0:
            yield at
            at = self._lower.find(word, at + len(word))

    @cached_property
    def _numbers(self) -> list[tuple[Span, int]]:
        found: list[tuple[Span, int]] = []
        for match in _DIGITS.finditer(self.text):
            start, end = match.span()
            if found and start - found[-1][0].end <= _GAP:
                span, count = found.pop()
                found.append((Span(span.start, end), count + end - start))
            else:
                found.append((Span(start, end), end - start))
        return found


def _joined(spans: Iterable[Span], *, before: int, after: int) -> list[Span]:
    """Stretches in order, widened; those that touch become one."""
    found: list[Span] = []
    for span in spans:
        start, end = max(0, span.start - before), span.end + after
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found
