"""Nobody is called perpetrator before a verdict (presumption of innocence: UU 48/2009 art. 8)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading

from .patterns import INMATE

LAW = "UU 48/2009 Pasal 8 ayat (1); UU 40/1999 Pasal 5 ayat (1)"


_SENTENCE = 300


def perpetrators(matter: Matter) -> Iterator[Finding]:
    """A block for each word that calls somebody guilty whom no court has judged."""
    for reading in matter.readings:
        for match in INMATE("guilty").finditer(reading.clear):
            if _prejudges(reading, match):
                yield reading.finding(
                    match.span("told"),
                    rule="perpetrator",
                    group=Group.INMATE,
                    level=Level.BLOCK,
                    reason=_(
                        "Before a verdict nobody is a perpetrator. Say “tersangka” or “terdakwa”."
                    ),
                    source=LAW,
                    replacements=("tersangka", "terdakwa", "terduga pelaku"),
                )


def _prejudges(reading: Reading, match: re.Match[str]) -> bool:
    """Whether it is said of somebody who still waits for a verdict."""
    start, end = reading.sentence_span(match.start())
    sentence = reading.clear[
        max(start, match.start() - _SENTENCE) : min(end, match.end() + _SENTENCE)
    ]
    if not INMATE("untried").search(sentence) or INMATE("tried").search(sentence):
        return False
    before = reading.clear[max(0, match.start() - 40) : match.start("told")]
    return not INMATE("doubt").search(before)
