"""A headline is one line of five to twelve words, not in capitals (C12 of the style linter)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.language.loading import rows
from newsroom.safeguards.matter import Matter

SHORTEST, LONGEST = 5, 12
_SOURCE = "Gaya siaran pers"
#: A word written large in mid-sentence: a name.
_LARGE = re.compile(r"(?<=[a-z,] )[A-Z][\w-]*")
_WORD = re.compile(r"[\w-]+")
_MOST_WORDS = 300
_SHORTS = tuple(row["short"] for row in rows("abbreviations.tsv"))


def headline(matter: Matter) -> Iterator[Finding]:
    """A suggestion on a headline too short or too long, a warning on one in capitals."""
    reading = matter.reading("headline")
    if reading is None:
        return
    words = len(reading.clear.split())
    if not SHORTEST <= words <= LONGEST:
        yield reading.whole(
            rule="headline_length",
            group=Group.LANGUAGE,
            level=Level.SUGGESTION,
            reason=_("The headline has %(words)d words; five to twelve read best.")
            % {"words": words},
            source=_SOURCE,
        )
    letters = [one for one in reading.clear if one.isalpha()]
    if len(letters) > 12 and all(one.isupper() for one in letters):
        yield reading.finding(
            (0, len(reading.clear)),
            rule="headline_capitals",
            group=Group.LANGUAGE,
            level=Level.WARNING,
            reason=_("The headline is in capitals; write only names and its first word large."),
            source="EYD V, huruf kapital",
            replacements=(_lowered(reading.clear, _names(matter)),),
        )


def _names(matter: Matter) -> dict[str, str]:
    """How abbreviations, the unit's name, lead and text spell the words they write large."""
    texts = [one.clear for one in matter.readings if one.place in {"lead", "body"}]
    found = [word for text in texts for word in _LARGE.findall(text)[:_MOST_WORDS]]
    if matter.known is not None:
        found += f"{matter.known.name} {matter.known.city}".split()
    return {word.casefold(): word for word in [*found, *_SHORTS]}


def _lowered(text: str, names: dict[str, str]) -> str:
    small = _WORD.sub(lambda one: names.get(one[0].casefold(), one[0].lower()), text)
    return small[:1].upper() + small[1:]
