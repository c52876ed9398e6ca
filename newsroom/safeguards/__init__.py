"""What must never leave: pure rules over a release (rules/), and what was said about them.

``check`` takes a Matter, plain values made by whoever holds the release, and gives findings.
"""

from .checking import check
from .findings import STOPS, Finding, Group, Level
from .gate import child_gate, speaks_of_children
from .matter import AttachmentState, Field, Matter, Person, PhotoState

__all__ = [
    "STOPS",
    "AttachmentState",
    "Field",
    "Finding",
    "Group",
    "Level",
    "Matter",
    "Person",
    "PhotoState",
    "check",
    "child_gate",
    "speaks_of_children",
]
