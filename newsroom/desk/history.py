"""What became of a release: its steps, its revisions and the differences between them."""

import json
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from newsroom.releases.access import release_for
from newsroom.releases.models import OriginalView, Release, Revision, Transition
from newsroom.releases.workflow import LABELS, Words

from .compare import Difference, Parts, differences, readable
from .pages import about, page

#: Differences are worked out for this many of the newest revisions; older ones list their hour.
COMPARED_MOST = 30


@dataclass(frozen=True, slots=True)
class Change:
    """A revision and what it changed; ``first`` has nothing before it."""

    revision: Revision
    differences: list[Difference]
    first: bool


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Steps and revisions, newest first."""
    release = release_for(request.user, pk)
    context = about(request, release, tab="history")
    views = OriginalView.objects.filter(photo__release=release).select_related("by", "photo")
    context |= {"steps": _steps(release), "changes": _changes(release), "views": views}
    return page(request, "desk/history.html", context)


def _steps(release: Release) -> list[tuple[Transition, Words]]:
    rows = release.transitions.select_related("by", "revision", "edition").order_by("-sequence")
    return [(row, LABELS[row.step][1]) for row in rows]


def _changes(release: Release) -> list[Change]:
    rows = list(release.revisions.select_related("by").order_by("-number")[: COMPARED_MOST + 1])
    texts = [_parts(row) for row in rows]
    changes = [
        Change(row, differences(before, text), first=False)
        for row, text, before in zip(rows, texts, texts[1:], strict=False)
    ]
    oldest = rows[-1]
    return changes + ([Change(oldest, [], first=True)] if oldest.number == 1 else [])


def _parts(revision: Revision) -> Parts:
    return readable(json.loads(revision.content))
