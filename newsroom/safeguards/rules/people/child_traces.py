"""What leads to a child without its name: kin, school, home, nickname, club, marks, accounts.

UU 11/2012 art. 19 (2): everything that may reveal the identity; Peraturan Dewan Pers 1/2019 lists
name, picture, siblings, parents, uncles and aunts, grandparents, address and village, school, club
and distinguishing objects. Names and initials are newsroom.safeguards.rules.child_names.
"""

from collections.abc import Iterator

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.gate import child_gate
from newsroom.safeguards.matter import Matter

from .child_patterns import TRACES

LAW = "UU 11/2012 Pasal 19 dan 97; Peraturan Dewan Pers 1/2019"


def child_traces(matter: Matter) -> Iterator[Finding]:
    """A block for each, in every field, where the child gate applies."""
    if not child_gate(matter):
        return
    for sheet in matter.census.sheets:
        reading = sheet.reading
        for trace in TRACES:
            for match in trace.pattern.finditer(reading.clear):
                if trace.passes(matter.census, sheet, match):
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
