"""The words before a story's first sentence: outlet, place, sometimes the date. Pure.

"MMCKalteng - PALANGKA RAYA - ", "PURWAKARTA-", "Cipinang. | ", "Luwuk, INFO_PAS - ", "jfID – ".
The place is kept in its own field; the rest belongs to the outlet and is left off.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from facilities.naming import parse

from . import dates

_SEPARATOR = re.compile(r"\.?\s?(?:\|+|–|—|--+|\s-|-\s)\s?|(?<=[A-Z])-(?=\S)")
_WEAK_SEPARATOR = re.compile(r"(?<=INFO_PAS)\.\s|[:,]\s")
_WORD = re.compile(r"[\w.&'’]+")
_BRAND = re.compile(
    r"(?i:.*(news|pos|post|tv|online|media|press|kompas|detik|antara|info|humas|pers|rri|ditjenpas))"
    r"|(?i:(news|info|tribun|radar|kabar|warta|suara|berita|detik|kompas|antara|liputan|jurnal|harian|"
    r"koran|portal|media|siaran|kemen).*)|.*[\d_].*|.*\w\.\w.*|.*[a-z][A-Z].*"
)
#: A segment with one of these begins a sentence or names an office, not a place.
_NOT_A_PLACE = frozenset(
    [
        *("kepala", "kalapas", "karutan", "kabapas", "lapas", "lpka", "lpp", "rutan", "bapas"),
        *("lembaga", "rumah", "balai", "menteri", "direktur", "dirjen", "plt", "plh", "kanwil"),
        *("dalam", "pada", "untuk", "sebagai", "sebanyak", "guna", "bertempat", "hari", "baca"),
    ]
)
_REACH = 90
_MOST_SEGMENTS = 4
_MOST_WORDS = 4
_LONGEST_PIECE = 50


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stood before the story. ``place`` is empty where only an outlet was named."""

    place: str
    text: str
    story: str


def split(paragraph: str, cities: Mapping[str, str]) -> Dateline:
    """Divides a paragraph into its dateline and its story.

    ``cities`` maps places without spaces and capitals to their spelling. A paragraph without a
    dateline comes back whole, with an empty ``text``.
    """
    position, parts = 0, list[str]()
    while len(parts) < _MOST_SEGMENTS:
        found = _SEPARATOR.search(paragraph, position, position + _REACH)
        if not found or not _is_dateline(paragraph[position : found.start()]):
            break
        parts += _pieces(paragraph[position : found.start()])
        position = found.end()
    if not position:
        parts, position = _weakly_divided(paragraph, cities)
    if not paragraph[position:].strip():
        return Dateline("", "", paragraph)
    return Dateline(_place(parts, cities), paragraph[:position], paragraph[position:].lstrip())


def letter_head(line: str, cities: Mapping[str, str]) -> str:
    """The city of a line that holds nothing but city and date: "Kudus, 3 Maret 2025"."""
    rest, day = dates.posting_day(line)
    return cities.get(parse(rest).place, "") if day else ""


def _weakly_divided(paragraph: str, cities: Mapping[str, str]) -> tuple[list[str], int]:
    """A colon ends a dateline after a city, a comma after one in capitals, a stop after a brand."""
    dated = _dated(paragraph, cities)
    if dated:
        return _pieces(paragraph[:dated]), dated
    found = _WEAK_SEPARATOR.search(paragraph, 0, _REACH)
    if found and found[0] == ", " and "INFO_PAS" in paragraph[: _REACH // 2]:
        found = _WEAK_SEPARATOR.search(paragraph, found.end(), _REACH)
    if not found:
        return [], 0
    head = paragraph[: found.start()]
    city = parse(head).place in cities and (head.isupper() or found[0] == ": ")
    if city or head.endswith("INFO_PAS"):
        return _pieces(head), found.end()
    return [], 0


def _dated(paragraph: str, cities: Mapping[str, str]) -> int:
    """Where a dateline such as "Kudus, 3 Maret 2025. " ends; 0 where there is none."""
    for found in dates.find(paragraph[:_REACH])[:1]:
        end = re.compile(r"\)?\s?[.:]\s").match(paragraph, found.end)
        if end and parse(paragraph[: found.start]).place in cities:
            return end.end()
    return 0


def _pieces(segment: str) -> list[str]:
    """The parts of a segment between commas and slashes, without dates and brackets."""
    for found in reversed(dates.find(segment)):
        segment = segment[: found.start] + "," + segment[found.end :]
    segment = re.sub(r"\([^)]*\)|[()]", " ", segment)
    return [piece.strip(' .*"“”') for piece in re.split(r"[,/]", segment)]


def _is_dateline(segment: str) -> bool:
    """Names, brands and dates only: short, and every word with a capital or a brand's look."""
    pieces = _pieces(segment)
    words = [_WORD.findall(piece) for piece in pieces]
    return any(segment.strip()) and all(
        len(each) <= _MOST_WORDS
        and len(piece) <= _LONGEST_PIECE
        and not {word.strip(".").lower() for word in each} & _NOT_A_PLACE
        and all(word[0].isupper() or _BRAND.fullmatch(word) for word in each)
        and not re.search(r"[^\w\s.&'’-]", piece)
        for piece, each in zip(pieces, words, strict=True)
    )


def _place(pieces: list[str], cities: Mapping[str, str]) -> str:
    """The piece that is a known city, else the first that does not look like an outlet."""
    named = [piece for piece in pieces if piece]
    for piece in named:
        known = cities.get(parse(piece).place)
        if known:
            return known
    for piece in named:
        if not any(_BRAND.fullmatch(word) for word in piece.split()):
            return piece.title() if piece.isupper() else piece
    return ""
