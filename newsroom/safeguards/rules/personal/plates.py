"""Licence plates lead to an owner, and tell who drives whom."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.looking import Verdict, first_few
from newsroom.safeguards.viewing import View

#: Registration areas of the police.
_AREA = (
    r"(?:AA|AB|AD|AE|AG|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|DA|DB|DC|DD|DE|DG|DH|DK|DL|DM|DN|DP|DR|DS"
    r"|DT|DW|EA|EB|ED|KB|KH|KT|KU|PA|PB|PG|PS|PT|PY|A|B|D|E|F|G|H|K|L|M|N|P|R|S|T|W|Z)"
)
_PLATE = re.compile(
    rf"(?<![\w/.\-]){_AREA}([ \-]?)(\d{{1,4}})([ \-]?)"
    r"(?!(?i:dan|di|ke|cc|km|kg|jt|rb|hp|ton|m)\b)([a-z]{1,3})(?![\w/])",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:nomor polisi|nopol|no\.? ?pol|bernopol|(?:nomor )?(?:pelat"
    r"|plat)(?: nomor)?)\b[ :.]{1,3}((?:[A-Z]{1,2}[ \-]?)?\d{1,5}(?:-(?:\d{2}|[IVX]{1,5})\b"
    r"|[ \-]?[A-Z]{0,3}\b))",
    re.IGNORECASE,
)
_VEHICLE = re.compile(
    r"\b(?:pelat|plat|nomor polisi|nopol|bernopol|kendaraan|mobil|motor|truk|bus|minibus|ambulans"
    r"|angkot|taksi|pikap|pick ?up|avanza|innova|xenia|vario|beat)(?:nya)?\b",
    re.IGNORECASE,
)
# "Kelas II B 2025", "Blok B 12 A", "pasal 12 B 3 a".
_NUMBER_OF_ELSE = re.compile(
    r"(?:\b(?:I{1,3}|kelas|blok|kamar|sel|ruang|gedung|pasal|ayat|huruf|tipe|seri|golongan|zona"
    r"|lantai|nomor|no\.?|bab|lampiran|antrean|kursi|meja|peserta|dada|rute|grup|tim)|\d)\s?$",
    re.IGNORECASE,
)
_YEAR = range(1340, 2100)
_SURE_FROM = 100

_VERDICT = Verdict(
    rule="licence_plates",
    group=Group.PERSONAL,
    level=Level.SIGN_OFF,
    reason=_("A licence plate leads to its owner. Leave it out, and blur it in the photo."),
    source="UU 27/2022 art. 4",
)


def licence_plates(matter: Matter) -> Iterator[Finding]:
    """Plates by their built; short or doubtful ones only beside a vehicle."""
    for view in matter.views:
        yield from first_few(_VERDICT.on(view, span) for span in _spans(view))


def _spans(view: View) -> Iterator[tuple[int, int]]:
    found: set[int] = set()
    for match in view.search(_PLATE, view.numbers(1, before=5, after=6)):
        if _is_plate(view, match):
            found.add(match.start())
            yield match.span()
    for match in view.search(_NUMBERED, view.near(("pol", "pelat", "plat"), reach=60)):
        if match.start(1) not in found:
            yield match.span(1)


def _is_plate(view: View, match: re.Match[str]) -> bool:
    number = int(match[2])
    if _VEHICLE.search(view.around(match.span(), before=60, after=20)):
        return match[0].isupper() or number >= _SURE_FROM
    if _NUMBER_OF_ELSE.search(view.before(match.start(), 12)) or not match[0].isupper():
        return False
    return number >= _SURE_FROM and number not in _YEAR and match[1] == match[3]
