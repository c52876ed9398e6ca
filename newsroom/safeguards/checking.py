"""Runs every rule over a release. A rule that breaks blocks the release and says so."""

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.lib.isolation import isolated

from .agreement import agreed
from .findings import Finding, Group, Level
from .matter import Matter
from .rules import RULES

Rule = Callable[[Matter], Iterable[Finding]]

#: Characters of all fields together; a longer text is not judged but stopped, so time is bounded.
LONGEST = 400_000


def check(matter: Matter, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """All findings, the most serious first, then in the order of the text.

    Never raises for what stands in the text: a rule that fails is itself a block.
    """
    if sum(len(one.text) for one in matter.fields) > LONGEST:
        return [_too_long()]
    found = agreed(finding for rule in rules for finding in _run(rule, matter))
    ranks = {field.place: rank for rank, field in enumerate(matter.fields)}
    last = len(ranks)
    return sorted(found, key=lambda one: (one.level, ranks.get(one.place, last), one.start))


def _run(rule: Rule, matter: Matter) -> Iterator[Finding]:
    name = rule.__name__
    answer = isolated(lambda: list(rule(matter)), name=f"Safeguard {name}")
    if isinstance(answer, Exception):
        yield _failed(name)
    else:
        yield from answer


def _failed(rule: str) -> Finding:
    return Finding(
        rule=f"{rule}_failed",
        group=Group.PARTS,
        level=Level.BLOCK,
        place="body",
        reason=_("A check could not be made, so the text cannot leave. Please tell the service."),
        final=True,
    )


def _too_long() -> Finding:
    return Finding(
        rule="too_long_to_check",
        group=Group.PARTS,
        level=Level.BLOCK,
        place="body",
        reason=_("The text is too long to be checked. Please shorten it or divide it."),
        final=True,
    )
