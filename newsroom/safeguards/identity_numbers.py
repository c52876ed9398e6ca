"""NIK and family card numbers never leave (UU 27/2022 on personal data, art. 4)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from newsroom.lib.html import plain

from .findings import Finding, Level

# 16 digits: province (11-99), regency, district, birth day (women +40), month, year, serial.
_NIK = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?!\d)"
)
_DIVIDERS = re.compile(r"(?<=\d)[ .\-\u00a0](?=\d)")


def identity_numbers(content: Mapping[str, Any]) -> Iterator[Finding]:
    """A block for each number built like a NIK, also when written in groups."""
    for place, text in _texts(content):
        for match in _NIK.finditer(_DIVIDERS.sub("", text)):
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
