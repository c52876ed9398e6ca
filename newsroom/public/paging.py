"""Pages of long lists by key, so that page one thousand costs what page one costs.

A cursor names the last release of a page by its hour and id, in hexadecimal: "5f2ab3...-1c". What
is no cursor is read as the first page: a reader with a broken address still gets something to read.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q

from newsroom.releases.models.releases import ReleaseQuerySet

from .cards import Card, cards

PAGE_SIZE = 20
#: The query parameter: releases older than ...
OLDER_THAN = "sebelum"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
# 14 digits end in the year 4253 and 15 stay within a 64-bit id.
_CURSOR = re.compile(r"([0-9a-f]{1,14})-([0-9a-f]{1,15})")


@dataclass(frozen=True, slots=True)
class Page:
    """Some cards; ``older`` is the cursor of the next page, "" on the last one."""

    cards: list[Card]
    older: str
    is_first: bool


def page_of(releases: ReleaseQuerySet, cursor: str) -> Page:
    """The page that begins after the cursor, newest first; three queries at most."""
    mark = _CURSOR.fullmatch(cursor)
    if mark:
        releases = _older_than(releases, int(mark[1], 16), int(mark[2], 16))
    found = cards(releases, PAGE_SIZE + 1)
    shown = found[:PAGE_SIZE]
    older = cursor_of(shown[-1]) if len(found) > PAGE_SIZE else ""
    return Page(cards=shown, older=older, is_first=mark is None)


def cursor_of(card: Card) -> str:
    """The cursor of the page that begins after this card."""
    return f"{(card.published_at - _EPOCH) // _MICROSECOND:x}-{card.pk:x}"


def _older_than(releases: ReleaseQuerySet, microseconds: int, pk: int) -> ReleaseQuerySet:
    at = _EPOCH + microseconds * _MICROSECOND
    # The first condition is implied by the second; it is what the index can seek by.
    return releases.filter(first_published_at__lte=at).filter(
        Q(first_published_at__lt=at) | Q(pk__lt=pk)
    )
