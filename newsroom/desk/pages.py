"""What every page of a release at the desk shows around its own matter."""

from collections.abc import Iterable
from typing import Any, cast

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from newsroom.contributors.access import covers, reach, reaches
from newsroom.contributors.models import Role, Scope, User
from newsroom.releases.access import open_steps
from newsroom.releases.models import Release, Revision
from newsroom.releases.moves import hands_on, latest_revision
from newsroom.releases.workflow import EDITABLE, Step, approval_level, effective_risk

from .signing import demanded
from .steps_table import buttons

#: What checks the text while it is typed, in the order in which the parts build on each other.
_CHECKING = [
    f"desk/{name}.js"
    for name in (
        "checking-places",
        "checking-marks",
        "checking-mending",
        "checking-people",
        "checking",
    )
]


def signed_in(request: HttpRequest) -> User:
    """The person at the desk; admin_view has let nobody else in."""
    return cast(User, request.user)


def note_sent(request: HttpRequest) -> str:
    """The reason in a form of one field, without zero bytes, which no database keeps."""
    return request.POST.get("note", "").replace("\0", "")[:500]


def page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page of the desk inside unfold's frame."""
    frame = admin.site.each_context(request)
    return TemplateResponse(
        request, template, {**frame, "checking_scripts": _CHECKING, **context}, status=status
    )


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
        "may_overrule": may_overrule(user, release),
    }


def _signed(release: Release, latest: Revision, steps: Iterable[Step]) -> bool:
    if not any(step.name == "approve" for step in steps):
        return False
    return bool(demanded(release, latest, at=timezone.now()))


def may_edit(user: User, release: Release) -> bool:
    """Whether this person may change the text as it stands."""
    return release.status in EDITABLE and covers(user, release.facility, Role.WRITER)


def may_overrule(user: User, release: Release) -> bool:
    """Whether this person may let a block pass: at the regional office or above, a second person.

    The verb asks again, of the very text.
    """
    wide_enough = reaches(reach(user, release.facility, Role.EDITOR), Scope.REGION)
    return wide_enough and user.pk not in hands_on(release)
