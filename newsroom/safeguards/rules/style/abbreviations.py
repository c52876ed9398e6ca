"""Abbreviations are opened at their first use, once, rightly, and not in a quote (C08)."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.language.loading import rows
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading

_SOURCE = "EYD V, singkatan"
#: What each stands for; those everybody knows are never asked to be opened.
_LONG = {row["short"]: row["long"] for row in rows("abbreviations.tsv")}
_KNOWN_TO_ALL = frozenset(row["short"] for row in rows("abbreviations.tsv") if row["exempt"] == "1")
_SHORT = re.compile(r"\b[A-Z][A-Z\d]{1,9}\b")
_WORDS_BEFORE = re.compile(r"\S{1,40}")
#: So many are asked to be opened; a release with more has been told enough.
MOST = 3


class _Use(NamedTuple):
    """An abbreviation where it stands; ``before``, ``after``: the text around, folded."""

    reading: Reading
    short: str
    start: int
    end: int

    @property
    def long(self) -> str:
        return _LONG[self.short]

    @property
    def opened_from(self) -> int | None:
        """Where "Long (SHORT)" begins, None where it stands otherwise."""
        if self.reading.clear[self.start - 1 : self.start] != "(":
            return None
        begin = self.start - 2 - len(self.long)
        before = self.reading.clear[max(0, begin) : self.start - 2]
        return begin if begin >= 0 and before.casefold() == self.long.casefold() else None

    @property
    def opened_behind(self) -> bool:
        """Whether "SHORT (Long)" stands there."""
        behind = self.reading.clear[self.end : self.end + len(self.long) + 3]
        return behind.casefold() == f" ({self.long.casefold()})"


def abbreviations(matter: Matter) -> Iterator[Finding]:
    """Suggestions to open an abbreviation or to leave it closed; a warning on a wrong opening."""
    met: set[str] = set()
    asked = 0
    known = _KNOWN_TO_ALL | {short for short in _LONG if short.casefold() in matter.dictionary}
    for use in _uses(matter):
        if (wrong := _wrongly_opened(use)) is not None:
            yield wrong
        elif use.opened_from is not None or use.opened_behind:
            if use.short in met:
                yield _again(use)
        elif use.short not in met | known and not _told_before(use) and asked < MOST:
            asked += 1
            yield _unopened(use)
        met.add(use.short)


def _uses(matter: Matter) -> Iterator[_Use]:
    """Known abbreviations of lead and text, in order, those in direct quotes left out."""
    for reading in matter.readings:
        if reading.place not in {"lead", "body"}:
            continue
        quotes = reading.quotes
        inside = 0
        for match in _SHORT.finditer(reading.clear):
            while inside < len(quotes) and quotes[inside].end <= match.start():
                inside += 1
            quoted = inside < len(quotes) and quotes[inside].holds(match.start())
            if match[0] in _LONG and not quoted:
                yield _Use(reading, match[0], *match.span())


def _told_before(use: _Use) -> bool:
    return use.long.casefold() in use.reading.clear[: use.start].casefold()


def _wrongly_opened(use: _Use) -> Finding | None:
    """As many words before "(SHORT)" as it has, some of them the right ones, but not all."""
    clear = use.reading.clear
    if clear[use.start - 1 : use.end + 1] != f"({use.short})" or use.opened_from is not None:
        return None
    right = use.long.split()
    near = max(0, use.start - 2 - 40 * len(right))
    words = list(_WORDS_BEFORE.finditer(clear, near, use.start - 2))[-len(right) :]
    shared = {one[0].casefold() for one in words} & {one.casefold() for one in right}
    if len(words) < len(right) or len(shared) < max(2, len(right) - 1):
        return None
    return _finding(
        use,
        (words[0].start(), use.start - 2),
        level=Level.WARNING,
        reason=_("%(short)s stands for “%(long)s”.") % {"short": use.short, "long": use.long},
        replacements=(use.long,),
    )


def _again(use: _Use) -> Finding:
    start = use.opened_from
    span = (use.start, use.end + len(use.long) + 3) if start is None else (start, use.end + 1)
    return _finding(
        use,
        span,
        level=Level.SUGGESTION,
        reason=_("%(short)s has been opened before; the short form is enough here.")
        % {"short": use.short},
        replacements=(use.short,),
    )


def _unopened(use: _Use) -> Finding:
    opened = f"{use.long} ({use.short})"
    return _finding(
        use,
        (use.start, use.end),
        level=Level.SUGGESTION,
        reason=_("Open the abbreviation at its first use: %(opened)s.") % {"opened": opened},
        replacements=(opened,),
    )


def _finding(use: _Use, span: tuple[int, int], **told: Any) -> Finding:
    return use.reading.finding(
        span, rule="abbreviations", group=Group.LANGUAGE, source=_SOURCE, **told
    )
