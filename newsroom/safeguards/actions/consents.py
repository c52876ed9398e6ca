"""A consent is recorded with its paper, looked at on record, and withdrawn."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction

from facilities.models import Facility
from newsroom.contributors.access import covers
from newsroom.contributors.models import Role, User
from newsroom.press.models import Outlet
from newsroom.safeguards import refusals
from newsroom.safeguards.models import Consent, PaperView

#: Looks of one person within this time are one look.
_ONE_LOOK = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Paper:
    """The signed paper or recording: bytes that were checked before, and their content type."""

    content: bytes = field(repr=False)
    content_type: str


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody has agreed to. ``outlets`` empty: wherever the newsroom publishes."""

    name: str
    for_name: bool
    for_face: bool
    given_date: date
    valid_to: date | None = None
    outlets: Sequence[Outlet] = ()


@transaction.atomic
def record_consent(
    facility: Facility, given: Given, paper: Paper, *, by: User, at: datetime
) -> Consent:
    """Keep a consent with its paper under seal. Raises NotYours."""
    if not covers(by, facility, Role.WRITER):
        raise refusals.NotYours
    consent = Consent(
        facility=facility,
        for_name=given.for_name,
        for_face=given.for_face,
        given_date=given.given_date,
        valid_to=given.valid_to,
        paper_type=paper.content_type,
        recorded_by=by,
        recorded_at=at,
    )
    consent.name = given.name
    consent.paper.save(f"consents/{secrets.token_hex(16)}", ContentFile(paper.content), save=False)
    consent.save()
    consent.outlets.set(given.outlets)
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, by: User, at: datetime, note: str) -> Consent:
    """Take a consent back (UU 27/2022 art. 9); what it allowed is not allowed any more.

    Whoever calls it goes on with newsroom.releases.consents.take_back, in the same transaction.
    Raises NotYours, ReasonMissing, AlreadyWithdrawn.
    """
    # No key is changed, so whoever writes a release that names it need not wait for us.
    locked = Consent.objects.select_for_update(no_key=True).get(pk=consent.pk)
    if not covers(by, locked.facility, Role.WRITER):
        raise refusals.NotYours
    if not note.strip():
        raise refusals.ReasonMissing
    if locked.is_withdrawn:
        raise refusals.AlreadyWithdrawn
    locked.withdrawn_at, locked.withdrawn_by = at, by
    locked.withdrawal_note = note.strip()
    locked.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_note"])
    return locked


def note_paper_view(consent: Consent, *, by: User, at: datetime) -> None:
    """Record that somebody opens the paper; several looks within an hour are one."""
    recent = PaperView.objects.filter(consent=consent, by=by, at__gt=at - _ONE_LOOK)
    if not recent.exists():
        PaperView.objects.create(consent=consent, by=by, at=at)
