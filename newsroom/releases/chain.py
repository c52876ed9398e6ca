"""The hash chain over all transitions, and its verification.

Each transition's hash covers its own facts and the hash before it; one head row names the newest.
A changed, removed or inserted row, or a cut-off tail, breaks the chain.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from . import evidence
from .content import canonical, digest_of
from .models import Approval, AuditHead, Edition, Release, Transition

#: Steps that put an edition before readers.
_PUBLISHING = ("publish", "publish_urgently", "withdraw")


def append(release: Release, **facts: Any) -> Transition:
    """Write one transition at the end of the chain; call it last in a transaction.

    ``facts``: step, from_status, by, at, and where they apply revision, edition and note. The
    release stands where the step has led it.
    """
    AuditHead.objects.get_or_create(pk=1)
    head = AuditHead.objects.select_for_update().get(pk=1)
    row = Transition(
        release=release,
        to_status=release.status,
        sequence=head.sequence + 1,
        previous_hash=head.hash,
        **facts,
    )
    row.hash = fingerprint(row)
    row.save(force_insert=True)
    AuditHead.objects.filter(pk=1).update(sequence=row.sequence, hash=row.hash)
    return row


def fingerprint(row: Transition) -> str:
    """SHA-256 in hex over the row's facts and the previous hash."""
    facts = {
        "sequence": row.sequence,
        "release": row.release_id,
        "step": row.step,
        "from": row.from_status,
        "to": row.to_status,
        "revision": row.revision.digest if row.revision else None,
        "edition": row.edition.digest if row.edition else None,
        "edition_number": row.edition.number if row.edition else None,
        "by": row.by_id,
        "at": row.at.astimezone(UTC).isoformat(),  # as the database gives it back
        "note": row.note,
        "previous": row.previous_hash,
    }
    return hashlib.sha256(canonical(facts).encode()).hexdigest()


def breaks() -> Iterator[str]:
    """What is wrong with the chain, its head, an edition, or what a release says of itself.

    Nothing where all is well.
    """
    sequence, expected = 0, "0" * 64
    rows = Transition.objects.select_related("revision", "edition").order_by("sequence")
    for row in rows.iterator(chunk_size=2000):
        sequence += 1
        if row.sequence != sequence or row.previous_hash != expected:
            yield _("transition %s: does not follow on the one before it") % row.sequence
            sequence = row.sequence
        if row.hash != fingerprint(row):
            yield _("transition %s: was changed after it was written") % row.sequence
        expected = row.hash
    head = AuditHead.objects.filter(pk=1).first() or AuditHead()
    if (head.sequence, head.hash) != (sequence, expected):
        yield _("head: names transition %(named)s, the chain ends at %(end)s") % {
            "named": head.sequence,
            "end": sequence,
        }
    yield from _broken_editions()
    yield from _broken_releases()


def _broken_editions() -> Iterator[str]:
    moved = Edition.objects.exclude(revision=None).exclude(digest=F("revision__digest"))
    for edition in moved.iterator():
        yield _("edition %s: is not the revision it was cut from") % edition
    for edition in Edition.objects.iterator(chunk_size=500):
        if digest_of(edition.content) != edition.digest:
            yield _("edition %s: its text was changed after publication") % edition
    for edition in _unapproved().iterator():
        yield _("edition %s: no approval of this text is on record") % edition
    for edition in _unsigned():
        yield _("edition %s: nobody signed that nothing in it leads to a child") % edition
    yield from evidence.breaks()
    published = Transition.objects.filter(
        edition=OuterRef("pk"), release=OuterRef("release"), step__in=_PUBLISHING
    )
    for edition in Edition.objects.filter(~Exists(published)).iterator():
        yield _("edition %s: no step on record published it") % edition


def _unapproved() -> QuerySet[Edition]:
    """Editions without a standing approval; an urgent one may lack it until it is countersigned."""
    standing = Approval.objects.filter(
        revision=OuterRef("revision"), digest=OuterRef("digest"), voided_at=None
    )
    steps = Transition.objects.filter(edition=OuterRef("pk"))
    urgent = Exists(steps.filter(step="publish_urgently"))
    countersigned = Exists(steps.filter(step="countersign"))
    unapproved = Edition.objects.filter(~Exists(standing), revision__isnull=False)
    return unapproved.exclude(urgent & ~countersigned)


def _unsigned() -> Iterator[Edition]:
    """Editions that speak of children without a signature that nothing leads to one."""
    signed = Approval.objects.filter(revision=OuterRef("revision"), child_free=True)
    unsigned = Edition.objects.filter(~Exists(signed), revision__isnull=False)
    for edition in unsigned.iterator(chunk_size=500):
        if json.loads(edition.content).get("concerns_children"):
            yield edition


def _broken_releases() -> Iterator[str]:
    own = Edition.objects.filter(release=OuterRef("pk")).order_by("-number")
    steps = Transition.objects.filter(release=OuterRef("pk")).order_by("-sequence")
    rows = Release.objects.annotate(
        live=Coalesce("live_edition_id", Value(0)),
        newest=Coalesce(Subquery(own.values("pk")[:1]), Value(0)),
        stands=Coalesce(Subquery(steps.values("to_status")[:1]), Value("")),
    )
    for pk in rows.exclude(live=F("newest")).values_list("pk", flat=True).iterator():
        yield _("release %s: what readers see is not its newest edition") % pk
    for pk in rows.exclude(status=F("stands")).values_list("pk", flat=True).iterator():
        yield _("release %s: its status is not what its last step says") % pk
