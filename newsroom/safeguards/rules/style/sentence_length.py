"""Sentences people can read at one go: the lead in 35 words, a sentence in 30 (C13)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading, Span

LEAD, LONG, TOO_LONG = 35, 30, 45
#: So many are shown: of the long ones only the longest, a list of twenty helps nobody.
MOST_TOO_LONG, MOST_LONG = 5, 2
_SOURCE = "Gaya siaran pers"


def sentence_length(matter: Matter) -> Iterator[Finding]:
    """A warning for a sentence beyond 45 words; suggestions for the lead and long sentences."""
    counted: list[tuple[int, Reading, Span]] = []
    for reading in matter.readings:
        if reading.place in {"lead", "body"}:
            spans = ((_words(reading, span), reading, span) for span in reading.sentences)
            counted += [one for one in spans if one[0] > LONG]
    counted.sort(key=lambda one: -one[0])
    too_long = [one for one in counted if one[0] > TOO_LONG]
    long = [one for one in counted if one[0] <= TOO_LONG and one[1].place == "body"]
    for words, reading, span in too_long[:MOST_TOO_LONG]:
        yield _finding(words, reading, span, Level.WARNING)
    for words, reading, span in long[:MOST_LONG]:
        yield _finding(words, reading, span, Level.SUGGESTION)
    yield from _lead(matter)


def _lead(matter: Matter) -> Iterator[Finding]:
    reading = matter.reading("lead")
    words = len(reading.clear.split()) if reading else 0
    if reading and words > LEAD:
        yield reading.whole(
            rule="lead_length",
            group=Group.LANGUAGE,
            level=Level.SUGGESTION,
            reason=_("The lead has %(words)d words; up to 35 can be taken in at once.")
            % {"words": words},
            source=_SOURCE,
        )


def _words(reading: Reading, span: Span) -> int:
    return len(reading.clear[span.start : span.end].split())


def _finding(words: int, reading: Reading, span: Span, level: Level) -> Finding:
    return reading.finding(
        span,
        rule="sentence_length",
        group=Group.LANGUAGE,
        level=level,
        reason=_("This sentence has %(words)d words. Divide it: one thought, one sentence.")
        % {"words": words},
        source=_SOURCE,
    )
