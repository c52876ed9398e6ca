"""Sorts the lines of a pasted text: headline, signatures, story, furniture. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from . import bylines, datelines, dates
from .furniture import is_furniture, is_posting_line, opens_links
from .lines import Line, lines

_FORM_LINE = re.compile(
    r"\W*(?P<label>judul(?: berita)?|headline|hari\s?[/,]\s?tanggal|tanggal(?: kegiatan)?|upt|unit|"
    r"satker|satuan kerja|caption|keterangan foto|ket\.? foto|isi(?: berita)?)\s?:\s?(?P<value>.*)",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"\W*(?:ket(?:erangan|\.)?\s?)?(?:foto|gambar|caption)\s?[:/]\s?(.+)", re.I)
_SENTENCE_END = re.compile(r"\.[\"”']?$")
_ENDING = re.compile(r"[.,;:!?…\"”)]$")
_HEADLINE_AT_MOST = 200
_STORY_FROM = 140
_STORY_WORDS = 8
_AFTER_DATELINE = 90
_STORY_AFTER_SIGNATURE = 120


@dataclass(slots=True)
class Sheet:
    """The sorted lines. ``stated_date`` is the value of a line "Tanggal: ..." as typed, and
    ``letter_head`` a line with nothing but city and date, as above a letter.
    """

    headline: str = ""
    unit: str = ""
    stated_date: str = ""
    caption: str = ""
    letter_head: str = ""
    posted: date | None = None
    bylines: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def read(text: str, cities: Mapping[str, str]) -> Sheet:
    """Sorts a text. ``cities`` (see datelines.split) help to see where the story begins."""
    sheet = Sheet()
    kept = [line for line in lines(text) if not _read_form_line(sheet, line.text)]
    start = next(
        (place for place, line in enumerate(kept) if _opens_story(line.text, cities)), None
    )
    if start is None:
        start = _start_of_short_story(sheet, kept)
    _read_head(sheet, _without_letter_head(sheet, kept[:start], cities))
    _read_story(sheet, kept[start:])
    return sheet


def _read_form_line(sheet: Sheet, line: str) -> bool:
    """Whether the line is a filled-in form's: "Judul: ..."; its value goes to its field."""
    found = _FORM_LINE.fullmatch(line)
    if not found:
        return False
    label, value = found["label"].lower(), found["value"].strip()
    if label.startswith(("judul", "headline")):
        sheet.headline = sheet.headline or value[:_HEADLINE_AT_MOST]
    elif "tanggal" in label:
        sheet.stated_date = sheet.stated_date or value
    elif label.startswith(("upt", "unit", "sat")):
        sheet.unit = sheet.unit or value
    elif label.startswith(("caption", "ket")):
        sheet.caption = sheet.caption or value
    else:
        return not value
    return True


def _opens_story(line: str, cities: Mapping[str, str]) -> bool:
    """Whether a line is prose: a sentence, a long text, or one with a dateline."""
    if is_furniture(line) or is_posting_line(line) or bylines.labelled(line):
        return False
    line, names = bylines.signature(line)
    if len(line) >= _STORY_FROM or (line and names):
        return True
    if _SENTENCE_END.search(line) and len(line.split()) >= _STORY_WORDS:
        return True
    has_dateline = bool(datelines.split(line, cities).text)
    return has_dateline and (len(line) >= _AFTER_DATELINE or line.endswith((".", ",")))


def _start_of_short_story(sheet: Sheet, kept: list[Line]) -> int:
    """In a text without prose the first line is the headline and short sentences the story."""
    first = 0 if sheet.headline or len(kept) < 2 else 1
    return next(
        (
            place
            for place, line in enumerate(kept[first:], first)
            if line.text.endswith((".", "!")) and not is_furniture(line.text)
        ),
        len(kept),
    )


def _without_letter_head(sheet: Sheet, head: list[Line], cities: Mapping[str, str]) -> list[Line]:
    rest = [line for line in head if not datelines.letter_head(line.text, cities)]
    sheet.letter_head = next((line.text for line in head if line not in rest), "")
    return rest


def _read_head(sheet: Sheet, head: list[Line]) -> None:
    """What stands above the story: headline, author, posting day, a caption."""
    free: list[Line] = []
    for place, line in enumerate(head):
        below = head[place + 1].text if place + 1 < len(head) else ""
        if not _read_head_line(sheet, line.text, below):
            free.append(line)
    _take_headline(sheet, free)
    for line in free:
        if not sheet.caption and len(free) == 1:
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
    elif caption := _CAPTION.fullmatch(line):
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
    if len(headline) > _HEADLINE_AT_MOST:
        return
    sheet.dropped += [line.text for line in free[:place]]
    del free[: place + 1]
    while free and _goes_on(headline, free[0]):
        headline = f"{headline} {free.pop(0).text}"
    sheet.headline = headline


def _goes_on(headline: str, line: Line) -> bool:
    """Whether a headline was broken in two: both in capitals, or the first hangs in the air."""
    if line.apart or len(headline) + len(line.text) >= _HEADLINE_AT_MOST:
        return False
    return (headline.isupper() and line.text.isupper()) or headline.endswith((",", ":", "-", "–"))


def _read_story(sheet: Sheet, story: list[Line]) -> None:
    """Paragraphs, until a signature closes them; what follows counts only if it is long prose."""
    closed = in_links = False
    for line in story:
        text = line.text
        names = bylines.labelled(text) or bylines.signed_line(text)
        if names:
            sheet.bylines += names
            closed = bool(sheet.paragraphs)
        elif caption := _long_caption(text):
            sheet.caption = sheet.caption or caption
        elif is_furniture(text) or is_posting_line(text):
            in_links = in_links or opens_links(text)
            sheet.dropped.append(text)
        elif _is_rest(text, closed=closed, in_links=in_links):
            sheet.dropped.append(text)
        else:
            in_links = False
            closed = _take_paragraph(sheet, text) or closed


def _take_paragraph(sheet: Sheet, text: str) -> bool:
    """Adds a paragraph without its signature; True if it had one."""
    paragraph, names = bylines.signature(text)
    if paragraph:
        sheet.paragraphs.append(paragraph)
    sheet.bylines += names
    return bool(names)


def _long_caption(text: str) -> str:
    """A caption between paragraphs; a short one is a credit and so furniture."""
    found = _CAPTION.fullmatch(text)
    return found[1] if found and len(found[1].split()) > 4 else ""


def _is_rest(text: str, *, closed: bool, in_links: bool) -> bool:
    """Whether a line after a signature or a list of links is no story any more."""
    if closed:
        return len(text) < _STORY_AFTER_SIGNATURE or not _ENDING.search(text)
    return in_links and not _ENDING.search(text)
