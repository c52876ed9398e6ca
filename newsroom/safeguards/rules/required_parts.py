"""A release leaves only with its parts: headline, lead, text, place, day, byline, photo texts."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter

_PARTS: dict[str, str | Promise] = {
    "headline": _("The headline is missing."),
    "lead": _("The lead is missing: one paragraph that says who, what, when and where."),
    "body": _("The text is missing."),
    "dateline_place": _("The dateline place is missing: the town the story comes from."),
    "change_note": _("Say in the note on the change what readers should know about it."),
}
_PHOTO_PARTS: dict[str, str | Promise] = {
    "caption": _("A photo has no caption: say who, what, where and when."),
    "credit": _("A photo has no credit: say who took it."),
    "alt": _("A photo has no alternative text for readers who cannot see it."),
}


def required_parts(matter: Matter) -> Iterator[Finding]:
    """One block for each part that is empty (practice of the service's publication standard)."""
    if not matter.parts_asked:
        return
    for field in matter.fields:
        reason = _PARTS.get(field.place) or _for_photo(field.place) or _for_file(field.place)
        if reason and not field.text.strip():
            yield _missing(field.place, reason)
    if matter.event_date is None:
        yield _missing("event_date", _("The day of the event is missing."))
    if not matter.bylines:
        yield _missing("bylines", _("The byline is missing: choose at least one contributor."))


def _for_photo(place: str) -> str | Promise | None:
    photo, _dot, part = place.rpartition(".")
    return _PHOTO_PARTS.get(part) if photo.startswith("photos.") else None


def _for_file(place: str) -> str | Promise | None:
    titled = place.startswith("attachments.") and place.endswith(".file_name")
    return _("An attachment has no title: say what it is.") if titled else None


def _missing(place: str, reason: str | Promise) -> Finding:
    return Finding(
        rule="required_parts",
        group=Group.PARTS,
        level=Level.BLOCK,
        place=place,
        reason=reason,
        final=True,
    )
