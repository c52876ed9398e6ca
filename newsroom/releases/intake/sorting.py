"""Sorts the lines of a pasted text: headline, signatures, story, furniture. Pure."""

import re
from collections.abc import Mapping

from . import bylines, datelines, dates
from .furniture import is_furniture, is_posting_line, opens_links
from .head import read_head
from .lines import Line, lines
from .sheet import CAPTION, CAPTION_WORDS, HEADLINE_AT_MOST, Sheet

_FORM_LINE = re.compile(
    r"\W*(?P<label>judul(?: berita)?|headline|hari\s?[/,]\s?tanggal|tanggal(?: kegiatan)?|upt|unit|"
    r"satker|satuan kerja|caption|keterangan foto|ket\.? foto)\s?:\s?(?P<value>.*)",
    re.IGNORECASE,
)
#: A word of the form's label -> the field of the sheet.
_FORM_FIELDS = {
    "judul": "headline",
    "headline": "headline",
    "tanggal": "stated_date",
    "upt": "unit",
    "unit": "unit",
    "sat": "unit",
    "caption": "caption",
    "foto": "caption",
}
_STORY_LABEL = re.compile(r"^\W*isi(?: berita)?\s?:\s?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\.[\"”']?$")
_ENDING = re.compile(r"[.,;:!?…\"”)]$")
_STORY_FROM = 140
_STORY_WORDS = 8
_AFTER_DATELINE = 90
_STORY_AFTER_SIGNATURE = 120


def read(text: str, cities: Mapping[str, str]) -> Sheet:
    """Sorts a text. ``cities`` (see datelines.split) help to see where the story begins."""
    sheet = Sheet()
    typed = [line._replace(text=_STORY_LABEL.sub("", line.text)) for line in lines(text)]
    kept = [line for line in typed if line.text and not _read_form_line(sheet, line.text)]
    start = next(
        (place for place, line in enumerate(kept) if _opens_story(line.text, cities)), None
    )
    if start is None:
        start = _start_of_short_story(sheet, kept)
    read_head(sheet, _without_letter_head(sheet, kept[:start], cities))
    _read_story(sheet, kept[start:])
    return sheet


def _read_form_line(sheet: Sheet, line: str) -> bool:
    """Whether the line is a filled-in form's: "Judul: ..."; its value goes to its field."""
    found = _FORM_LINE.fullmatch(line)
    if not found:
        return False
    value = found["value"].strip()
    field = next(name for word, name in _FORM_FIELDS.items() if word in found["label"].lower())
    if getattr(sheet, field) or (field == "headline" and len(value) > HEADLINE_AT_MOST):
        sheet.dropped.append(line)
    else:
        setattr(sheet, field, value)
    return True


def _opens_story(line: str, cities: Mapping[str, str]) -> bool:
    """Whether a line is prose: a sentence, a long text, or one with a dateline."""
    if is_furniture(line) or is_posting_line(line) or bylines.labelled(line):
        return False
    if CAPTION.fullmatch(line):
        return False
    line, names = bylines.signature(line)
    if len(line) >= _STORY_FROM or (line and names):
        return True
    if _SENTENCE_END.search(line) and (
        len(line.split()) >= _STORY_WORDS or any(day.marked for day in dates.find(line))
    ):
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
    found = CAPTION.fullmatch(text)
    return found[1] if found and len(found[1].split()) >= CAPTION_WORDS else ""


def _is_rest(text: str, *, closed: bool, in_links: bool) -> bool:
    """Whether a line after a signature or a list of links is no story any more."""
    if closed:
        return len(text) < _STORY_AFTER_SIGNATURE or not _ENDING.search(text)
    return in_links and not _ENDING.search(text)
