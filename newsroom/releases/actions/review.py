"""Review: a second person reads before anything leaves."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from newsroom.contributors.models import User
from newsroom.releases import refusals
from newsroom.releases.judging import inspect, refuse_unsigned
from newsroom.releases.matter import concerns_children
from newsroom.releases.models import Approval, Inspection, Release, Revision
from newsroom.releases.moves import (
    begin,
    check_approver,
    finish,
    latest_revision,
    revision_to_leave,
    void_approvals,
)
from newsroom.releases.workflow import approval_level
from newsroom.safeguards.actions import count_slips

_Moment = Inspection.Moment


@dataclass(frozen=True, slots=True)
class Signature:
    """What an approver puts their name to beside the text itself.

    ``child_free``: nothing in it leads to a child; asked for where the child gate applies.
    ``findings``: fingerprints of the findings that leave only with a signature.
    """

    child_free: bool = False
    findings: tuple[str, ...] = ()


NO_SIGNATURE = Signature()


@transaction.atomic
def submit(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """Hand the text to the editors; raises Blocked with what must be mended first."""
    release, step = begin(release, "submit", by=by)
    revision = revision_to_leave(release, at=at)
    found = inspect(revision, json.loads(revision.content), moment=_Moment.SUBMIT, by=by, at=at)
    count_slips(release.facility, [one.finding for one in found if one.is_open], at=at)
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
    release: Release,
    *,
    revision: Revision,
    by: User,
    at: datetime,
    note: str = "",
    signature: Signature = NO_SIGNATURE,
) -> Release:
    """Give the second person's word for exactly this revision.

    Raises RevisionMoved, SelfApproval, HigherDeskNeeded, ChildFreeMissing, NotSigned, or Blocked
    where the rules or what is known of the day changed since the text was submitted.
    """
    release, step = begin(release, "approve", by=by)
    latest = latest_revision(release)
    if revision.pk != latest.pk:
        raise refusals.RevisionMoved(latest)
    content = json.loads(latest.content)
    for_children = release.concerns_children = concerns_children(content)
    check_approver(release, latest, by=by)
    if for_children and not signature.child_free:
        raise refusals.ChildFreeMissing
    found = inspect(latest, content, moment=_Moment.APPROVE, by=by, at=at)
    refuse_unsigned(found, signature.findings)
    Approval.objects.create(
        revision=latest,
        digest=latest.digest,
        level=approval_level(release),
        by=by,
        at=at,
        child_free=for_children,
        signed=list(signature.findings),
    )
    release.approved_revision = latest
    return finish(release, step, by=by, at=at, note=note, revision=latest)
