"""A person's name beside an office, and whether it is the registered one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from facilities.atlas import distance
from facilities.known import Holder, Known
from newsroom.safeguards.reading import Reading, Span

from .calendar import WEEKDAY

_WORD = r"[A-Z][\w’'`]*\.?"
_NAME = rf"(?P<name>[A-Z][\w’'`]+(?: {_WORD}){{0,3}})"
_HONOUR = (
    r"(?:(?:yang dijabat|dijabat|oleh|Bapak|Ibu|Bpk\.?|Drs\.?|Dr\.?|Dra\.?|Ir\.?|H\.|Hj\.|Prof\.?"
    r"|Irjen|Komjen|Brigjen|Kombes|Pol\.?|\(Purn\.?\)|Purn\.?|Jenderal) ){0,6}"
)
_AFTER = re.compile(rf"(?: ?[,:] ?| [-–] | ){_HONOUR}{_NAME}")
_BEFORE = re.compile(rf"{_NAME}(?:,| selaku| sebagai|, selaku) $")
_SET_APART = re.compile(r" ?[,.;)]")
_GOES_ON = re.compile(r" [a-z]")
#: Words with a capital that follow an office and name nobody.
_LISTED = """
    republik indonesia ri kementerian kemenimipas kemenkumham ditjen ditjenpas direktorat lapas
    lembaga rutan rumah lpka lpp bapas balai lpas kanwil kantor kelas perempuan narkotika kakanwil
    kalapas karutan kabapas kepala kasi kasubag kasubbag kaur kplp plt plh menteri wakil wamen
    dirjen dirjenpas direktur sekretaris sesditjen bupati wali walikota gubernur ketua kapolres
    kapolsek kapolda dandim danramil komandan kajari tim humas pegawai petugas warga anak jajaran
    dharma upt dan di ke dari pada dalam untuk yang ini itu saat ketika para imigrasi
    pemasyarakatan bersama beserta turut juga hukum ham
"""
_NOT_A_NAME = frozenset(_LISTED.split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words with capitals beside an office. ``apart``: what follows ends or resumes a sentence."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    apart: bool
    follows: bool

    @property
    def span(self) -> Span:
        """All its words."""
        return Span(self.starts[0], self.starts[-1] + len(self.words[-1]))

    def span_of(self, holder: Holder) -> Span:
        """The words at its beginning that are the holder's."""
        own, count = _tokens(holder.name), 1
        while count < len(self.words) and _fold(self.words[count]) in own:
            count += 1
        return Span(self.starts[0], self.starts[count - 1] + len(self.words[count - 1]))

    def certain(self, reading: Reading, known: Known) -> bool:
        """Whether it is surely a person's name, though nobody knows it."""
        if reading.place == "headline" or not self.follows:
            return False
        if any(self._names_no_one(word, known) for word in self.words):
            return False
        return self.apart or len(self.words) > 1

    @staticmethod
    def _names_no_one(word: str, known: Known) -> bool:
        folded = _fold(word)
        ours = folded in _NOT_A_NAME or folded in known.places
        return ours or bool(WEEKDAY.fullmatch(word)) or (word.isupper() and len(word) > 1)


def after(text: str, position: int) -> Candidate | None:
    """The name that follows an office."""
    match = _AFTER.match(text, position)
    return _candidate(text, match, follows=True) if match else None


def before(text: str, position: int) -> Candidate | None:
    """The name that stands before: "Mashudi, Dirjenpas", "Suwarto selaku Kepala LPKA"."""
    start = max(0, position - 80)
    match = _BEFORE.search(text[start:position])
    return _candidate(text, match, follows=False, offset=start) if match else None


def _candidate(
    text: str, match: re.Match[str], *, follows: bool, offset: int = 0
) -> Candidate | None:
    words = list(re.finditer(r"\S+", match["name"]))
    begin = match.start("name") + offset
    end = match.end("name") + offset
    ended = _SET_APART.match(text, end) is not None
    return Candidate(
        tuple(word[0].rstrip(".") if len(word[0]) > 2 else word[0] for word in words),
        tuple(begin + word.start() for word in words),
        apart=ended and text[match.start() + offset : begin].lstrip()[:1] == ",",
        follows=follows and (ended or _GOES_ON.match(text, end) is not None),
    )


def spelled_alike(name: Candidate, holders: Iterable[Holder]) -> Holder | None:
    """The holder whom the words name; None where they name nobody of them.

    A holder's first name is enough, whatever follows; another of the names stands alone or with one
    more: "Budi Santoso" is not Sri Puguh Budi Utami.
    """
    first = _fold(name.words[0])
    second = _fold(name.words[1]) if len(name.words) > 1 else ""
    named = [one for one in holders if first in _tokens(one.name)]
    both = [one for one in named if not second or second in _tokens(one.name)]
    by_first = [one for one in named if next(iter(_tokens(one.name))) == first]
    return next(iter([*both, *by_first]), None)


def misspelt(name: Candidate, holder: Holder) -> tuple[Span, str] | None:
    """The words that nearly are the holder's name and how they should read; None otherwise."""
    own = _tokens(holder.name)
    for position, word in enumerate(name.words[:2]):
        folded = _fold(word)
        if folded in own:
            continue
        for right, written in own.items():
            most = 2 if len(right) >= 8 else 1
            if len(right) >= 5 and 0 < distance(folded, right, most) <= most:
                start = name.starts[position]
                return Span(
                    start, start + len(word)
                ), written.upper() if word.isupper() else written
        return None
    return None


def _fold(word: str) -> str:
    return word.casefold().strip(".’'`,")


@lru_cache(maxsize=1024)
def _tokens(name: str) -> dict[str, str]:
    """The words of a registered name, folded -> as written; titles and initials left out."""
    words = name.split(",")[0].split()
    return {_fold(word): word for word in words if len(word.strip(".")) > 1 and word[-1] != "."}
