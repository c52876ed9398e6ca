"""A table of what must not be told: a sign, what makes it concrete, and what makes it harmless."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsroom.safeguards.findings import Finding
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.viewing import View

from .looking import Verdict, first_few

#: Characters on each side of the sign in which its details are looked for, within the sentence.
REACH = 220
#: No sign is longer than this on either side of its word.
SIGN = 160


def pattern(*parts: str) -> re.Pattern[str]:
    """Alternatives as one pattern between word limits, whatever the case of letters."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Concern:
    """``sign`` is found with all of ``details`` and none of ``unless`` in its sentence.

    Every text of the sign holds one of ``words`` (lower case, divided by spaces): it is looked for
    near these only. The finding covers the sign and its details. ``named_is_enough``: in the name
    of a file the sign alone is a finding, because the file then shows it. ``story`` must stand
    somewhere in the release.
    """

    verdict: Verdict
    words: str
    sign: re.Pattern[str]
    details: tuple[re.Pattern[str], ...] = ()
    unless: re.Pattern[str] | None = None
    named_is_enough: bool = False
    story: re.Pattern[str] | None = None

    def fits(self, matter: Matter) -> bool:
        """Whether the release is about what this concern needs."""
        if self.story is None:
            return True
        return any(self.story.search(reading.clear) for reading in matter.readings)


def concerned(matter: Matter, concerns: Iterable[Concern]) -> Iterator[Finding]:
    """The findings of each concern in every field; of one rule one a sentence."""
    kept = tuple(one for one in concerns if one.fits(matter))
    for view in matter.views:
        told: set[tuple[str, int]] = set()
        for concern in kept:
            yield from first_few(_found(view, concern, told))


def _found(view: View, concern: Concern, told: set[tuple[str, int]]) -> Iterator[Finding]:
    for span in _spans(view, concern):
        sentence = 0 if view.whole else view.reading.sentence_span(span[0]).start
        if (concern.verdict.rule, sentence) not in told:
            told.add((concern.verdict.rule, sentence))
            yield concern.verdict.on(view, span)


def _spans(view: View, concern: Concern) -> Iterator[tuple[int, int]]:
    done = -1
    stretches = view.near(concern.words.split(), reach=SIGN)
    for match in view.search(concern.sign, stretches):
        if match.start() < done:
            continue
        start, end = view.clause(match.span(), most=REACH)
        if view.whole and concern.named_is_enough:
            span: tuple[int, int] | None = match.span()
        else:
            span = _covered(concern, match, view.text[start:end], start)
        # The next sign so near would be judged by nearly the same words.
        done = end if span else min(end, match.end() + REACH // 2)
        if span:
            yield span


def _covered(
    concern: Concern, sign: re.Match[str], told: str, offset: int
) -> tuple[int, int] | None:
    """The stretch of sign and details, or None where the sentence is harmless."""
    if concern.unless is not None and concern.unless.search(told):
        return None
    first, last = sign.span()
    for detail in concern.details:
        found = detail.search(told)
        if found is None:
            return None
        first, last = min(first, offset + found.start()), max(last, offset + found.end())
    return first, last
