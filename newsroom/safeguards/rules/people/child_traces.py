"""What leads to a child without its name: kin, school, home, nickname, club, marks, accounts.

UU 11/2012 art. 19 (2): everything that may reveal the identity; Peraturan Dewan Pers 1/2019 lists
name, picture, siblings, parents, uncles and aunts, grandparents, address and village, school, club
and distinguishing objects. Names and initials are newsroom.safeguards.rules.child_names.
"""

import re
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.gate import child_gate
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.names.shape import folded
from newsroom.safeguards.reading import Reading

from .child_patterns import TRACES
from .patterns import CHILD
from .stretches import MOST

#: Years; the number tells the year of birth.
_GROWN = 18
LAW = "UU 11/2012 Pasal 19 dan 97; Peraturan Dewan Pers 1/2019"


def pseudonyms(matter: Matter) -> frozenset[str]:
    """Folded names that the release itself calls invented: "Mawar (bukan nama sebenarnya)"."""
    return frozenset(
        folded(match["told"] or match["named"])
        for reading in matter.readings
        for match in CHILD("invented").finditer(reading.clear)
    )


def child_traces(matter: Matter) -> Iterator[Finding]:
    """A block for each, in every field, where the child gate applies."""
    if not child_gate(matter):
        return
    invented = pseudonyms(matter)
    for sheet in matter.census.sheets:
        reading = sheet.reading
        yield from _numbers(matter, reading)
        for trace in TRACES:
            for match in islice(trace.pattern.finditer(reading.clear), MOST):
                if trace.passes(matter.census, sheet, match):
                    continue
                if trace.name == "nickname" and invented.intersection(_words(match[0])):
                    continue
                yield reading.finding(
                    match.span(),
                    rule=f"child_{trace.name}",
                    group=Group.CHILD,
                    level=Level.BLOCK,
                    reason=trace.reason,
                    source=LAW,
                    replacements=trace.replacements,
                )


def _numbers(matter: Matter, reading: Reading) -> Iterator[Finding]:
    """Identity numbers that carry the birthday of somebody under 18."""
    day = matter.event_date or matter.today
    for match in CHILD("nik").finditer(reading.clear):
        if day is not None and (day.year - int(match["year"])) % 100 <= _GROWN:
            yield reading.finding(
                match.span(),
                rule="child_number",
                group=Group.CHILD,
                level=Level.BLOCK,
                reason=_("The identity number of a child leads to it. Leave it out."),
                source=LAW,
                replacements=("",),
            )


def _words(text: str) -> set[str]:
    return {folded(word) for word in re.findall(r"[^\W\d_]+", text)}
