"""What every page of a release at the desk shows around its own matter."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from newsroom.contributors.access import covers
from newsroom.contributors.models import Role, User
from newsroom.releases.access import open_steps
from newsroom.releases.content import Content
from newsroom.releases.matter import matter_of
from newsroom.releases.models import Release, Revision
from newsroom.releases.moves import latest_revision
from newsroom.releases.workflow import EDITABLE, Step, approval_level, effective_risk
from newsroom.safeguards import Finding, Level, check

from .signing import demanded
from .steps_table import buttons

#: Where on the writing page each part is mended.
_ANCHORS = {"bylines": "id_contributors"}


def signed_in(request: HttpRequest) -> User:
    """The person at the desk; admin_view has let nobody else in."""
    return cast(User, request.user)


def page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page of the desk inside unfold's frame."""
    frame = admin.site.each_context(request)
    return TemplateResponse(request, template, {**frame, **context}, status=status)


def about(request: HttpRequest, release: Release, *, tab: str) -> dict[str, Any]:
    """The head of a release's pages: title, tabs, state, and the lawful steps as buttons."""
    user = signed_in(request)
    latest = latest_revision(release)
    steps = open_steps(user, release)
    return {
        "title": str(release),
        "release": release,
        "tab": tab,
        "latest": latest,
        "risk": effective_risk(release),
        "level": approval_level(release),
        "buttons": buttons(steps, signed=_signed(release, latest, steps)),
        "may_edit": may_edit(user, release),
    }


def _signed(release: Release, latest: Revision, steps: Iterable[Step]) -> bool:
    if not any(step.name == "approve" for step in steps):
        return False
    return bool(demanded(release, latest, at=timezone.now()))


def may_edit(user: User, release: Release) -> bool:
    """Whether this person may change the text as it stands."""
    return release.status in EDITABLE and covers(user, release.facility, Role.WRITER)


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as the page shows it: ``anchor`` is the id of the field to go to, ``photo`` the
    number of the photo it speaks of, 0 for the text."""

    finding: Finding
    anchor: str
    photo: int


def remarks(revision: Revision) -> list[Remark]:
    """What the safeguards say of a revision, the most serious first."""
    content = json.loads(revision.content)
    found = check(matter_of(content, at=timezone.now()))
    return [_remark(one, content) for one in found if one.level <= Level.SIGN_OFF]


def _remark(finding: Finding, content: Content) -> Remark:
    part, *rest = finding.place.split(".")
    if part == "photos" and len(rest) == 2:
        position, name = int(rest[0]), rest[1]
        photo = content["photos"][position]["id"]
        return Remark(finding, f"id_photo-{photo}-{name}", position + 1)
    return Remark(finding, _ANCHORS.get(part, f"id_{part}"), 0)
