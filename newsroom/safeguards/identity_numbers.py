"""NIK and family card numbers never leave (UU 27/2022 on personal data, art. 4)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from newsroom.lib.html import plain

from .findings import Finding, Level

# What people write between groups of digits: spaces, dots, strokes; up to three of them.
_GAP = r"[\s._/\-\u00ad\u200b-\u200d\u2010-\u2015\u2060]{0,3}"
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


def identity_numbers(content: Mapping[str, Any]) -> Iterator[Finding]:
    """A block for each number built like a NIK, also when written in groups."""
    for place, text in _texts(content):
        for match in _NIK.finditer(unicodedata.normalize("NFKC", text)):
            yield Finding(
                rule="identity_numbers",
                level=Level.BLOCK,
                place=place,
                reason=_("An identity number (NIK or family card) must not be published: %(n)s")
                % {"n": f"{match.group()[:4]}…"},
                suggestion=_("Remove the number."),
                source="UU 27/2022 art. 4",
            )


def _texts(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("headline", "lead", "dateline_place", "ednote"):
        yield name, content[name]
    yield "body", plain(content["body"])
    yield "change_note", content["change"]["note"]
    for position, photo in enumerate(content["photos"]):
        for name in ("caption", "credit", "alt"):
            yield f"photos.{position}.{name}", photo[name]
