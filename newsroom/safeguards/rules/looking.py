"""How rules that look for patterns see a field: words of file names apart, context within"
" bounds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading, Span

#: Findings of one rule in one field; more would tell nobody more.
MOST = 40

_JOINT = re.compile(r"[_\-+.~@()\[\]]|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class View:
    """A field as a rule searches it. In names of files and addresses words are drawn apart, so a
    finding there covers the whole name: it is renamed, not mended."""

    reading: Reading
    text: str
    whole: bool = False

    def finding(self, span: Span | tuple[int, int], **more: Any) -> Finding:
        """A finding for a stretch of ``text``; arguments as Reading.finding takes them."""
        return self.reading.finding((0, len(self.reading.clear)) if self.whole else span, **more)

    def around(self, span: tuple[int, int], *, before: int, after: int) -> str:
        """The stretch with so many characters before and behind it."""
        return self.text[max(0, span[0] - before) : span[1] + after]

    def before(self, position: int, most: int) -> str:
        """Up to so many characters before the position."""
        return self.text[max(0, position - most) : position]

    def after(self, position: int, most: int) -> str:
        """Up to so many characters from the position on."""
        return self.text[position : position + most]

    def clause(self, span: tuple[int, int], *, most: int) -> Span:
        """The sentence around a stretch, cut to so many characters on each side."""
        start, end = max(0, span[0] - most), min(len(self.text), span[1] + most)
        if self.whole:
            return Span(start, end)
        around = self.reading.sentence_span(span[0])
        return Span(max(start, min(around.start, span[0])), min(end, max(around.end, span[1])))


def views(matter: Matter) -> Iterator[View]:
    """Every field that holds anything."""
    for reading in matter.readings:
        if reading.place == "slug" or reading.place.endswith("file_name"):
            yield View(reading, _JOINT.sub(" ", reading.clear), whole=True)
        else:
            yield View(reading, reading.clear)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What every finding of a rule has in common; ``level`` is its usual one."""

    rule: str
    group: Group
    level: Level
    reason: Any
    source: str
    replacements: tuple[str, ...] = ("",)

    def on(self, view: View, span: Span | tuple[int, int], level: Level | None = None) -> Finding:
        """The finding for a stretch, at another level where one is given."""
        return view.finding(
            span,
            rule=self.rule,
            group=self.group,
            level=self.level if level is None else level,
            reason=self.reason,
            source=self.source,
            replacements=self.replacements,
        )


def first_few(findings: Iterable[Finding]) -> Iterator[Finding]:
    """At most MOST of them."""
    for number, finding in enumerate(findings):
        if number == MOST:
            return
        yield finding
