"""A text as rules read it: without disguises, with the way back to what was typed."""

import re
import unicodedata
from functools import cached_property
from typing import Any, NamedTuple

from .findings import Finding, Group, Level

#: Letters of other scripts that look like ours. Indonesian is written in Latin letters alone.
_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТУХІЈЅаеорсухіјѕԁɡɩοΑΒΕΖΗΙΚΜΝΟΡΤΥΧνıαɑԛԝһӏ",
    "ABEKMHOPCTYXIJSaeopcyxijsdgioABEZHIKMNOPTYXviaaqwhl",
)
# What needs care: anything that is not plain ASCII, and control characters.
_STRANGE = re.compile(r"[^\n\t\x20-\x7e]")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Plt|Plh|Dr|Drs|Dra|Ir|Prof|Hj?|No|Jl|Kab|Kec|Kel|Sdr|Bpk|dll|dsb|dst|tgl|hlm"
    r"|a\.n|s\.d|S\.[A-Z][A-Za-z]*|M\.[A-Z][A-Za-z]*|A\.Md|KH)\.)$"
)
_QUOTE = re.compile(r"“[^“”\n]{1,4000}”|\"[^\"\n]{1,4000}\"|«[^«»\n]{1,4000}»")


#: Characters on each side of a word that make up what it is said in.
_NEARBY = 300


class Span(NamedTuple):
    """A stretch of a reading's clear text, end exclusive."""

    start: int
    end: int

    def holds(self, position: int) -> bool:
        """Whether the position lies in it."""
        return self.start <= position < self.end


class Reading:
    """One field of a release: ``text`` as typed, ``clear`` as rules match it.

    In ``clear`` zero-width and control characters are gone, compatibility forms and look-alike
    letters are plain Latin, every space is a plain space; line breaks stay. Rules match on
    ``clear`` and report through ``finding``, which points into ``text``.
    """

    def __init__(self, place: str, text: str) -> None:
        self.place = place
        self.text = text
        self._origins: list[int] | None = None
        self.clear = self._cleared()

    def finding(
        self,
        span: Span | tuple[int, int],
        *,
        rule: str,
        group: Group,
        level: Level,
        reason: Any,
        **more: Any,
    ) -> Finding:
        """A finding for a stretch of ``clear``, with excerpt and sentence filled in."""
        start, end = span
        first, last = self.origin(start), self.origin(max(start, end - 1)) + 1
        return Finding(
            rule=rule,
            group=group,
            level=level,
            place=self.place,
            reason=reason,
            start=first,
            end=last,
            excerpt=self.text[first:last],
            context=self.sentence_at(start),
            **more,
        )

    def whole(self, *, rule: str, group: Group, level: Level, reason: Any, **more: Any) -> Finding:
        """A finding about the field as a whole; an answer to it holds until any of it changes."""
        return Finding(
            rule=rule,
            group=group,
            level=level,
            place=self.place,
            reason=reason,
            context=self.text,
            **more,
        )

    def origin(self, position: int) -> int:
        """Where a character of ``clear`` stands in ``text``."""
        if self._origins is None:
            return position
        return self._origins[position] if position < len(self._origins) else len(self.text)

    @property
    def prose(self) -> bool:
        """Whether people read it as sentences, so that norms of language apply."""
        part = self.place.rsplit(".", 1)[-1]
        if part not in {"headline", "lead", "body", "ednote", "change_note", "caption", "alt"}:
            return False
        return not self.place.startswith("attachments")

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Spans of the sentences; an abbreviation's full stop ends none."""
        found: list[Span] = []
        start = 0
        for gap in _SENTENCE_END.finditer(self.clear):
            before = self.clear[max(start, gap.start() - 12) : gap.start()]
            if "\n" not in gap[0] and _ABBREVIATED.search(before):
                continue
            if gap.start() > start:
                found.append(Span(start, gap.start()))
            start = gap.end()
        if self.clear[start:].strip():
            found.append(Span(start, len(self.clear)))
        return tuple(found)

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Spans of what stands in quotation marks, the marks included."""
        return tuple(Span(*one.span()) for one in _QUOTE.finditer(self.clear))

    def quoted(self, position: int) -> bool:
        """Whether the position lies inside a direct quote."""
        return any(one.holds(position) for one in self.quotes)

    def sentence_span(self, position: int) -> Span:
        """The sentence that holds the position; an empty span between sentences."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= position:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].holds(position):
            return self.sentences[low]
        return Span(position, position)

    def sentence_at(self, position: int) -> str:
        """The words of that sentence in ``clear``; of an endless one those nearby."""
        start, end = self.sentence_span(position)
        near, far = position - _NEARBY, position + _NEARBY
        return self.clear[max(start, near) : min(end, far)].strip()

    def _cleared(self) -> str:
        if not _STRANGE.search(self.text):
            return self.text
        kept: list[str] = []
        origins: list[int] = []
        done = 0
        for strange in _STRANGE.finditer(self.text):
            at = strange.start()
            kept.append(self.text[done:at])
            origins.extend(range(done, at))
            shown = _shown(strange[0])
            kept.append(shown)
            origins.extend([at] * len(shown))
            done = at + 1
        kept.append(self.text[done:])
        origins.extend(range(done, len(self.text)))
        self._origins = origins
        return "".join(kept)


def _shown(character: str) -> str:
    """What a reader sees of one character, in our own letters; nothing where it cannot be seen."""
    category = unicodedata.category(character)
    if category in {"Zl", "Zp"} or character in "\r\v\f\x85":
        return "\n"
    if category == "Zs":
        return " "
    if category[0] == "C" or category == "Mn":
        return ""
    unified = unicodedata.normalize("NFKC", character).translate(_LOOK_ALIKES)
    return "".join(one for one in unified if unicodedata.category(one) != "Mn")
