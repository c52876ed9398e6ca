"""Publication: what readers see changes only here, one edition at a time."""

import json
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.text import slugify

from newsroom.contributors.models import User
from newsroom.releases import attachments, photos, refusals, signals
from newsroom.releases.content import Content, canonical, digest_of
from newsroom.releases.judging import inspect, refuse_unsigned
from newsroom.releases.matter import concerns_children
from newsroom.releases.models import Approval, Edition, Inspection, Release, Revision
from newsroom.releases.moves import (
    begin,
    check_approver,
    content_to_withdraw,
    finish,
    record_revision,
    refuse_note,
    revision_to_leave,
    void_approvals,
)
from newsroom.releases.owed import are_ready
from newsroom.releases.restore import restore_live_text
from newsroom.releases.workflow import approval_level, may_be_urgent

_Moment = Inspection.Moment

#: How long an urgent publication may stay without the second editor's word before it is overdue.
COUNTERSIGN_WITHIN = timedelta(hours=24)


@transaction.atomic
def schedule(
    release: Release, *, by: User, at: datetime, publish_at: datetime, note: str = ""
) -> Release:
    """Publish at an hour to come; raises HourPassed, Embargoed."""
    release, step = begin(release, "schedule", by=by)
    if publish_at <= at:
        raise refusals.HourPassed
    _check_embargo(release, publish_at)
    release.scheduled_at = publish_at
    return finish(release, step, by=by, at=at, note=note, revision=release.approved_revision)


@transaction.atomic
def unschedule(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """Keep the approval, drop the hour."""
    release, step = begin(release, "unschedule", by=by)
    release.scheduled_at = None
    return finish(release, step, by=by, at=at, note=note)


@transaction.atomic
def publish(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """Cut the next edition from the approved revision, byte for byte.

    Raises NotApproved, Embargoed, Held, PhotosNotReady, PhotoUnusable; Blocked, NotSigned or
    ChildFreeMissing where the safeguards see it otherwise than when it was approved.
    """
    return _publish(release, by=by, at=at, note=note, promised=False)


@transaction.atomic
def publish_scheduled(release: Release, *, at: datetime) -> Release:
    """Keep the promise of a schedule in the name of who gave it, also if they have left since."""
    given = release.transitions.filter(step="schedule").select_related("by").last()
    if given is None or release.scheduled_at is None or release.scheduled_at > at:
        raise refusals.NotApproved
    return _publish(release, by=given.by, at=at, note="", promised=True)


def _publish(release: Release, *, by: User, at: datetime, note: str, promised: bool) -> Release:
    release, step = begin(release, "publish", by=by, promised=promised)
    revision = release.approved_revision
    approval = _standing_approval(revision) if revision else None
    if revision is None or approval is None:
        raise refusals.NotApproved
    _check_embargo(release, at)
    _inspect_once_more(revision, approval, by=by, at=at)
    edition = _cut(release, revision, by=by, at=at)
    # Where an urgent edition waited for a second word: it was given for the text that replaces it.
    release.scheduled_at = release.countersign_by = None
    return _announce(finish(release, step, by=by, at=at, note=note, edition=edition), edition)


@transaction.atomic
def publish_urgently(release: Release, *, by: User, at: datetime, note: str) -> Release:
    """Publish before the second approval, with a written reason; stays flagged until countersigned.

    Raises UrgencyForbidden for children and deaths, Blocked, NotSigned, Embargoed, PhotosNotReady.
    """
    release, step = begin(release, "publish_urgently", by=by, note=note)
    # Recorded first: a name changed in its list since, or a rule, may make it speak of children.
    revision = revision_to_leave(release, at=at)
    if not may_be_urgent(release):
        raise refusals.UrgencyForbidden
    found = inspect(revision, json.loads(revision.content), moment=_Moment.PUBLISH, by=by, at=at)
    refuse_unsigned(found, ())
    _check_embargo(release, at)
    release.submitted_by = release.submitted_by or by
    edition = _cut(release, revision, by=by, at=at)
    release.countersign_by = at + COUNTERSIGN_WITHIN
    return _announce(finish(release, step, by=by, at=at, note=note, edition=edition), edition)


@transaction.atomic
def countersign(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """The second editor's word after an urgent publication, under the rules of approve."""
    release, step = begin(release, "countersign", by=by)
    edition = release.live_edition
    if edition is None or edition.revision is None:
        raise refusals.NotApproved
    if by.pk == edition.published_by_id:
        raise refusals.SelfApproval
    check_approver(release, edition.revision, by=by)
    Approval.objects.create(
        revision=edition.revision,
        digest=edition.digest,
        level=approval_level(release),
        by=by,
        at=at,
        countersigns=True,
    )
    release.countersign_by = None
    return finish(release, step, by=by, at=at, note=note, edition=edition)


@transaction.atomic
def correct(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """Open the published text for the correction of an error; the live edition stays up."""
    return _reopen(release, "correct", Edition.Kind.CORRECTION, by=by, at=at, note=note)


@transaction.atomic
def update(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """Open the published text to add news; the live edition stays up."""
    return _reopen(release, "update", Edition.Kind.UPDATE, by=by, at=at, note=note)


@transaction.atomic
def discard_change(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """Give up a correction or update: the working text is again what readers see."""
    release, step = begin(release, "discard_change", by=by)
    revision = restore_live_text(release, by=by, at=at)
    return finish(release, step, by=by, at=at, note=note, revision=revision)


@transaction.atomic
def withdraw(release: Release, *, by: User, at: datetime, note: str) -> Release:
    """Take back what was published; ``note`` is the public reason on the tombstone.

    Raises Blocked where the reason itself holds what must not leave.
    """
    release, step = begin(release, "withdraw", by=by, note=note)
    last = release.live_edition
    if last is None:
        raise refusals.NotApproved
    content: Content = json.loads(last.content)
    refuse_note(note, content, at=at)
    neutral = content_to_withdraw(content, at=at)
    if neutral["headline"] != content["headline"]:
        release.slug = f"siaran-{release.pk}"  # the old address told the headline, and leads here
    kept = canonical(neutral)
    void_approvals(release, at=at)
    release.held_at = release.countersign_by = None
    edition = Edition.objects.create(
        release=release,
        number=last.number + 1,
        kind=Edition.Kind.WITHDRAWAL,
        content=kept,
        digest=digest_of(kept),
        change_note=note.strip(),
        published_at=at,
        published_by=by,
    )
    release.live_edition = edition
    photos.carry(edition, [], at=at)
    attachments.carry(edition, [], at=at)
    return _announce(finish(release, step, by=by, at=at, note=note, edition=edition), edition)


def _standing_approval(revision: Revision) -> Approval | None:
    """The second person's word for this text, byte for byte, that nobody took back."""
    return revision.approvals.filter(voided_at=None, digest=digest_of(revision.content)).first()


def _inspect_once_more(revision: Revision, approval: Approval, *, by: User, at: datetime) -> None:
    """Names, dates and consents may have changed since the approval.

    Raises Blocked, NotSigned, ChildFreeMissing.
    """
    content = json.loads(revision.content)
    found = inspect(revision, content, moment=_Moment.PUBLISH, by=by, at=at)
    refuse_unsigned(found, approval.signed)
    if concerns_children(content) and not approval.child_free:
        raise refusals.ChildFreeMissing


def _check_embargo(release: Release, at: datetime) -> None:
    if release.embargo_until and release.embargo_until > at:
        raise refusals.Embargoed(release, release.embargo_until)


def _cut(release: Release, revision: Revision, *, by: User, at: datetime) -> Edition:
    pictures, content = list(release.photos.kept()), json.loads(revision.content)
    if not are_ready(pictures, content):
        failed = release.photos.kept().given_up(at).exists()
        raise refusals.PhotoUnusable if failed else refusals.PhotosNotReady
    number = release.live_edition.number + 1 if release.live_edition else 1
    edition = Edition.objects.create(
        release=release,
        number=number,
        kind=release.change_kind if number > 1 else Edition.Kind.FIRST,
        revision=revision,
        content=revision.content,
        digest=revision.digest,
        change_note=release.change_note if number > 1 else "",
        published_at=at,
        published_by=by,
    )
    _shelve(edition, release)
    _show(release, edition, at)
    photos.carry(edition, [photo.pk for photo in pictures], at=at)
    attachments.carry(edition, content.get("attachments", []), at=at)
    return edition


def _shelve(edition: Edition, release: Release) -> None:
    edition.contributors.set(release.contributors.all())
    edition.programmes.set(release.programmes.all())
    edition.topics.set(release.topics.all())


def _show(release: Release, edition: Edition, at: datetime) -> None:
    release.live_edition = edition
    release.first_published_at = release.first_published_at or at
    if not release.slug:
        release.slug = f"{slugify(release.headline)[:100].strip('-')}-{release.pk}"
    release.change_kind = release.change_note = ""


def _reopen(
    release: Release, name: str, kind: str, *, by: User, at: datetime, note: str
) -> Release:
    release, step = begin(release, name, by=by)
    release.change_kind = kind
    release.change_note = note
    release.approved_revision = None
    revision = record_revision(release, by=by, at=at, anew=True)
    return finish(release, step, by=by, at=at, note=note, revision=revision)


def _announce(release: Release, edition: Edition) -> Release:
    # robust: the edition is already published; if the broker is down the sweep will find it.
    transaction.on_commit(
        lambda: signals.edition_published.send(sender=Edition, edition_id=edition.pk), robust=True
    )
    return release
