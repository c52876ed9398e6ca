"""Waiting and giving up: hold, resume, spike, revive."""

from datetime import datetime

from django.db import transaction

from newsroom.contributors.models import User
from newsroom.releases.models import Release
from newsroom.releases.moves import begin, finish, void_approvals


@transaction.atomic
def hold(release: Release, *, by: User, at: datetime, note: str) -> Release:
    """Do not use until somebody lifts it; hides a published release from readers meanwhile."""
    release, step = begin(release, "hold", by=by, note=note)
    release.held_at = at
    return finish(release, step, by=by, at=at, note=note)


@transaction.atomic
def resume(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """Lift the hold."""
    release, step = begin(release, "resume", by=by)
    release.held_at = None
    return finish(release, step, by=by, at=at, note=note)


@transaction.atomic
def spike(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """Abandon a release that was never published; nothing is deleted. A hold is lifted first."""
    release, step = begin(release, "spike", by=by)
    void_approvals(release, at=at)
    return finish(release, step, by=by, at=at, note=note)


@transaction.atomic
def revive(release: Release, *, by: User, at: datetime, note: str = "") -> Release:
    """Take an abandoned release up again as a draft."""
    release, step = begin(release, "revive", by=by)
    return finish(release, step, by=by, at=at, note=note)
