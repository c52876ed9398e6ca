"""Answers to findings: leave as it is, mended, or let a block pass with a reason."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from newsroom.contributors.access import covers, reach, reaches
from newsroom.contributors.models import Role, Scope, User
from newsroom.releases import refusals
from newsroom.releases.chain import append
from newsroom.releases.models import Answer, Release
from newsroom.releases.moves import hands_on, latest_revision
from newsroom.safeguards import Finding, Level

_Verdict = Answer.Verdict


@transaction.atomic
def dismiss(release: Release, findings: Iterable[Finding], *, by: User, at: datetime) -> None:
    """Leave warnings and suggestions as they are. Raises OutOfScope, NotDismissible."""
    release = _locked(release, by=by)
    for finding in findings:
        if finding.level <= Level.SIGN_OFF:
            raise refusals.NotDismissible
        _record(release, finding, verdict=_Verdict.DISMISSED, by=by, at=at)


@transaction.atomic
def accept(release: Release, findings: Iterable[Finding], *, by: User, at: datetime) -> None:
    """Record that ready replacements were taken; the text itself is saved by revise."""
    release = _locked(release, by=by)
    for finding in findings:
        _record(release, finding, verdict=_Verdict.ACCEPTED, by=by, at=at)


@transaction.atomic
def overrule(release: Release, finding: Finding, *, by: User, at: datetime, note: str) -> Release:
    """Let a block pass, with a reason that the chain of steps keeps.

    A second person at the regional office or above; nobody at the unit, and not whoever wrote any
    of it since it was last published, or submitted it. Raises NotOverrulable, NoteMissing,
    HigherDeskNeeded, SelfApproval.
    """
    release = Release.objects.lock(release.pk)
    latest = latest_revision(release)
    if finding.level != Level.BLOCK or finding.final:
        raise refusals.NotOverrulable
    if not note.strip():
        raise refusals.NoteMissing
    if not reaches(reach(by, release.facility, Role.EDITOR), Scope.REGION):
        raise refusals.HigherDeskNeeded(str(Scope.REGION.label))
    if by.pk in hands_on(release):
        raise refusals.SelfApproval
    said = {"by": by, "at": at, "note": note.strip()}
    _record(release, finding, verdict=_Verdict.OVERRULED, **said)
    said["note"] = f"{finding.rule}: {note.strip()}"
    append(release, step="overrule", from_status=release.status, revision=latest, **said)
    return release


def _locked(release: Release, *, by: User) -> Release:
    locked = Release.objects.lock(release.pk)
    if not covers(by, locked.facility, Role.WRITER):
        raise refusals.OutOfScope
    return locked


def _record(release: Release, finding: Finding, **said: Any) -> None:
    Answer.objects.create(
        release=release,
        revision=latest_revision(release),
        fingerprint=finding.fingerprint,
        rule=finding.rule,
        level=finding.level.word,
        place=finding.place,
        excerpt=finding.excerpt[:500],
        **said,
    )
