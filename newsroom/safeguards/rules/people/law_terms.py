"""Terms of the 1995 law give way to those of UU 22/2022 art. 1."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading

from .patterns import INMATE

LAW = "UU 22/2022 Pasal 1"
#: Pattern, the term of today, whether it can be put in blindly.
_TERMS: tuple[tuple[re.Pattern[str], str, bool], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), right, safe)
    for pattern, right, safe in (
        (
            r"\b(?:andikpas|anak didik pemasyarakatan(?: \(andikpas\))?|anak didik lapas)\b",
            "Anak Binaan",
            True,
        ),
        (
            r"\b(?:napi anak|narapidana anak|anak pidana|anak negara|anak sipil)\b",
            "Anak Binaan",
            True,
        ),
        (r"\bwarga binaan pemasyarakatan(?: \(WBP\))?", "Warga Binaan", True),
        (r"\bWBP\b", "Warga Binaan", True),
        (r"\borang hukuman\b", "narapidana", True),
        (r"\b(?:mantan |eks )?napi\b(?! anak)", "narapidana", False),
        (r"\bpenghuni penjara\b", "Warga Binaan", False),
        (r"\b(?:sipir|penjaga penjara)\b", "petugas Pemasyarakatan", True),
        (r"\blapas anak\b", "LPKA", False),
    )
)
_INSTITUTION = ((INMATE("prison"), "Lapas"), (INMATE("lp"), "Lapas "))


def law_terms(matter: Matter) -> Iterator[Finding]:
    """A warning for each outdated term outside a direct quote; what was said stays as said."""
    for reading in matter.prose:
        told: list[range] = []
        for pattern, right, safe in _TERMS:
            for match in pattern.finditer(reading.clear):
                if reading.quoted(match.start()) or any(match.start() in one for one in told):
                    continue
                told.append(range(*match.span()))
                yield _outdated(reading, match, right, safe=safe)
        for pattern, right in _INSTITUTION:
            for match in pattern.finditer(reading.clear):
                if not reading.quoted(match.start()):
                    yield _outdated(reading, match, right, safe=False)


def _outdated(reading: Reading, match: re.Match[str], right: str, *, safe: bool) -> Finding:
    return reading.finding(
        match.span(),
        rule="law_terms",
        group=Group.INMATE,
        level=Level.WARNING,
        reason=_("This term belongs to the law of 1995. Use the term of UU 22/2022."),
        source=LAW,
        replacements=(right,),
        safe=safe,
    )
