"""A release leaves only with its parts: headline, lead, text, place, day, byline, photo texts."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.lib.html import plain

from .findings import Finding, Level

_PARTS: tuple[tuple[str, str | Promise], ...] = (
    ("headline", _("The headline is missing.")),
    ("lead", _("The lead is missing: one paragraph that says who, what, when and where.")),
    ("dateline_place", _("The dateline place is missing: the town the story comes from.")),
    ("event_date", _("The day of the event is missing.")),
    ("bylines", _("The byline is missing: choose at least one contributor.")),
)
_PHOTO_TEXTS: tuple[tuple[str, str | Promise], ...] = (
    ("caption", _("A photo has no caption: say who, what, where and when.")),
    ("credit", _("A photo has no credit: say who took it.")),
    ("alt", _("A photo has no alternative text for readers who cannot see it.")),
)


def required_parts(content: Mapping[str, Any]) -> Iterator[Finding]:
    """One block for each part that is empty (practice of the service's publication standard)."""
    for name, reason in _PARTS:
        if not content[name]:
            yield _missing(name, reason)
    if not plain(content["body"]).strip():
        yield _missing("body", _("The text is missing."))
    if content["change"]["kind"] and not content["change"]["note"].strip():
        yield _missing(
            "change_note", _("Say in the note on the change what readers should know about it.")
        )
    for position, photo in enumerate(content["photos"]):
        for name, reason in _PHOTO_TEXTS:
            if not photo[name].strip():
                yield _missing(f"photos.{position}.{name}", reason)


def _missing(place: str, reason: str | Promise) -> Finding:
    return Finding(rule="required_parts", level=Level.BLOCK, place=place, reason=reason)
