"""Milliseconds of CPU that the safeguards take for a story, and how they grow with its length."""

from dataclasses import dataclass
from datetime import date
from statistics import median
from time import process_time

from facilities import almanac
from facilities.known import Known
from newsroom.safeguards import Field, Matter, check
from newsroom.workshop.samples.stories import sample_texts

_FACILITY = "Lapas Kelas IIB Muara Enim"
_DAY = date(2020, 2, 27)
_WORDS = 600
_RUNS = 20
_LENGTHS = (1_000, 10_000, 100_000)
_SHORT, _FACTOR = 1_000, 8

#: What makes patterns work hardest when it is repeated: beginnings without an end.
_HOSTILE = (
    "a", "A", "Aa ", "A. ", "a.a", "0", "0 ", "08", "0812-", "1.000.", "12/", "\n", " ", "\t",
    "\u200b", "“", '"a',
    "@", "a@", " at ", "(at)", "RT 03 ", "RT/", "BI.1/", "B 1 ", "kunci ", "akan ", "pukul 08.00 ",
    "regu jaga ",
    "satu ", "lahir di ", "jalan a ", "rekening a ", "delapan ", "tidak ada ", "Kepala ", "anak ",
    "Dr. ", "di ",
    "Lapas ", "(Lapas", "Senin, ", "1 Mei ", "warga binaan ", "bernama A", "berinisial A.",
    "nomor ", "register ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckingFigure:
    """``story``: the median for 600 words. ``by_length``: (characters, milliseconds).

    ``growth``: how many times longer the most hostile text takes when it is eight times as long
    (64 would be quadratic); ``worst`` is what it repeats.
    """

    story: float
    by_length: tuple[tuple[int, float], ...]
    growth: float
    worst: str


def measure_checking() -> CheckingFigure:
    """Every rule over stories made of the samples' words, with all that is known of a facility."""
    known = almanac.on_file(_FACILITY, _DAY)
    words = _prose().split(" ")
    story = " ".join(words[:_WORDS])
    growth, worst = max(_growth(text, known) for text in _HOSTILE)
    return CheckingFigure(
        story=median(_milliseconds(story, known) for _run in range(_RUNS)),
        by_length=tuple((length, _milliseconds(_prose(length), known)) for length in _LENGTHS),
        growth=growth,
        worst=worst,
    )


def _growth(text: str, known: Known) -> tuple[float, str]:
    short, long = (
        _milliseconds(_repeated(text, length), known) for length in (_SHORT, _SHORT * _FACTOR)
    )
    return long / short, text


def _milliseconds(body: str, known: Known) -> float:
    """Reading included: the matter is made anew, as the desk does."""
    began = process_time()
    check(Matter((Field("body", body),), event_date=_DAY, today=_DAY, known=known))
    return (process_time() - began) * 1000


def _prose(length: int = 8_000) -> str:
    return _repeated("\n\n".join(sample_texts()) + "\n\n", length)


def _repeated(text: str, length: int) -> str:
    return (text * (length // len(text) + 1))[:length]
