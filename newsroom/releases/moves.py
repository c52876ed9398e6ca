"""What every step does alike: lock the row, check the table, write the transition."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from newsroom.contributors.access import covers, reach, reaches
from newsroom.contributors.models import Role, User
from newsroom.safeguards import Level, check

from . import refusals
from .chain import append
from .content import Content, canonical, digest_of, working_text
from .matter import concerns_children, matter_of
from .models import Approval, Release, Revision
from .owed import owe_files
from .workflow import Step, approval_level, effective_risk, step_from

#: Parts of a release that only people in custody have.
_WARDS = {"inmate", "detainee", "child"}


def begin(
    release: Release, name: str, *, by: User, note: str = "", promised: bool = False
) -> tuple[Release, Step]:
    """Lock the release and return it fresh with the step; refuse what the table forbids.

    ``promised``: the person was allowed to when they scheduled it, so the scope is not asked again.
    """
    locked = Release.objects.lock(release.pk)
    step = step_from(locked, name)
    if step is None:
        held_back = locked.is_held and name != "hold"
        last = locked.transitions.select_related("by").last()
        raise refusals.Held if held_back else refusals.StepNotLawful(locked, last)
    if not promised and not covers(by, locked.facility, step.role):
        raise refusals.OutOfScope
    if step.note and not note.strip():
        raise refusals.NoteMissing
    return locked, step


def finish(release: Release, step: Step, *, by: User, at: datetime, **facts: Any) -> Release:
    """Set the new status, save the release and record the transition."""
    before = release.status
    if step.to is not None:
        release.status = step.to
        release.status_at = at
    release.save()
    append(
        release,
        step=step.name,
        from_status=before,
        revision=facts.get("revision"),
        edition=facts.get("edition"),
        by=by,
        at=at,
        note=facts.get("note", "").strip(),
    )
    return release


def latest_revision(release: Release) -> Revision:
    """The newest saved state of the working text."""
    return release.revisions.select_related("by", "release__facility").get(
        number=release.revision_number
    )


def revision_to_leave(release: Release, *, at: datetime) -> Revision:
    """The newest revision, recorded anew where a name in it was changed in its own list since.

    The text stays that of whoever wrote it: handing it in makes nobody its writer.
    """
    latest = latest_revision(release)
    return record_revision(release, by=latest.by, at=at) or latest


def record_revision(
    release: Release, *, by: User, at: datetime, anew: bool = False
) -> Revision | None:
    """Save the working text as the next revision, or None where nothing changed.

    ``anew``: also where nothing changed, as what follows needs an approval of its own.
    """
    text = _weighed(release)
    content = canonical(text)
    digest = digest_of(content)
    unchanged = release.revision_number and latest_revision(release).digest == digest
    if unchanged and not anew:
        return None
    owe_files(text, at=at)
    release.revision_number += 1
    return Revision.objects.create(
        release=release,
        number=release.revision_number,
        content=content,
        digest=digest,
        by=by,
        at=at,
    )


def _weighed(release: Release) -> Content:
    """The working text with the risk that its own words carry; the release is told of them."""
    content = working_text(release)
    release.concerns_children = concerns_children(content)
    release.names_wards = any(one["part"] in _WARDS for one in content["people"])
    weighed = {"risk": str(effective_risk(release)), "concerns_children": release.concerns_children}
    return content | weighed


def refuse_note(note: str, content: Content, *, at: datetime) -> None:
    """Raise Blocked where a safeguard stops the public note on a change to this content.

    Only the note is judged: an old fault of the text must not stand in the way of taking it back.
    """
    noted = content | {"change": {"kind": "", "note": note}}
    found = check(matter_of(noted, at=at))
    blocks = [one for one in found if one.level == Level.BLOCK]
    in_note = [one for one in blocks if one.place == "change_note"]
    if in_note:
        raise refusals.Blocked(in_note)


def content_to_withdraw(content: Content, *, at: datetime) -> Content:
    """What a withdrawal keeps of the content readers saw: its headline, unless that is what harms.

    The page that says it was withdrawn, and the message to the outlets, would go on telling it.
    """
    found = check(matter_of(content, at=at))
    harm = {one.place for one in found if one.level == Level.BLOCK}
    if not harm & {"headline", "dateline_place"}:
        return content
    facility = content["facility"]
    headline = _("A release of %(facility)s") % {"facility": facility["name"]}
    return content | {"headline": headline, "dateline_place": facility["city"]}


def void_approvals(release: Release, *, at: datetime) -> None:
    """Take the word back that was given for an earlier text; the record stays."""
    standing = Approval.objects.filter(revision__release=release, voided_at=None)
    standing.exclude(revision__editions__isnull=False).update(voided_at=at)
    release.approved_revision = None
    release.scheduled_at = None


def hands_on(release: Release) -> set[int | None]:
    """Whoever wrote any of what readers have not seen yet, and who handed it in."""
    live = release.live_edition
    seen = live.revision.number if live and live.revision else 0
    writers = release.revisions.filter(number__gt=seen).order_by()
    return {release.submitted_by_id, *writers.values_list("by", flat=True).distinct()}


def check_approver(release: Release, revision: Revision, *, by: User) -> None:
    """A second person with a wide enough desk; raises SelfApproval or HigherDeskNeeded."""
    if by.pk in {revision.by_id, release.submitted_by_id}:
        raise refusals.SelfApproval
    level = approval_level(release)
    if not reaches(reach(by, release.facility, Role.EDITOR), level):
        raise refusals.HigherDeskNeeded(str(level.label))
