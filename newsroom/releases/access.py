"""The doorman of releases: the only way from a person to a release."""

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from newsroom.contributors.access import Somebody, administers, covers, reach, reaches, within
from newsroom.contributors.models import Role, User

from .models import Release, Revision
from .moves import latest_revision
from .workflow import STEPS, Step, approval_level, may_be_urgent


def visible(user: Somebody) -> QuerySet[Release]:
    """Releases the user may see at the desk: those of the facilities they cover."""
    return Release.objects.filter(shown(user, ""))


def shown(user: Somebody, path: str = "release") -> Q:
    """A filter for rows whose release (reached by ``path``, empty for releases) the user may see.

    Empty for who sees everything, so never join it to another by "or" before asking sees_all.
    """
    if administers(user):
        return Q()
    return within(user, Role.WRITER, f"{path}__facility" if path else "facility")


def release_for(user: Somebody, pk: int) -> Release:
    """The release, or Http404 where it does not exist or is not the user's to see."""
    found = visible(user).select_related("facility__region", "live_edition").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def open_steps(user: User, release: Release) -> list[Step]:
    """The steps this user may take now, in the table's order: what the buttons show.

    A promise about permissions only; texts are judged by the action itself.
    """
    return [
        step
        for step in STEPS
        if step.starts_from(release)
        and covers(user, release.facility, step.role)
        and _allowed(user, release, step.name)
    ]


def waiting_for(user: Somebody) -> QuerySet[Release]:
    """Releases in review that the user could approve by role (risk and authorship aside)."""
    return Release.objects.filter(within(user, Role.EDITOR), status="in_review")


def to_approve(user: User) -> list[Release]:
    """Those of ``waiting_for`` that this very user may approve, oldest first. Two queries.

    The same rules as ``open_steps``: not on hold, desk wide enough for the risk, own hands off.
    """
    last_hand = Revision.objects.filter(
        release=OuterRef("pk"), number=OuterRef("revision_number")
    ).values("by")
    rows = waiting_for(user).filter(held_at=None).exclude(submitted_by=user)
    others = rows.annotate(last_hand=Subquery(last_hand)).exclude(last_hand=user.pk)
    return [
        release
        for release in others.select_related("facility")
        .prefetch_related("topics")
        .order_by("status_at")
        if reaches(reach(user, release.facility, Role.EDITOR), approval_level(release))
    ]


def _allowed(user: User, release: Release, name: str) -> bool:
    if name in {"approve", "countersign"}:
        enough = reaches(reach(user, release.facility, Role.EDITOR), approval_level(release))
        return enough and user.pk not in _hands(release, name)
    return name != "publish_urgently" or may_be_urgent(release)


def _hands(release: Release, name: str) -> set[int | None]:
    """Who has touched this text and so cannot be its second person."""
    edition = release.live_edition
    if name == "countersign" and edition is not None and edition.revision is not None:
        return {edition.published_by_id, edition.revision.by_id, release.submitted_by_id}
    return {latest_revision(release).by_id, release.submitted_by_id}
