"""A pasted text becomes fields: how a finished story arrives by WhatsApp, Word or from a site.

Only what is recognised is filled in; what is not stays empty and is named in ``missing``. Nothing
is lost: lines that are no part of the story are kept in ``dropped``.
"""

from dataclasses import dataclass, replace
from datetime import date

from facilities.entries import Entry
from facilities.gazetteer import Gazetteer

from . import datelines
from .occasion import event_date
from .origin import Clues, origin
from .sheet import Sheet
from .sorting import read

__all__ = ["Intake", "parse"]

#: The longest first paragraph that still reads as a lead (Release.lead holds 600 characters).
LEAD_AT_MOST = 600


@dataclass(frozen=True, slots=True)
class Intake:
    """What a pasted text holds. Texts are plain and as typed; ``facility`` is the one it is from.

    ``candidates`` are the facilities between which the text does not decide; ``missing`` names
    the fields that could not be recognised.
    """

    headline: str
    facility: Entry | None
    candidates: tuple[Entry, ...]
    event_date: date | None
    dateline_place: str
    bylines: tuple[str, ...]
    paragraphs: tuple[str, ...]
    caption: str
    dropped: tuple[str, ...]

    @property
    def missing(self) -> list[str]:
        """Fields that stayed empty, in the order of the form."""
        wanted = ("headline", "facility", "event_date", "dateline_place", "bylines", "paragraphs")
        return [name for name in wanted if not getattr(self, name)]

    @property
    def lead(self) -> str:
        """The first paragraph, where others follow it and it is short enough to be one."""
        first, *rest = self.paragraphs or ("",)
        return first if rest and len(first) <= LEAD_AT_MOST else ""

    @property
    def body(self) -> tuple[str, ...]:
        """The paragraphs after the lead."""
        return self.paragraphs[1:] if self.lead else self.paragraphs


def parse(text: str, *, gazetteer: Gazetteer, today: date) -> Intake:
    """Recognises the parts of one story. ``today`` helps where a date carries no year."""
    sheet = read(text, gazetteer.cities)
    dateline = _take_dateline(sheet, gazetteer)
    bylines = tuple({name.casefold(): name for name in reversed(sheet.bylines)}.values())[::-1]
    clues = Clues(
        unit=sheet.unit,
        headline=sheet.headline,
        paragraphs=tuple(sheet.paragraphs),
        bylines=bylines,
        caption=sheet.caption,
        dateline_place=dateline.place,
    )
    found = origin(clues, gazetteer)
    return Intake(
        headline=sheet.headline,
        facility=found.facility,
        candidates=found.candidates,
        event_date=event_date([sheet.stated_date], "", sheet.posted, today=today)
        or event_date(sheet.paragraphs, dateline.text, sheet.posted, today=today),
        dateline_place=dateline.place,
        bylines=bylines,
        paragraphs=tuple(sheet.paragraphs),
        caption=sheet.caption,
        dropped=tuple(sheet.dropped),
    )


def _take_dateline(sheet: Sheet, gazetteer: Gazetteer) -> datelines.Dateline:
    """Moves the dateline out of the first paragraph."""
    if not sheet.paragraphs:
        return datelines.Dateline("", "", "")
    dateline = datelines.split(sheet.paragraphs[0], gazetteer.cities)
    sheet.paragraphs[0] = dateline.story
    above = datelines.letter_head(sheet.letter_head, gazetteer.cities)
    return replace(
        dateline,
        place=dateline.place or above,
        text=f"{dateline.text}\n{sheet.letter_head}",
    )
