"""What stands behind an edition beside its approval, and whether it is all still there.

Looks at whom the text was declared to speak of, the inspection at publication, what the approver
signed for, and the blocks that somebody let pass.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from newsroom.lib import vault

from .content import Content
from .models import Answer, Approval, Edition, Inspection, Person, Transition


def breaks() -> Iterator[str]:
    """A sentence for each thing an edition rests on that is gone or was changed."""
    cut = Edition.objects.filter(revision__isnull=False).order_by("pk")
    for edition in cut.iterator(chunk_size=500):
        content: Content = json.loads(edition.content)
        if "concerns_children" not in content:  # from before the safeguards
            continue
        if not _declared_as_told(content["people"]):
            yield _("edition %s: whom it speaks of was changed after it was written") % edition
        last = Inspection.objects.filter(revision=edition.revision_id, moment="publish").last()
        if last is None:
            yield _("edition %s: no inspection at its publication is on record") % edition
            continue
        if not _signed(edition, _fingerprints(last, "sign_off")):
            yield _("edition %s: what must be signed for was not") % edition
        if not _let_pass(edition, _fingerprints(last, "block")):
            yield _("edition %s: nobody on record let pass what stops it") % edition


def _declared_as_told(people: list[Content]) -> bool:
    marked = {one["id"]: one["mark"] for one in people if "mark" in one}
    rows = Person.objects.filter(pk__in=marked) if marked else ()
    return {row.pk: _mark(row) for row in rows} == marked


def _mark(person: Person) -> str:
    try:
        return person.mark
    except vault.SealBroken:
        return ""


def _fingerprints(inspection: Inspection, level: str) -> set[str]:
    found: list[dict[str, Any]] = inspection.findings
    return {one["fingerprint"] for one in found if one["level"] == level}


def _signed(edition: Edition, wanted: set[str]) -> bool:
    if not wanted:
        return True
    given = Approval.objects.filter(revision=edition.revision_id, voided_at=None)
    return wanted <= {mark for one in given for mark in one.signed}


def _let_pass(edition: Edition, wanted: set[str]) -> bool:
    """Each by an answer, and the answers by steps of the chain, which nobody changes unnoticed."""
    if not wanted:
        return True
    answers = Answer.objects.filter(
        release=edition.release_id, verdict=Answer.Verdict.OVERRULED, fingerprint__in=wanted
    )
    steps = Transition.objects.filter(release=edition.release_id, step="overrule")
    told = set(steps.values_list("by", "at", "note"))
    answered = [one for one in answers if (one.by_id, one.at, f"{one.rule}: {one.note}") in told]
    return wanted <= {one.fingerprint for one in answered}
