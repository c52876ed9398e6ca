"""What rules that look for patterns have in common."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.reading import Span
from newsroom.safeguards.viewing import View

#: Findings of one rule in one field; more would tell nobody more.
MOST = 40


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
