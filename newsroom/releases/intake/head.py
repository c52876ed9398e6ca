"""What stands above a story: headline, author, day of posting, a caption. Pure."""

import re

from . import bylines, dates
from .furniture import is_furniture, is_posting_line
from .lines import Line
from .sheet import CAPTION, CAPTION_WORDS, HEADLINE_AT_MOST, Sheet

_PHOTO_LINE = re.compile(r"\W*(foto (?:bersama|kegiatan|saat|ketika|usai)\b.+)", re.I)


def read_head(sheet: Sheet, head: list[Line]) -> None:
    """What stands above the story: headline, author, posting day, a caption."""
    free: list[Line] = []
    for place, line in enumerate(head):
        below = head[place + 1].text if place + 1 < len(head) else ""
        if not _read_head_line(sheet, line.text, below):
            free.append(line)
    _take_headline(sheet, free)
    for line in free:
        if not sheet.caption and len(free) == 1 and len(line.text.split()) >= CAPTION_WORDS:
            sheet.caption = line.text
        else:
            sheet.dropped.append(line.text)


def _read_head_line(sheet: Sheet, line: str, below: str) -> bool:
    """Whether the line found its place; only headline and caption are left to the caller."""
    names = bylines.labelled(line) or _author(line, below)
    day = dates.posting_day(line)[1]
    if names:
        sheet.bylines += names
        sheet.posted = sheet.posted or day
    elif is_posting_line(line):
        sheet.posted = sheet.posted or day
        sheet.dropped.append(line)
    elif caption := CAPTION.fullmatch(line) or _PHOTO_LINE.fullmatch(line):
        sheet.caption = sheet.caption or caption[1]
    elif is_furniture(line):
        sheet.dropped.append(line)
    else:
        return False
    return True


def _author(line: str, below: str) -> list[str]:
    """The name of a person alone on a line, where a counter or a date shows that it signs."""
    dated = dates.posting_day(line)[1] is not None
    if dated or (below and (is_furniture(below) or is_posting_line(below))):
        return bylines.author(line)
    return []


def _take_headline(sheet: Sheet, free: list[Line]) -> None:
    """Takes the headline out of the free lines: the first, unless it is only a category."""
    if sheet.headline or not free:
        return
    place = 1 if len(free) > 1 and len(free[0].text.split()) <= 2 else 0
    headline = free[place].text
    if len(headline) > HEADLINE_AT_MOST:
        return
    sheet.dropped += [line.text for line in free[:place]]
    del free[: place + 1]
    while free and _goes_on(headline, free[0]):
        headline = f"{headline} {free.pop(0).text}"
    sheet.headline = headline


def _goes_on(headline: str, line: Line) -> bool:
    """Whether a headline was broken in two: both in capitals, or the first hangs in the air."""
    if line.apart or len(headline) + len(line.text) >= HEADLINE_AT_MOST:
        return False
    return (headline.isupper() and line.text.isupper()) or headline.endswith((",", ":", "-", "–"))
