"""How the steps of the road look and what each calls; the rules stand in releases.workflow."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.releases import actions
from newsroom.releases.models import Release
from newsroom.releases.workflow import STEPS, Step, step_from

#: Every step a person takes by a button. ``revise`` and ``create`` are the forms' own.
ACTIONS: dict[str, Callable[..., Release]] = {
    "submit": actions.submit,
    "recall": actions.recall,
    "approve": actions.approve,
    "publish": actions.publish,
    "schedule": actions.schedule,
    "unschedule": actions.unschedule,
    "send_back": actions.send_back,
    "publish_urgently": actions.publish_urgently,
    "countersign": actions.countersign,
    "correct": actions.correct,
    "update": actions.update,
    "discard_change": actions.discard_change,
    "hold": actions.hold,
    "resume": actions.resume,
    "withdraw": actions.withdraw,
    "spike": actions.spike,
    "revive": actions.revive,
}

#: The step that leads on; the others stand quietly beside it.
_FORWARD = {"submit", "approve", "publish", "countersign", "resume", "revive"}
_ASK_FIRST = {"discard_change"}

NOTE_LABELS: dict[str, str | Promise] = {
    "send_back": _("What should the writer change?"),
    "publish_urgently": _("Why can it not wait for the second approval?"),
    "withdraw": _("Reason for readers (shown on the public page)"),
    "correct": _("What was wrong? Readers will see this note."),
    "update": _("What is new? Readers will see this note."),
    "hold": _("Why must it wait?"),
}

WARNINGS: dict[str, str | Promise] = {
    "withdraw": _(
        "The text disappears from the public page and is taken back at every outlet. A notice "
        "with your reason stays. This cannot be undone."
    ),
    "publish_urgently": _(
        "The text goes to readers and outlets at once, before a second person has read it. "
        "Another editor must countersign it within 24 hours."
    ),
    "spike": _("The text is put aside. Nothing is deleted, and an editor can take it up again."),
    "discard_change": _("The text you have begun gives way to what readers see now."),
}


@dataclass(frozen=True, slots=True)
class Button:
    """A step as the page draws it.

    ``look``: forward, quiet or grave. ``opens``: it needs words or an hour first, so it opens a
    small form; ``asks``: it leads to a page that asks again.
    """

    step: Step
    look: str
    opens: bool
    asks: bool

    @property
    def note_label(self) -> str | Promise:
        """What the note is for."""
        return NOTE_LABELS.get(self.step.name, _("Note"))


def buttons(steps: Iterable[Step], *, signed: bool = False) -> list[Button]:
    """The steps as buttons, those that lead on first. ``signed``: approval asks for a signature."""
    drawn = [
        Button(
            step,
            _look(step),
            step.note or step.hour or _noted(step),
            asks_again(step) or (signed and step.name == "approve"),
        )
        for step in steps
    ]
    return sorted(drawn, key=lambda one: ("forward", "quiet", "grave").index(one.look))


def row_for(release: Release, name: str) -> Step | None:
    """The step's row for where the release stands; any row of that name where none fits."""
    named = (step for step in STEPS if step.name == name)
    return step_from(release, name) or next(named, None)


def asks_again(step: Step) -> bool:
    """Whether a person must confirm on a page of its own."""
    return step.grave or step.name in _ASK_FIRST


def _noted(step: Step) -> bool:
    return step.name in {"correct", "update"}


def _look(step: Step) -> str:
    if step.grave:
        return "grave"
    return "forward" if step.name in _FORWARD else "quiet"
