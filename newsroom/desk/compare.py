"""Differences between two texts that a person can read: by part, word by word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from facilities.clocks import on_clock
from newsroom.lib.html import plain
from newsroom.releases.models import Risk

from .marks import faces_told

Parts = dict[str, str]

#: The parts in the order in which people read them.
LABELS: dict[str, str | Promise] = {
    "headline": _("Headline"),
    "lead": _("Lead"),
    "body": _("Text"),
    "dateline_place": _("Dateline place"),
    "event_date": _("Day of the event"),
    "bylines": _("Bylines"),
    "topics": _("Topics"),
    "programmes": _("Programmes"),
    "risk": _("Risk"),
    "embargo_until": _("Embargo until"),
    "ednote": _("Note to editors at the outlets"),
    "change_note": _("Note on the change"),
    "photos": _("Photos"),
    "attachments": _("Attachments"),
}
_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Difference:
    """One part that differs; ``marked`` is escaped text with <del> and <ins> in it."""

    label: str | Promise
    marked: SafeString


def readable(content: Mapping[str, Any]) -> Parts:
    """A content (newsroom.releases.content) as plain text by part."""
    return {
        **{name: content[name] for name in ("headline", "lead", "dateline_place", "ednote")},
        "body": plain(content["body"]),
        "event_date": _day(content["event_date"]),
        "bylines": ", ".join(one["name"] for one in content["bylines"]),
        "topics": ", ".join(content["topics"]),
        "programmes": ", ".join(content["programmes"]),
        "risk": str(Risk(content["risk"]).label),
        "embargo_until": _hour(content["embargo_until"], content["facility"]),
        "change_note": content["change"]["note"],
        "photos": "\n".join(_photo(one) for one in content["photos"]),
        "attachments": "\n".join(_attachment(one) for one in content.get("attachments", [])),
    }


def differences(before: Parts, after: Parts) -> list[Difference]:
    """The parts both know that differ, in reading order."""
    shared = [name for name in LABELS if name in before and name in after]
    return [
        Difference(LABELS[name], word_diff(before[name], after[name]))
        for name in shared
        if before[name] != after[name]
    ]


def word_diff(before: str, after: str) -> SafeString:
    """Both texts in one, what went in <del> and what came in <ins>; everything escaped."""
    return mark_safe("".join(_marked(before, after)))  # noqa: S308 - every piece is escaped


def _marked(before: str, after: str) -> Iterator[str]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield format_html("{}", "".join(old[a:b]))
            continue
        if b > a:
            yield format_html("<del>{}</del>", "".join(old[a:b]))
        if d > c:
            yield format_html("<ins>{}</ins>", "".join(new[c:d]))


def _day(value: str | None) -> str:
    return date_format(date.fromisoformat(value), "j F Y") if value else ""


def _hour(value: str | None, facility: Mapping[str, Any]) -> str:
    return on_clock(datetime.fromisoformat(value), facility["time_zone"]) if value else ""


def _photo(photo: Mapping[str, Any]) -> str:
    faces = faces_told(photo)
    words = (f"#{photo['id']}", photo["caption"], photo["credit"], photo["alt"], faces)
    return " · ".join(filter(None, words))


def _attachment(one: Mapping[str, Any]) -> str:
    return " · ".join(filter(None, (f"#{one['id']}", one["title"], one["format"])))
