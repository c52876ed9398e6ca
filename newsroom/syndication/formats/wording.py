"""Outlet-facing Indonesian words of a story that every format needs, and its full text."""

import html
from datetime import datetime
from zoneinfo import ZoneInfo

from newsroom.lib.html import clean, paragraphs, plain
from newsroom.releases.story import Change, Story

#: Django knows them too, but formats are pure: an outlet gets the same bytes in any language.
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus",
    "September", "Oktober", "November", "Desember",
)  # fmt: skip
_CHANGES = {"correction": "Ralat", "update": "Pembaruan", "withdrawal": "Dicabut"}


def local(instant: datetime, story: Story) -> datetime:
    """The instant on the clock of the story's facility, with its offset."""
    return instant.astimezone(ZoneInfo(story.place.time_zone))


def spoken(instant: datetime, story: Story) -> str:
    """Such as "5 Maret 2026 pukul 09.05 WITA"."""
    there = local(instant, story)
    day = f"{there.day} {_MONTHS[there.month - 1]} {there.year}"
    return f"{day} pukul {there:%H.%M} {story.place.zone_label}".rstrip()


def byline(story: Story) -> str:
    """The names that sign, divided by commas; the facility where nobody does."""
    return ", ".join(one.name for one in story.bylines) or story.place.facility


def dateline(story: Story) -> str:
    """Place in capitals and the facility: "PALU, Lapas Kelas IIA Palu"."""
    place = (story.dateline_place or story.place.city).upper()
    return ", ".join(part for part in (place, story.place.facility) if part)


def text(story: Story) -> str:
    """The lead and the body as cleaned HTML, without dateline or byline."""
    return clean(f"{paragraphs(story.lead)}\n{story.body}")


def changes(story: Story) -> list[str]:
    """What readers must know of later changes, oldest first: "Ralat (... pukul ...): note"."""
    return [_change(one, story) for one in story.changes if one.kind in _CHANGES and one.note]


def withdrawal(story: Story) -> str:
    """One sentence that says when the release was taken back, and why."""
    reason = story.change_note.strip()
    when = spoken(story.published_at, story)
    return f"Siaran pers ini dicabut pada {when}." + (f" Alasan: {reason}" if reason else "")


def summary(story: Story) -> str:
    """The lead as plain text, or the first paragraph of the body where there is no lead."""
    return story.lead.strip() or plain(story.body).partition("\n\n")[0]


def weight(size: int) -> str:
    """Bytes as people weigh files, with a decimal comma: "1,2 MB"."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


def escaped(words: str) -> str:
    """Words as HTML, also inside a quoted attribute."""
    return html.escape(words, quote=True)


def _change(change: Change, story: Story) -> str:
    return f"{_CHANGES[change.kind]} ({spoken(change.at, story)}): {change.note.strip()}"
