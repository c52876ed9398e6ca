"""What an approver puts their name to: the child gate, and findings that leave only signed."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.releases.actions import Signature
from newsroom.releases.judging import Judged, judged
from newsroom.releases.matter import concerns_children
from newsroom.releases.models import Person, Release, Revision

from .forms import StepForm
from .marks import faces_told


@dataclass(frozen=True, slots=True)
class Demand:
    """What must be signed for one revision.

    ``answered``: findings somebody has let pass. ``faces``: for each numbered photo with faces,
    which are seen, blurred, or were taken away.
    """

    child_free: bool
    findings: tuple[Judged, ...]
    answered: tuple[Judged, ...]
    people: tuple[Person, ...]
    faces: tuple[tuple[int, str], ...]

    def __bool__(self) -> bool:
        return self.child_free or bool(self.findings)


def demanded(release: Release, revision: Revision, *, at: datetime) -> Demand:
    """The demand of the release's newest revision as the safeguards see it now."""
    content = json.loads(revision.content)
    found = judged(release, content, at=at)
    return Demand(
        child_free=concerns_children(content),
        findings=tuple(one for one in found if one.wants_a_signature),
        answered=tuple(one for one in found if one.answer),
        people=tuple(release.people.kept()),
        faces=tuple(
            (number, told)
            for number, photo in enumerate(content["photos"], start=1)
            if (told := faces_told(photo))
        ),
    )


class ApproveForm(StepForm):
    """Approval with what it asks the approver to sign."""

    child_free = forms.BooleanField(
        label=_(
            "I have read every text and looked at every photo. Nothing in them leads to a child: "
            "no name, initials, face, family, school, address, or anything that tells who it is."
        ),
        required=False,
    )

    def __init__(self, *args: Any, demand: Demand, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.demand = demand
        if not demand.child_free:
            del self.fields["child_free"]
        for one in demand.findings:
            name = _sign_for(one)
            self.fields[name] = forms.BooleanField(label=str(one.finding.reason), required=False)

    @property
    def marks(self) -> list[tuple[Judged, Any]]:
        """Each finding to sign for with its tick."""
        return [(one, self[_sign_for(one)]) for one in self.demand.findings]

    def signature(self) -> Signature:
        """What was ticked."""
        ticked = [one for one in self.demand.findings if self.cleaned_data[_sign_for(one)]]
        return Signature(
            child_free=self.cleaned_data.get("child_free", False),
            findings=tuple(one.finding.fingerprint for one in ticked),
        )


def _sign_for(one: Judged) -> str:
    return f"sign-{one.finding.fingerprint}"
