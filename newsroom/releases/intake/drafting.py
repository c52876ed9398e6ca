"""A recognised text becomes a draft, with the signatures it carries."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from facilities.lookup import bears
from facilities.models import Facility
from facilities.naming import parse
from newsroom.contributors.models import Contributor, User
from newsroom.lib.html import paragraphs
from newsroom.releases import actions
from newsroom.releases.models import Release

from . import Intake

#: Words for the fields of an intake that may be missing.
LABELS: dict[str, str | Promise] = {
    "headline": _("headline"),
    "facility": _("facility"),
    "event_date": _("day of the event"),
    "dateline_place": _("dateline place"),
    "bylines": _("bylines"),
    "paragraphs": _("text"),
}
_INITIALS_AT_MOST = 5
_TEAM = re.compile(r"^(?:tim\s+)?humas\s+", re.IGNORECASE)


@transaction.atomic
def draft(intake: Intake, *, facility: Facility, by: User, at: datetime) -> Release:
    """A new draft of the facility with every field that was recognised; raises OutOfScope."""
    return actions.create(
        facility=facility,
        by=by,
        at=at,
        fields={
            "headline": intake.headline,
            "lead": intake.lead,
            "body": paragraphs("\n\n".join(intake.body)),
            "dateline_place": intake.dateline_place,
            "event_date": intake.event_date,
            "contributors": signed(intake.bylines, facility),
        },
    )


def signed(names: Iterable[str], facility: Facility) -> list[Contributor]:
    """The facility's contributors of these names or initials; those it lacks are entered."""
    return [_known(name, facility) or _enter(name, facility) for name in names]


def _known(name: str, facility: Facility) -> Contributor | None:
    named = Q(name__iexact=name) | Q(initials__iexact=name)
    if _is_team_of(facility, name):
        named |= Q(kind=Contributor.Kind.UNIT)
    return Contributor.objects.filter(named, facility=facility).order_by("pk").first()


def _is_team_of(facility: Facility, name: str) -> bool:
    """Whether the name is the facility's, by any of its names, with or without "Humas"."""
    bare = _TEAM.sub("", name)
    return Facility.objects.filter(bears(bare), pk=facility.pk).exists()


def _enter(name: str, facility: Facility) -> Contributor:
    is_team = bool(parse(name).kind) or name.lower().startswith(("humas", "tim "))
    kind = Contributor.Kind.UNIT if is_team or "pemasyarakatan" in name.lower() else "person"
    initials = name if len(name) <= _INITIALS_AT_MOST and " " not in name else ""
    return Contributor.objects.create(
        kind=kind, name=name, initials=initials, slug=_free_slug(name, facility), facility=facility
    )


def _free_slug(name: str, facility: Facility) -> str:
    """The name's slug, told apart by facility and then by number where it is taken."""
    wish = f"{slugify(name) or 'kontributor'}-{facility.slug}"[:130]
    taken = set(Contributor.objects.filter(slug__startswith=wish).values_list("slug", flat=True))
    numbered = (f"{wish}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wish, *numbered) if slug not in taken)
