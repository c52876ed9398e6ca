"""The steps of the road as one table, and how high a release must be approved.

The same rows guard the actions, draw the buttons of the desk and print the docs.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from newsroom.contributors.models import Role, Scope
from newsroom.safeguards.gate import CHILDREN_LIVE_IN

from .models import Release, Risk, Status

Words = str | Promise

#: What the button says, and how "X already took the step ..." ends.
LABELS: dict[str, tuple[Words, Words]] = {
    "create": (pgettext_lazy("step", "Create"), pgettext_lazy("step done", "created")),
    "revise": (pgettext_lazy("step", "Change the text"), pgettext_lazy("step done", "changed")),
    "submit": (pgettext_lazy("step", "Submit for review"), pgettext_lazy("step done", "submitted")),
    "recall": (
        pgettext_lazy("step", "Take back to draft"),
        pgettext_lazy("step done", "taken back"),
    ),
    "approve": (pgettext_lazy("step", "Approve"), pgettext_lazy("step done", "approved")),
    "send_back": (
        pgettext_lazy("step", "Return with a note"),
        pgettext_lazy("step done", "returned"),
    ),
    "schedule": (pgettext_lazy("step", "Schedule"), pgettext_lazy("step done", "scheduled")),
    "unschedule": (
        pgettext_lazy("step", "Cancel the schedule"),
        pgettext_lazy("step done", "schedule cancelled"),
    ),
    "publish": (pgettext_lazy("step", "Publish now"), pgettext_lazy("step done", "published")),
    "publish_urgently": (
        pgettext_lazy("step", "Publish urgently"),
        pgettext_lazy("step done", "published urgently"),
    ),
    "countersign": (
        pgettext_lazy("step", "Countersign"),
        pgettext_lazy("step done", "countersigned"),
    ),
    "correct": (pgettext_lazy("step", "Correct"), pgettext_lazy("step done", "correction begun")),
    "update": (pgettext_lazy("step", "Add news"), pgettext_lazy("step done", "update begun")),
    "discard_change": (
        pgettext_lazy("step", "Discard this change"),
        pgettext_lazy("step done", "change discarded"),
    ),
    "hold": (pgettext_lazy("step", "Hold"), pgettext_lazy("step done", "put on hold")),
    "resume": (pgettext_lazy("step", "Lift the hold"), pgettext_lazy("step done", "hold lifted")),
    "withdraw": (pgettext_lazy("step", "Withdraw"), pgettext_lazy("step done", "withdrawn")),
    "spike": (pgettext_lazy("step", "Abandon"), pgettext_lazy("step done", "abandoned")),
    "overrule": (
        pgettext_lazy("step", "Allow with a reason"),
        pgettext_lazy("step done", "a finding allowed"),
    ),
    "revive": (
        pgettext_lazy("step", "Take up again"),
        pgettext_lazy("step done", "taken up again"),
    ),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One lawful step from some statuses to another.

    ``to`` None leaves the status as it is. ``live`` and ``held``: True asks for it, False forbids
    it, None does not care. ``note``/``hour``: the person must give one. ``grave``: ask twice.
    """

    name: str
    sources: frozenset[Status]
    to: Status | None
    role: Role
    note: bool = False
    hour: bool = False
    live: bool | None = None
    held: bool | None = None
    grave: bool = False

    @property
    def label(self) -> Words:
        """What the button says."""
        return LABELS[self.name][0]

    def starts_from(self, release: Release) -> bool:
        """Whether the release stands where this step begins."""
        return (
            release.status in self.sources
            and self.live in (None, release.live_edition_id is not None)
            and self.held in (None, release.is_held)
            and (self.name != "countersign" or release.countersign_by is not None)
        )


def _step(name: str, *sources: Status, to: Status | None, role: Role, **conditions: bool) -> Step:
    return Step(name, frozenset(sources), to, role, **conditions)


_WRITER, _EDITOR = Role.WRITER, Role.EDITOR
_DRAFT, _IN_REVIEW, _APPROVED = Status.DRAFT, Status.IN_REVIEW, Status.APPROVED
_SCHEDULED, _PUBLISHED, _SPIKED = Status.SCHEDULED, Status.PUBLISHED, Status.SPIKED
_WORKING = (_DRAFT, _IN_REVIEW, _APPROVED, _SCHEDULED)

STEPS: tuple[Step, ...] = (
    _step("submit", _DRAFT, to=_IN_REVIEW, role=_WRITER, held=False),
    _step("recall", _IN_REVIEW, to=_DRAFT, role=_WRITER),
    _step("approve", _IN_REVIEW, to=_APPROVED, role=_EDITOR, held=False),
    _step("publish", _APPROVED, _SCHEDULED, to=_PUBLISHED, role=_EDITOR, held=False),
    _step("schedule", _APPROVED, to=_SCHEDULED, role=_EDITOR, hour=True, held=False),
    _step("unschedule", _SCHEDULED, to=_APPROVED, role=_EDITOR),
    _step("send_back", *_WORKING[1:], to=_DRAFT, role=_EDITOR, note=True),
    _step(
        "publish_urgently",
        *_WORKING[:2],
        to=_PUBLISHED,
        role=_EDITOR,
        note=True,
        held=False,
        grave=True,
    ),
    _step("countersign", _PUBLISHED, to=None, role=_EDITOR),
    _step("correct", _PUBLISHED, to=_DRAFT, role=_WRITER, live=True),
    _step("update", _PUBLISHED, to=_DRAFT, role=_WRITER, live=True),
    _step("discard_change", _DRAFT, to=_PUBLISHED, role=_WRITER, live=True),
    _step("hold", *_WORKING, _PUBLISHED, to=None, role=_EDITOR, note=True, held=False),
    _step("resume", *_WORKING, _PUBLISHED, to=None, role=_EDITOR, held=True),
    _step(
        "withdraw",
        *_WORKING,
        _PUBLISHED,
        to=Status.WITHDRAWN,
        role=_EDITOR,
        note=True,
        live=True,
        grave=True,
    ),
    _step("spike", _DRAFT, to=_SPIKED, role=_WRITER, live=False, held=False, grave=True),
    _step("spike", *_WORKING[1:], to=_SPIKED, role=_EDITOR, live=False, held=False, grave=True),
    _step("revive", _SPIKED, to=_DRAFT, role=_EDITOR),
)

#: Statuses whose text may be edited; an edit beyond draft sends the text back to draft.
EDITABLE = frozenset(_WORKING)

_RISKS = [Risk.ROUTINE, Risk.SENSITIVE, Risk.CRITICAL]
_LEVELS = {
    Risk.ROUTINE: Scope.FACILITY,
    Risk.SENSITIVE: Scope.REGION,
    Risk.CRITICAL: Scope.NATIONAL,
}


def step_from(release: Release, name: str) -> Step | None:
    """The step of that name which starts where the release stands, or None."""
    rows = (step for step in STEPS if step.name == name and step.starts_from(release))
    return next(rows, None)


def effective_risk(release: Release) -> Risk:
    """The highest of: what the officer chose, the topics' least, and sensitive where children live,
    where the text speaks of children in custody, or where somebody in custody is declared."""
    risks = [Risk(release.risk), *(Risk(topic.risk) for topic in release.topics.all())]
    if _about_children(release) or release.names_wards:
        risks.append(Risk.SENSITIVE)
    return max(risks, key=_RISKS.index)


def approval_level(release: Release) -> Scope:
    """The least scope of an editor who may approve: facility, region or national."""
    return _LEVELS[effective_risk(release)]


def _about_children(release: Release) -> bool:
    return release.concerns_children or release.facility.kind in CHILDREN_LIVE_IN


def may_be_urgent(release: Release) -> bool:
    """Whether it may go out before the second approval: never about children or deaths."""
    if _about_children(release):
        return False
    return not any(topic.never_urgent for topic in release.topics.all())
