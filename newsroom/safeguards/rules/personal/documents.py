"""Numbers of a person's own documents: passport, driving licence, insurance, tax, school,"
" hospital."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.looking import Verdict, first_few

_NO = (
    r"(?: ?(?:nomor|no\.?|peserta|kesehatan|ketenagakerjaan|siswa|pasien|miliknya"
    r"|atas nama \w+)){0,3} ?[:.]? ?(?:adalah )?"
)
_PATTERNS = (
    re.compile(rf"\b(?:paspor|passport)\b{_NO}([A-Z]{{1,2}} ?\d{{6,8}})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:SIM|surat izin mengemudi)(?: (?:A|B|BI|BII|C"
        rf"|D))?\b{_NO}(\d(?:[ .\-]?\d){{11,13}})(?!\d)"
    ),
    re.compile(rf"\b(?:BPJS|JKN|KIS)\b{_NO}(\d(?:[ .\-]?\d){{10,12}})(?!\d)", re.IGNORECASE),
    re.compile(rf"\bNPWP\b{_NO}(\d(?:[ .\-]?\d){{14,15}})(?!\d)", re.IGNORECASE),
    re.compile(r"(?<![\d.])(\d\d\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3})(?!\d)"),
    re.compile(rf"\bNISN\b{_NO}(\d(?:[ .\-]?\d){{9}})(?!\d)", re.IGNORECASE),
    re.compile(rf"\brekam medis?\b{_NO}(\d[\d.\-]{{3,12}})", re.IGNORECASE),
    re.compile(
        rf"\b(?:akta kelahiran|akta lahir|buku nikah|kartu (?:identitas anak|pelajar))\b{_NO}"
        r"(?=[\w./\-]{0,12}\d{3})([\w./\-]{6,30})",
        re.IGNORECASE,
    ),
)

#: Digits of the shortest number that is looked at.
_LEAST = 4

_VERDICT = Verdict(
    rule="document_numbers",
    group=Group.PERSONAL,
    level=Level.BLOCK,
    reason=_("The number of a personal document must not be published."),
    source="UU 27/2022 art. 4",
)


def document_numbers(matter: Matter) -> Iterator[Finding]:
    """Numbers beside the document's name, in the length such numbers have."""
    for view in matter.views:
        yield from first_few(
            _VERDICT.on(view, match.span(1))
            for numbers in [view.numbers(_LEAST, before=90, after=30)]
            for pattern in _PATTERNS
            for match in view.search(pattern, numbers)
        )
