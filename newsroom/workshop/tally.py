"""Counts tests from the report that pytest itself writes."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree


@dataclass
class Tally:
    """How many tests passed, failed and were skipped; ``reasons`` counts each reason to skip."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            self.reasons + other.reasons,
        )

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def read_report(path: Path) -> Tally:
    """The counts in a JUnit report; an empty tally where pytest did not come so far as to write it.

    A test whose body and teardown both fail stands in one element and counts once.
    """
    tally = Tally()
    if not path.exists():
        return tally
    for case in ElementTree.parse(path).iter("testcase"):  # noqa: S314  (we had it written)
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            tally.failed += 1
        elif skip is not None and skip.get("type") != "pytest.xfail":
            tally.skipped += 1
            tally.reasons[skip.get("message", "")] += 1
        else:
            tally.passed += 1
    return tally
