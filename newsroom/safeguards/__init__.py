"""What must never leave: pure rules over a release's content.

``check`` runs every rule in the list; a rule takes the content (the plain values of
newsroom.releases.content.working_text) and yields findings. New rule: new file, new line here.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .findings import Finding, Level
from .identity_numbers import identity_numbers
from .required_parts import required_parts

Rule = Callable[[Mapping[str, Any]], Iterable[Finding]]

RULES: tuple[Rule, ...] = (required_parts, identity_numbers)

__all__ = ["RULES", "Finding", "Level", "check"]


def check(content: Mapping[str, Any]) -> list[Finding]:
    """All findings of all rules, the most serious first."""
    found = [finding for rule in RULES for finding in rule(content)]
    return sorted(found, key=lambda finding: finding.level)
