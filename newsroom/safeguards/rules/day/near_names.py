"""A place or facility that is nearly a registered one: "Lapas Kelas IIB Purwakrta" (C02).

Only words that must be a place are compared: after a kind of facility, after "Kota" or
"Kabupaten", after "di" and the like, and those that nearly are the unit's own place.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from facilities.atlas import Atlas, bare, distance, folded
from facilities.known import Known
from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading, Span
from newsroom.safeguards.rules.looking import first_few

_WORD = r"[A-Z][A-Za-z’'`]{2,24}"
_PLACE = rf"(?P<place>{_WORD}(?:[ ]{_WORD}){{0,2}})"
_CLASS = r"(?: ?\([^()\n]{2,12}\))?(?: K(?:elas|las|ls) (?:I{1,3}|[123]) ?-?[AB]?)?"
_SPECIAL = r"(?: (?:Perempuan|Wanita|Narkotika|Terbuka|Pemuda|Khusus|Negara|Umum))?"
#: What a place follows: the name of a facility, a county, a preposition.
_UNIT = re.compile(
    r"\b(?:[Kk]a(?:lapas|rutan|bapas)|KA(?:LAPAS|RUTAN|BAPAS)|[Ll]apas|LAPAS|[Rr]utan|RUTAN|[Bb]apas"
    r"|BAPAS|LPKA|LPP|[Pp]emasyarakatan|PEMASYARAKATAN|[Tt]ahanan|Khusus Anak)"
    rf"{_SPECIAL}{_CLASS} {_PLACE}"
)
_COUNTY = re.compile(
    rf"\b(?:[Kk]ota|KOTA|[Kk]abupaten|KABUPATEN|Kab\.?|Pemkab|Pemkot|Polres|Kejari) {_PLACE}"
)
_WHERE = re.compile(rf"\b(?:di|ke|dari|asal|se|DI|KE|DARI)[ -]{_PLACE}")
_CAPITAL = re.compile(rf"\b{_WORD}\b")
_SHORTEST_OWN, _LONG_OWN = 7, 9
_SHORTEST_WHERE = 8
#: Words that follow a kind of facility and begin no place.
_LISTED = """
    gelar ikuti terima laksanakan lakukan sambut bagikan panen adakan raih ajak siap siapkan
    dukung terus kembali bersama dan yang se di ke dari dalam untuk indonesia kementerian
    direktorat ditjenpas kemenimipas kelas tahun resolusi republik anak wanita perempuan
"""
_NO_PLACE = frozenset(_LISTED.split())


def near_names(matter: Matter) -> Iterator[Finding]:
    """A warning for each place that is one or two letters away from a registered one."""
    known = matter.known
    if known is None or known.atlas is None:
        return
    for reading in matter.readings:
        if reading.prose or reading.place == "dateline_place":
            yield from first_few(_near(reading, known, known.atlas, matter.dictionary))


def _near(
    reading: Reading, known: Known, atlas: Atlas, dictionary: frozenset[str]
) -> Iterator[Finding]:
    seen: set[int] = set()
    for span, right in _slips(reading, known, atlas):
        wrong = reading.clear[span.start : span.end]
        if span.start in seen or wrong.casefold() in dictionary:
            continue
        seen.add(span.start)
        yield reading.finding(
            span,
            rule="near_names",
            group=Group.DAY,
            level=Level.WARNING,
            reason=_("This is nearly “%s”, which is registered. Is that meant?") % right,
            source="Daftar unit dan wilayah",
            replacements=(right.upper() if wrong.isupper() else right,),
        )


def _slips(reading: Reading, known: Known, atlas: Atlas) -> Iterator[tuple[Span, str]]:
    """Misspelt places with what they must mean."""
    yield from _own(reading.clear, known, atlas)
    for match in _UNIT.finditer(reading.clear):
        for slip in _after(match, atlas, most=2):
            if not _registered(match[0], known):
                yield slip
    for match in _COUNTY.finditer(reading.clear):
        yield from _after(match, atlas, most=2)
    for match in _WHERE.finditer(reading.clear):
        for span, right in _after(match, atlas, most=1):
            if span.end - span.start >= _SHORTEST_WHERE:
                yield span, right


def _registered(text: str, known: Known) -> bool:
    """Whether the words name a facility by any of its names: "Lapas Porong"."""
    return bool(known.gazetteer and known.gazetteer.mentions(text))


def _after(match: re.Match[str], atlas: Atlas, *, most: int) -> Iterator[tuple[Span, str]]:
    """The place that the words after a head nearly are; nothing where they begin with a place."""
    words = match["place"].split(" ")
    if words[0].casefold() in _NO_PLACE:
        return
    if any(atlas.find(" ".join(words[:count])) for count in range(1, len(words) + 1)):
        return
    start = match.start("place")
    for count in range(len(words), 0, -1):
        said = " ".join(words[:count])
        right = atlas.near(said, most)
        if right:
            yield Span(start, start + len(said)), right
            return


def _own(text: str, known: Known, atlas: Atlas) -> Iterator[tuple[Span, str]]:
    """Words with a capital, anywhere, that nearly are the unit's own place."""
    own = {place for place in (known.city, bare(known.regency)) if " " not in place}
    for right in own:
        wanted = folded(right)
        if len(wanted) < _SHORTEST_OWN:
            continue
        most = 2 if len(wanted) >= _LONG_OWN else 1
        for match in _CAPITAL.finditer(text):
            word = folded(match[0])
            if (
                word[0] != wanted[0]
                or word[-1] != wanted[-1]
                or abs(len(word) - len(wanted)) > most
            ):
                continue
            if 0 < distance(word, wanted, most) <= most and not atlas.find(word):
                yield Span(*match.span()), right
