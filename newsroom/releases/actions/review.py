"""Review: a second person reads before anything leaves."""

from datetime import datetime

from django.db import transaction

from newsroom.contributors.models import User
from newsroom.releases import refusals
from newsroom.releases.models import Approval, Release, Revision
from newsroom.releases.moves import (
    begin,
    check_approver,
    finish,
    latest_revision,
    refuse_blocks,
    revision_to_leave,
    void_approvals,
)
from newsroom.releases.workflow import approval_level


@transaction.atomic
def submit(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """Hand the text to the editors; raises Blocked with what must be mended first."""
    release, step = begin(release, "submit", by=by)
    revision = revision_to_leave(release, at=at)
    refuse_blocks(revision.content, at=at)
    release.submitted_by = by
    return finish(release, step, by=by, at=at, note=note, revision=revision)


@transaction.atomic
def recall(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """Take a submitted text back to draft."""
    release, step = begin(release, "recall", by=by)
    return finish(release, step, by=by, at=at, note=note)


@transaction.atomic
def send_back(release: Release, *, by: User, at: datetime, note: str) -> Release:
    """Return the text to its writer with a note; an approval is void."""
    release, step = begin(release, "send_back", by=by, note=note)
    void_approvals(release, at=at)
    return finish(release, step, by=by, at=at, note=note)


@transaction.atomic
def approve(
    release: Release, *, revision: Revision, by: User, at: datetime, note: str = ""
) -> Release:
    """Give the second person's word for exactly this revision.

    Raises RevisionMoved, SelfApproval, HigherDeskNeeded, or Blocked where the rules changed
    since the text was submitted.
    """
    release, step = begin(release, "approve", by=by)
    latest = latest_revision(release)
    if revision.pk != latest.pk:
        raise refusals.RevisionMoved(latest)
    check_approver(release, latest, by=by)
    refuse_blocks(latest.content, at=at)
    Approval.objects.create(
        revision=latest, digest=latest.digest, level=approval_level(release), by=by, at=at
    )
    release.approved_revision = latest
    return finish(release, step, by=by, at=at, note=note, revision=latest)
