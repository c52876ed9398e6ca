"""How well the rules find what labelled cases say, and how often they stop what should pass."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

from .findings import STOPS, Finding, Group, Level
from .labelled import GROUPS, Case


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with all findings, and the milliseconds the check took."""

    case: Case
    findings: tuple[Finding, ...]
    milliseconds: float

    @property
    def found(self) -> dict[Group, Level]:
        """The strongest level of each group."""
        levels: dict[Group, Level] = {}
        for one in self.findings:
            levels[one.group] = min(one.level, levels.get(one.group, one.level))
        return levels

    @property
    def broken(self) -> bool:
        """Whether a rule failed or the text was too long: then nothing is measured."""
        return any(one.group is Group.PARTS for one in self.findings)

    def missed(self, group: Group) -> bool:
        """Whether the group is expected and nothing so strong was found."""
        wanted, got = self.case.expect.get(group), self.found.get(group)
        return wanted is not None and (got is None or got > wanted)

    def stopped_falsely(self, group: Group) -> bool:
        """Whether the group is not expected and still stops the story."""
        return group not in self.case.expect and self.found.get(group) in STOPS

    @property
    def passes_falsely_stopped(self) -> bool:
        """Whether nothing at all is expected and the story is stopped."""
        return not self.case.expect and any(self.stopped_falsely(group) for group in GROUPS)

    def record(self) -> dict[str, Any]:
        """As ``--json`` prints it."""
        return {
            "id": self.case.name,
            "expect": {group.value: level.word for group, level in self.case.expect.items()},
            "found": {group.value: level.word for group, level in self.found.items()},
            "findings": [_record(one) for one in self.findings],
            "milliseconds": round(self.milliseconds, 3),
        }


class Score(NamedTuple):
    """One group: of ``expected`` cases ``found`` were found; of ``others`` some stopped falsely."""

    group: Group
    expected: int
    found: int
    others: int
    stopped: int

    @property
    def recall(self) -> float | None:
        """Share of the expected that was found; None where nothing is expected."""
        return self.found / self.expected if self.expected else None

    @property
    def false_stops(self) -> float | None:
        """Share of the others that is stopped; None where there is none."""
        return self.stopped / self.others if self.others else None


class Times(NamedTuple):
    """Milliseconds of checking: all cases together, the middle one, the slowest."""

    total: float
    middle: float
    most: float


def scores(judged: Iterable[Judged]) -> Iterator[Score]:
    """One score for each group, in the groups' order."""
    cases = list(judged)
    for group in GROUPS:
        expected = [one for one in cases if group in one.case.expect]
        others = len(cases) - len(expected)
        yield Score(
            group=group,
            expected=len(expected),
            found=sum(not one.missed(group) for one in expected),
            others=others,
            stopped=sum(one.stopped_falsely(group) for one in cases),
        )


def times(judged: Iterable[Judged]) -> Times:
    """Zero where there is no case."""
    each = [one.milliseconds for one in judged] or [0.0]
    return Times(sum(each), median(each), max(each))


def _record(one: Finding) -> dict[str, Any]:
    return {
        "group": one.group.value,
        "rule": one.rule,
        "level": one.level.word,
        "place": one.place,
        "start": one.start,
        "end": one.end,
        "excerpt": one.excerpt,
        "reason": str(one.reason),
        "source": one.source,
        "replacements": list(one.replacements),
    }
