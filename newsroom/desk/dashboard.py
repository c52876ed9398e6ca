"""The desk's first page: what waits for this person, the most pressing first."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone

from newsroom.contributors.access import facilities_of, held, within
from newsroom.contributors.models import Role, User
from newsroom.releases.access import to_approve, visible
from newsroom.releases.models import Photo, Release, Risk, Status, Transition
from newsroom.releases.workflow import effective_risk

from .pages import signed_in
from .placements import troubled

#: Rows shown in each list; a link leads to the rest.
SHOWN_MOST = 8
_RISKS = list(Risk)


def waiting(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Unfold's DASHBOARD_CALLBACK: adds the lists to the page's context."""
    user, now = signed_in(request), timezone.now()
    lists = {
        "returned": list(_returned(user)[:SHOWN_MOST]),
        "to_approve": _pressing_first(to_approve(user))[:SHOWN_MOST],
        "uncountersigned": list(_uncountersigned(user)[:SHOWN_MOST]),
        "troubled": list(troubled(user, now, SHOWN_MOST)),
        "to_publish": list(_to_publish(user)[:SHOWN_MOST]),
        "scheduled": list(_scheduled(user, now)[:SHOWN_MOST]),
        "drafts": list(_drafts(user)[:SHOWN_MOST]),
    }
    return (
        context
        | lists
        | {
            "nothing_waits": not any(lists.values()),
            "may_write": bool(held(user, Role.WRITER))
            and facilities_of(user, Role.WRITER).exists(),
            "now": now,
        }
    )


def _pressing_first(releases: list[Release]) -> list[tuple[Release, Risk]]:
    """Each with its effective risk; the riskiest first, then the oldest."""
    weighed = [(release, effective_risk(release)) for release in releases]
    return sorted(weighed, key=lambda pair: (-_RISKS.index(pair[1]), pair[0].status_at))


def _mine(user: User) -> QuerySet[Any]:
    """Drafts this person began or submitted, with what happened to them last."""
    last = Transition.objects.filter(release=OuterRef("pk")).exclude(step="revise")
    newest = last.order_by("-sequence")
    wordless = Q(caption="") | Q(credit="") | Q(alt="")
    photos = Photo.objects.kept().filter(wordless, release=OuterRef("pk"))
    mine = visible(user).filter(Q(author=user) | Q(submitted_by=user), status=Status.DRAFT)
    return mine.select_related("facility").annotate(
        last_step=Subquery(newest.values("step")[:1]),
        last_note=Subquery(newest.values("note")[:1]),
        last_by=Subquery(newest.values("by__full_name")[:1]),
        photos_wordless=Exists(photos),
    )


def _returned(user: User) -> QuerySet[Any]:
    return _mine(user).filter(last_step="send_back").order_by("status_at")


def _drafts(user: User) -> QuerySet[Any]:
    return _mine(user).exclude(last_step="send_back").order_by("-updated_at")


def _edited(user: User) -> QuerySet[Release]:
    """What this person answers for as an editor."""
    return visible(user).filter(within(user, Role.EDITOR)).select_related("facility")


def _uncountersigned(user: User) -> QuerySet[Release]:
    return _edited(user).filter(countersign_by__isnull=False).order_by("countersign_by")


def _to_publish(user: User) -> QuerySet[Release]:
    return _edited(user).filter(status=Status.APPROVED, held_at=None).order_by("status_at")


def _scheduled(user: User, now: datetime) -> QuerySet[Release]:
    ahead = visible(user).filter(status=Status.SCHEDULED, scheduled_at__gte=now)
    return ahead.select_related("facility").order_by("scheduled_at")
