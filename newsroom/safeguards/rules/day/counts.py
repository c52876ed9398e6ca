"""Things counted in a text: "120 peserta", "sepuluh orang", "45 kilogram sayur"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .number_words import WORDS, parse

_NUMBER_WORD = "|".join(sorted(WORDS - {"kosong", "nol"}, key=len, reverse=True))
_WORDS = rf"\b(?:{_NUMBER_WORD})(?: (?:{_NUMBER_WORD})){{0,11}}"
_COUNT = re.compile(
    rf"(?<![\w.,/:()-])(?:(?P<digits>\d{{1,3}}(?:\.\d{{3}}){{1,2}}|\d{{1,7}})"
    rf"(?:,\d{{1,3}})?(?: ?\([a-z ]{{3,60}}\))?|(?P<words>{_WORDS})(?: ?\(\d{{1,7}}\))?)"
    r" (?P<noun>[A-Za-z][A-Za-z-]{1,24})(?: (?P<next>[A-Za-z][A-Za-z-]{1,24}))?",
    re.IGNORECASE,
)
#: Measures as they are written -> one word each; anything else is counted in pieces.
_MEASURES = {
    "kg": "kilogram", "kilogram": "kilogram", "kilo": "kilogram", "gram": "gram", "ton": "ton",
    "kuintal": "kuintal", "liter": "liter", "meter": "meter", "hektare": "hektare", "hektar":
    "hektare", "paket": "paket", "ekor": "ekor", "butir": "butir", "bibit": "bibit", "batang":
    "batang", "karung": "karung", "dus": "dus", "kotak": "kotak", "unit": "unit",
    "lembar": "lembar",
    "buah": "buah", "porsi": "porsi", "bungkus": "bungkus", "botol": "botol", "kantong": "kantong",
}  # fmt: skip
#: Words after a number that count no things.
_LISTED = """
    januari februari maret april mei juni juli agustus september oktober november desember wib
    wita wit persen tahun bulan hari jam menit detik minggu pekan kali lantai nomor ayat pasal
    dan atau dari sampai hingga pagi siang sore malam juta ribu miliar rupiah km kilometer
    belas puluh ratus di ke pada yang dengan untuk s.d sd per kelas tingkat kelompok sesi jenis
    kegiatan program agenda materi cabang
"""
_NO_THINGS = frozenset(_LISTED.split())


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts. ``measure`` is empty where pieces or people are counted;
    ``thing`` names the noun, with what is measured: "kilogram sayur"."""

    start: int
    end: int
    number: int
    measure: str
    thing: str
    digits: str


class _Noun(NamedTuple):
    first: str
    second: str


def counts(text: str) -> Iterator[Count]:
    """Every count of things or people; dates, times, shares and money are none."""
    for match in _COUNT.finditer(text):
        noun = _Noun(match["noun"].casefold(), (match["next"] or "").casefold())
        number = _number(match)
        if number is None or noun.first in _NO_THINGS or "," in match[0].split(" ")[0]:
            continue
        if (
            text[max(0, match.start() - 6) : match.start()]
            .casefold()
            .endswith(("salah ", "rp", "rp "))
        ):
            continue
        measure = _MEASURES.get(noun.first, "")
        first = measure or noun.first
        thing = f"{first} {noun.second}".strip()
        end = match.end("digits") if match["digits"] else match.end("words")
        yield Count(match.start(), end, number, measure, thing, match["digits"] or "")


def _number(match: re.Match[str]) -> int | None:
    if match["digits"]:
        return int(match["digits"].replace(".", ""))
    return parse(match["words"])


def amount(number: int) -> str:
    """As Indonesian writes it: "1.250"."""
    return f"{number:,}".replace(",", ".")


def written_like(number: int, digits: str) -> str:
    """With dots where the sample has them or is short."""
    return amount(number) if "." in digits or number < 1000 else str(number)
