"""A number that rises or falls does so by what is said to come or go (C18)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading
from newsroom.safeguards.rules.looking import first_few

from .counts import amount, counts

_NUMBER = r"\d{1,3}(?:\.\d{3}){1,2}|\d{1,7}"
_CHANGE = re.compile(
    rf"\b(?:berkurang|turun|menurun|menyusut|bertambah|naik|meningkat)\b[^.\n\d]{{0,40}}"
    rf"\bdari (?P<before>{_NUMBER})(?: \w+)? (?:menjadi|ke) (?P<after>{_NUMBER})(?![\d,])",
    re.IGNORECASE,
)
#: A sentence that says why: only then its number is the difference.
_CAUSE = re.compile(
    r"^\W*(?:Penurunan|Pengurangan|Kenaikan|Penambahan|Peningkatan|Perubahan|Selisih)\b",
    re.IGNORECASE,
)


def changes(matter: Matter) -> Iterator[Finding]:
    """A warning where the cause of a change counts another number than the difference."""
    differences: set[int] = set()
    for reading in matter.readings:
        if reading.place in {"lead", "body"}:
            found = list(_CHANGE.finditer(reading.clear))
            differences |= {abs(_number(one["before"]) - _number(one["after"])) for one in found}
            if differences:
                yield from first_few(_differing(reading, differences))


def _number(digits: str) -> int:
    return int(digits.replace(".", ""))


def _differing(reading: Reading, differences: set[int]) -> Iterator[Finding]:
    for sentence in reading.sentences:
        text = reading.clear[sentence.start : sentence.end]
        told = list(counts(text)) if _CAUSE.match(text) else []
        if len(told) != 1 or told[0].number in differences or len(differences) != 1:
            continue
        right = next(iter(differences))
        start = sentence.start + told[0].start
        yield reading.finding(
            (start, sentence.start + told[0].end),
            rule="changes",
            group=Group.DAY,
            level=Level.WARNING,
            reason=_("By the numbers before, the difference is %s.") % amount(right),
            source="Hitungan dalam naskah",
            replacements=(amount(right),),
        )
