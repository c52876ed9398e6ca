"""Who somebody is by the company the text puts them in: lists, possessives, deeds, the theme."""

import re
from collections.abc import Sequence

from .found import Name
from .kinds import Kind
from .lexicon import Role
from .lists import CUES
from .standing import NOBODY, Part, Standing
from .tokens import Token

_LINKS = frozenset({",", "dan", "serta", "&", "(", ")", "/"})
_ENUMERATING = CUES["enumerating"]
_GATHERINGS = CUES["gatherings"]
_POSSESSED = CUES["possessed"]
_ADULT_DEEDS = CUES["adult_deeds"]
_ADJUNCT = CUES["adjunct"]
_CHILDREN = frozenset(
    {"anak", "anak-anak", "siswa", "pelajar", "santri", "remaja", "peserta", "abh"}
)
_PILGRIMS = frozenset({"h", "hj"})
_LONGEST_LINK = 6
_LONGEST_LIST = 20
_REACH = 40
#: A headline or lead that is about grown-ups.
_STAFF = r"(?:pegawai|petugas|wartawan|jurnalis|mahasiswa|CPNS|taruna|pejabat|ASN|dosen|karyawan)"
_THEME = re.compile(
    r"\b(?i:(?:bagi|untuk|tim|para|seluruh|sesama|antar|pemain|juara|dua|tiga|empat|lima|\d+)"
    rf" (?:futsal |voli |orang )?{_STAFF}"
    r"|(?:pegawai|petugas) (?:LPKA|terbaik|teladan|berprestasi|purna\w*)"
    r"|serah terima jabatan|sertijab|pisah sambut|pelantikan|mutasi"
    r"|purnabakti|purnatugas|kenaikan pangkat)\b"
)
_CHILD_THEME = re.compile(r"\b(?i:anak|siswa|ABH|peserta didik|remaja)\b(?! (?i:bagi|di LPKA$))")
_OTHERS = re.compile(
    r"(?i:satu|dua|tiga|empat|lima|seorang|sisanya)(?: orang)? (?i:lain(?:nya)?|lagi)\b"
)
_STAFF_NAMES = re.compile(rf"\b(?i:nama-nama (?:para )?{_STAFF})\b")
_CREW_LAST = re.compile(
    r"\b(?i:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\d+|para|sejumlah|beberapa)"
    r"(?: orang)? (?i:pegawai|petugas|mahasiswa|relawan|guru|wartawan)(?: [a-z]+)?\.\s*$"
)
_NO_CHILD = re.compile(r"\b(?i:ramah anak|khusus anak|perlindungan anak|hari anak|layak anak)\b")


def about_grown_ups(opening: str) -> bool:
    """Whether headline and lead together speak of grown-ups and of no child."""
    bare = _NO_CHILD.sub("", opening)
    return bool(_THEME.search(bare)) and not _CHILD_THEME.search(bare)


def follows_crew(before: str) -> bool:
    """Whether the text before a sentence ends with a number of staff: "kepada lima pegawai."."""
    return bool(_CREW_LAST.search(before))


def begins_with_the_others(sentence: str) -> bool:
    """ "Dua lainnya, A dan B, ...": the sentence goes on with a number of people."""
    return bool(_OTHERS.match(sentence))


def lists_staff(sentence: str) -> bool:
    """ "Ia menyebut nama-nama pegawai ...": whoever the sentence names is staff."""
    return bool(_STAFF_NAMES.search(sentence))


def grown_ups_alone(sentence: str) -> bool:
    """Whether a sentence speaks of no child."""
    return not _CHILD_THEME.search(_NO_CHILD.sub("", sentence))


def spouse_of_official(
    said: Standing, tokens: Sequence[Token], names: Sequence[Name], standings: Sequence[Standing]
) -> bool:
    """ "Titik Setyowati berjalan bersama suaminya, Sugeng": the relative is an official's."""
    at = len(standings)
    if said.part is not Part.RELATIVE or not said.word.endswith("nya") or not at:
        return False
    between = tokens[names[at - 1].last + 1 : names[at].first]
    same = not any(one.first and one.is_word for one in between)
    return same and standings[at - 1].part is Part.OFFICIAL


def share(tokens: Sequence[Token], names: Sequence[Name], standings: list[Standing]) -> None:
    """What stands behind the last name of a list, "A dan B, dua Warga Binaan", is said of all."""
    for at in range(len(names) - 2, -1, -1):
        said = standings[at + 1]
        behind = said.at > names[at + 1].last
        if standings[at].part is Part.NOBODY and behind and _linked(tokens, names, at):
            standings[at] = said


def _linked(tokens: Sequence[Token], names: Sequence[Name], at: int) -> bool:
    between = tokens[names[at].last + 1 : names[at + 1].first]
    return 0 < len(between) <= 2 and all(
        one.text in _LINKS or one.fold in _ADJUNCT for one in between
    )


def in_company(
    tokens: Sequence[Token],
    kinds: Sequence[Kind],
    names: Sequence[Name],
    standings: Sequence[Standing],
) -> Standing:
    """The standing of the next name, of which nothing is said beside it.

    ``standings`` holds those of the names before it.
    """
    at = len(standings)
    name = names[at]
    following = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if following is not None and following.fold in _ADULT_DEEDS and len(name.parts) > 1:
        return Standing(Part.OFFICIAL, following.fold)
    if at and _continues(tokens, names, standings):
        return standings[at - 1]
    if at and standings[at - 1].part is Part.OFFICIAL and _linked(tokens, names, at - 1):
        if name.parts[0] in _PILGRIMS:
            return standings[at - 1]
        return _enumerated(tokens, kinds, _list_start(tokens, names, at))
    if tokens[name.first - 1 : name.first] and _possessed(tokens, name.first):
        official = at and standings[at - 1].part in {Part.OFFICIAL, Part.ELDER}
        return Standing(Part.OFFICIAL, "rekan", crew=True) if official else NOBODY
    return _enumerated(tokens, kinds, name.first)


def _continues(
    tokens: Sequence[Token], names: Sequence[Name], standings: Sequence[Standing]
) -> bool:
    """Whether the name goes on with a list of the same crew."""
    at = len(standings)
    if not standings[at - 1].crew:
        return False
    between = tokens[names[at - 1].last + 1 : names[at].first]
    if not 0 < len(between) <= _LONGEST_LINK + 2:
        return False
    short = all(one.text in _LINKS or len(one.text) < 4 or one.fold in _ADJUNCT for one in between)
    comma = any(one.text == "," for one in between) and not any(one.text == "." for one in between)
    return short or (comma and standings[at - 1].at < 0)


def _list_start(tokens: Sequence[Token], names: Sequence[Name], at: int) -> int:
    """Index of the first token of the list that this name goes on with."""
    farthest = max(0, at - _LONGEST_LIST)
    while at > farthest and _linked(tokens, names, at - 1):
        at -= 1
    first = names[at].first
    while first and (tokens[first - 1].role & Role.OFFICE or tokens[first - 1].text == "."):
        first -= 1
    return first


def _possessed(tokens: Sequence[Token], first: int) -> bool:
    """ "Rekannya, Teguh": the name is that of somebody's colleague."""
    for at in range(first - 1, max(first - 4, -1), -1):
        if tokens[at].fold in _POSSESSED:
            return True
        if tokens[at].text != "," and tokens[at].fold not in _ADJUNCT:
            return False
    return False


def _enumerated(tokens: Sequence[Token], kinds: Sequence[Kind], first: int) -> Standing:
    """ "Sepuluh mahasiswa menjadi pendamping, di antaranya A dan B"; "pegawai terbaik: A, B"."""
    if not first or not _introduces_list(tokens, first):
        return NOBODY
    for at in range(first - 1, max(first - _REACH, -1), -1):
        token = tokens[at]
        if token.text in {"\n", "!", "?"} or (token.text == "." and tokens[at + 1].first):
            return NOBODY
        if token.fold in _CHILDREN or token.fold == "binaan":
            return NOBODY
        if token.role & Role.CREW and kinds[at] is Kind.OFFICE:
            # A place of -1 marks a list whose items may carry words of their own.
            return Standing(Part.OFFICIAL, token.fold, crew=True)
    return NOBODY


def _introduces_list(tokens: Sequence[Token], first: int) -> bool:
    before = tokens[first - 1]
    return before.text == ":" or before.fold in _ENUMERATING
