"""Writing: the working text comes to be and changes."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from facilities.models import Facility
from newsroom.contributors.access import covers
from newsroom.contributors.models import Role, User
from newsroom.lib.html import clean
from newsroom.releases import refusals
from newsroom.releases.chain import append
from newsroom.releases.content import Content
from newsroom.releases.models import Part, Person, Release, Status
from newsroom.releases.moves import latest_revision, record_revision, void_approvals
from newsroom.releases.workflow import EDITABLE

PLAIN_FIELDS = (
    "headline",
    "lead",
    "body",
    "dateline_place",
    "event_date",
    "ednote",
    "risk",
    "embargo_until",
    "change_note",
)
#: What of a photo stands on the writing page.
PHOTO_WORDS = ("id", "caption", "credit", "alt")
LISTED_FIELDS = ("contributors", "programmes", "topics")


@dataclass(frozen=True, slots=True)
class Declared:
    """Somebody the release speaks of: a name, a Part, an age in years, a consent's key."""

    name: str
    part: str
    age: int | None = None
    consent: int | None = None


@transaction.atomic
def create(*, facility: Facility, by: User, at: datetime, fields: Mapping[str, Any]) -> Release:
    """A new draft with its first revision.

    ``fields``: any of PLAIN_FIELDS and LISTED_FIELDS (the latter as lists of objects), and
    ``people`` as a list of Declared; the body is cleaned to the allow-list. Raises OutOfScope.
    """
    if not covers(by, facility, Role.WRITER):
        raise refusals.OutOfScope
    release = Release(facility=facility, author=by, status_at=at, created_at=at, updated_at=at)
    _set(release, fields)
    release.save()
    _set_lists(release, fields, at=at)
    revision = record_revision(release, by=by, at=at)
    release.save()
    append(release, step="create", from_status="", revision=revision, by=by, at=at)
    return release


@transaction.atomic
def revise(
    release: Release,
    *,
    by: User,
    at: datetime,
    fields: Mapping[str, Any],
    base: int | None = None,
) -> Release:
    """Change the working text; text beyond draft goes back to draft and loses its approval.

    ``base`` is the revision number the person had open; raises RevisionMoved where the text went
    on meanwhile, StepNotLawful where it cannot be edited, OutOfScope.
    """
    release = editable(release, by=by)
    if base is not None and _went_on(release, base):
        raise refusals.RevisionMoved(latest_revision(release))
    _set(release, fields)
    release.save()
    _set_lists(release, fields, at=at)
    return settle(release, by=by, at=at)


def editable(release: Release, *, by: User) -> Release:
    """Lock the release whose text is to change; raises OutOfScope, StepNotLawful."""
    locked = Release.objects.lock(release.pk)
    if not covers(by, locked.facility, Role.WRITER):
        raise refusals.OutOfScope
    if locked.status not in EDITABLE:
        raise refusals.StepNotLawful(locked, locked.transitions.select_related("by").last())
    return locked


def _went_on(release: Release, base: int) -> bool:
    """Whether anything a writer types has changed since the revision they had open.

    What was found in photos meanwhile, or answered there, does not stand in their way.
    """
    if base == release.revision_number:
        return False
    opened = release.revisions.filter(number=base).first()
    newest = latest_revision(release)
    return opened is None or _typed(opened.content) != _typed(newest.content)


def _typed(content: str) -> Content:
    text: Content = json.loads(content)
    photos = [{name: one[name] for name in PHOTO_WORDS} for one in text["photos"]]
    # Outlets follow from consents, also from one that a face was answered with.
    return text | {"photos": photos, "only_outlets": None}


def _set(release: Release, fields: Mapping[str, Any]) -> None:
    for name in PLAIN_FIELDS:
        if name in fields:
            setattr(release, name, fields[name])
    release.body = clean(release.body)


def _set_lists(release: Release, fields: Mapping[str, Any], *, at: datetime) -> None:
    for name in LISTED_FIELDS:
        if name in fields:
            getattr(release, name).set(fields[name])
    if "people" in fields:
        _declare(release, fields["people"], at=at)


def _declare(release: Release, people: Iterable[Declared], *, at: datetime) -> None:
    """Make these the people of the text; who is declared as before keeps their row."""
    wanted = {_told(one): one for one in people if one.name.strip()}
    for row in release.people.kept():
        told = _told(Declared(row.name, row.part, row.age, row.consent_id))
        if wanted.pop(told, None) is None:
            row.removed_at = at
            row.save(update_fields=["removed_at"])
    Person.objects.bulk_create(
        Person(
            release=release,
            sealed_name=Person.sealed(name),
            part=part,
            age=age,
            consent_id=consent,
            declared_at=at,
        )
        for name, part, age, consent in wanted
    )


def _told(one: Declared) -> tuple[str, str, int | None, int | None]:
    """One row's facts in their normal form. A child gives no consent: nobody can."""
    consent = None if one.part == Part.CHILD else one.consent
    return " ".join(one.name.split()), one.part, one.age, consent


def settle(release: Release, *, by: User, at: datetime) -> Release:
    """Record what changed as a revision; text beyond draft goes back and loses its approval."""
    revision = record_revision(release, by=by, at=at)
    if revision is None:
        return release
    before = release.status
    if before != Status.DRAFT:
        void_approvals(release, at=at)
        release.status = Status.DRAFT
        release.status_at = at
    release.updated_at = at
    release.save()
    append(release, step="revise", from_status=before, revision=revision, by=by, at=at)
    return release
