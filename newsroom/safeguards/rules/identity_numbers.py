"""NIK and family card numbers never leave (UU 27/2022 on personal data, art. 4)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter

# What people write between groups of digits: spaces, dots, strokes; up to three of them.
_GAP = r"[\s._/\-\u2010-\u2015]{0,3}"
_DIGIT = rf"{_GAP}\d"
_DAY = (
    rf"(?:0{_GAP}[1-9]|[12]{_DIGIT}|3{_GAP}[01]|4{_GAP}[1-9]|[56]{_DIGIT}|7{_GAP}[01])"  # women +40
)
_MONTH = rf"(?:0{_GAP}[1-9]|1{_GAP}[0-2])"
# 16 digits: province (11-99), regency, district, birth day, month, year, serial. Other numbers may
# stand before and behind it, so the text is searched as it is and never drawn together.
_NIK = re.compile(
    rf"(?<!\d)[1-9](?:{_DIGIT}){{5}}{_GAP}{_DAY}{_GAP}{_MONTH}(?:{_DIGIT}){{6}}(?!\d)"
)


def identity_numbers(matter: Matter) -> Iterator[Finding]:
    """A block for each number built like a NIK, also when written in groups."""
    for reading in matter.readings:
        for match in _NIK.finditer(reading.clear):
            yield reading.finding(
                match.span(),
                rule="identity_numbers",
                group=Group.PERSONAL,
                level=Level.BLOCK,
                reason=_("An identity number (NIK or family card) must not be published."),
                source="UU 27/2022 art. 4",
                replacements=("",),
            )
