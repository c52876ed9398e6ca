"""The parts of a pasted text once its lines are sorted. Pure."""

import re
from dataclasses import dataclass, field
from datetime import date

#: A line that names itself a caption: "Ket. foto: ...".
CAPTION = re.compile(r"\W*(?:ket(?:erangan|\.)?\s?)?(?:foto|gambar|caption)\s?[:/]\s?(.+)", re.I)
#: Fewer words than these are a credit or a name, not a caption.
CAPTION_WORDS = 5
#: As many characters as Release.headline holds.
HEADLINE_AT_MOST = 200


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
