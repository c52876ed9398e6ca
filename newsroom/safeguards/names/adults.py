"""Grown-ups told openly: by age, title, trade, part in the programme, what guests do, and company.

What tells a child is a closed list; everybody else with one of these signs is a grown-up.
"""

import re
from collections.abc import Sequence

from .found import Name
from .lists import ADULTS
from .roles import is_person
from .standing import NOBODY, Part, Standing
from .tokens import Token

_ELDERS = ADULTS["sapaan"]
_CHILDS = ADULTS["anak"]
_OF_CHILDREN = ADULTS["bicara_anak"]
_HOSTED = ADULTS["tamu"]
_SURELY_HOSTED = ADULTS["tegas"]
_HOSTING = ADULTS["jamu"]
_LEADING_IN = ADULTS["pengantar"]
_WORKS = ADULTS["karya"]
_NOBODIES = ADULTS["bukan_orang"]
_PRAYED = frozenset({"h", "hj", "kh"})
_FIGURES = frozenset({"hari", "r", "ra", "khong", "persib", "sasando", "ibu"})
_GROWN = 22
_LONGEST_PART = 6
#: Tokens of a sentence looked at on each side; texts without full stops stay bounded.
_SENTENCE = 80
_AGED = re.compile(r"\s?[,(]\s?(?:usia |berusia |umur )?(\d{1,2})(?: tahun| th)?\s?[),]")
_LISTED = frozenset({",", "dan", "serta", "&"})
_THEY = re.compile(r"(?:mereka|(?:ke(?:dua|tiga|empat|lima|enam|tujuh))nya)$")
_CREWS = frozenset(
    {"mahasiswa", "pegawai", "petugas", "relawan", "dosen", "guru", "wartawan", "staf"}
)
_ARE = frozenset({"ialah", "adalah", "yakni", "yaitu", "antara"})


def sentence_of(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Indexes of the first token of the sentence around a token, and after its last."""
    start = at
    while (
        at - start < _SENTENCE and start > 0 and not (tokens[start].first and tokens[start].is_word)
    ):
        start -= 1
    end = at + 1
    while (
        end - at < _SENTENCE
        and end < len(tokens)
        and not (tokens[end].first and tokens[end].is_word)
    ):
        end += 1
    return start, end


def of_children(tokens: Sequence[Token]) -> bool:
    """Whether any word speaks of children, or of those who receive and win."""
    return any(
        one.fold in _OF_CHILDREN and not (one.fold == "anak" and _in_a_name(tokens, at))
        for at, one in enumerate(tokens)
    )


def _in_a_name(tokens: Sequence[Token], at: int) -> bool:
    """ "Direktur Bina Napi dan Anak", "Forum Anak": what an institution is called."""
    following = tokens[at + 1].fold if at + 1 < len(tokens) else ""
    if not tokens[at].capital or at < 2 or following in {"binaan", "didik"}:
        return False
    return tokens[at - 1].capital or (tokens[at - 1].fold == "dan" and tokens[at - 2].capital)


def nobody(tokens: Sequence[Token], name: Name) -> bool:
    """Whether the name is that of a work, a feast, a figure or a thing."""
    if name.parts[-1] in _NOBODIES and (len(name.parts) == 1 or name.parts[0] in _FIGURES):
        return True
    if name.parts == ("anak",):
        return True
    before = tokens[name.first - 1] if name.first else None
    return before is not None and before.fold in _WORKS


def told_openly(tokens: Sequence[Token], name: Name, clear: str) -> Standing:
    """What age, title, programme or deed beside the name say, NOBODY for nothing."""
    if aged := _AGED.match(clear, name.span.end):
        if int(aged[1]) < _GROWN:
            return NOBODY
        return Standing(Part.OFFICIAL, "usia", crew=True)
    if _called_child(tokens, name):
        return Standing(Part.CHILD, "anak")
    if _honoured(tokens, name):
        return Standing(Part.ELDER, "sapaan", crew=True)
    start, end = sentence_of(tokens, name.first)
    if of_children(tokens[start:end]) or not full(name):
        return NOBODY
    if _in_programme(tokens, name, start) or _hosts(tokens, name) or _hosted(tokens, name):
        return Standing(Part.OFFICIAL, "tamu", crew=True)
    return NOBODY


def full(name: Name) -> bool:
    """Whether it is more than a first name, also more than one with an initial."""
    return sum(len(part) > 1 for part in name.parts) > 1


def _called_child(tokens: Sequence[Token], name: Name) -> bool:
    """ "Dimas, peserta termuda": the word behind is one for those who live and learn here."""
    at = name.last + 1
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return False
    return any(one.fold in _CHILDS for one in tokens[at + 1 : at + 4] if not one.first)


def _honoured(tokens: Sequence[Token], name: Name) -> bool:
    """ "Mbah Karsinah", "H. Masmuni Sidik": said only of grown-ups."""
    opening = name.parts[0]
    if len(name.parts) > 1 and (opening in _ELDERS or opening in _PRAYED):
        return True
    before = tokens[name.first - 1] if name.first else None
    return before is not None and before.capital and before.fold in _ELDERS


def _in_programme(tokens: Sequence[Token], name: Name, start: int) -> bool:
    """ "Pembaca doa: Iin Indasari." in the order of a ceremony."""
    if name.first != start or start < 2 or tokens[start - 1].text != ":":
        return False
    opening, _end = sentence_of(tokens, start - 2)
    part = tokens[opening : start - 1]
    if len(part) > _LONGEST_PART or of_children(part):
        return False
    return part[0].fold.startswith(("pe", "dirigen", "komandan", "inspektur", "ajudan"))


def _hosted(tokens: Sequence[Token], name: Name) -> bool:
    """ "disampaikan oleh Rina Wati", "gerai milik Inaq Sahnep"."""
    at = name.first - 1
    while at > 1 and tokens[at].fold in {"oleh", "langsung"}:
        at -= 1
    if at < 1:
        return False
    if tokens[at].text == ",":
        return tokens[at - 1].fold in {"pengurus", "panitia"}
    return tokens[at].fold in _HOSTED


def _hosts(tokens: Sequence[Token], name: Name) -> bool:
    """ "Corry Ohee turut mengajar"."""
    at = name.last + 1
    while at < len(tokens) and (tokens[at].fold or tokens[at].text) in _LEADING_IN:
        at += 1
    return at < len(tokens) and tokens[at].fold in _HOSTING


def keep_company(tokens: Sequence[Token], names: Sequence[Name], standings: list[Standing]) -> None:
    """Those named in one list stand as one: a grown-up among full names makes all grown-ups."""
    for at in range(len(names)):
        if standings[at].part is Part.NOBODY:
            standings[at] = _singly_hosted(tokens, names[at], standings[at - 1] if at else NOBODY)
    order = range(len(names) - 1)
    for pair in ((at, at + 1) for at in order):
        _agree(tokens, names, standings, pair)
    for pair in ((at + 1, at) for at in reversed(order)):
        _agree(tokens, names, standings, pair)


def _singly_hosted(tokens: Sequence[Token], name: Name, before: Standing) -> Standing:
    """ "sedangkan dirigen dijabat Lisnawati", after another grown-up in the same sentence."""
    at = name.first - 1
    by = full(name) and at >= 0 and tokens[at].fold == "oleh"
    if at < 0 or not (by or tokens[at].fold in _SURELY_HOSTED):
        return NOBODY
    start, end = sentence_of(tokens, name.first)
    known = before.part in {Part.OFFICIAL, Part.ELDER}
    if known and not of_children(tokens[start:end]):
        return Standing(Part.OFFICIAL, "tamu", crew=True)
    return NOBODY


def _agree(
    tokens: Sequence[Token], names: Sequence[Name], standings: list[Standing], pair: tuple[int, int]
) -> None:
    known, asked = pair
    said = standings[known]
    if standings[asked].part is not Part.NOBODY or said.part not in {Part.OFFICIAL, Part.ELDER}:
        return
    if not (said.crew or full(names[asked])):
        return
    first, second = sorted(pair)
    between = tokens[names[first].last + 1 : names[second].first]
    if _listed(tokens, between, names[second]):
        standings[asked] = Standing(Part.OFFICIAL, "daftar", crew=said.crew)


def _listed(tokens: Sequence[Token], between: Sequence[Token], second: Name) -> bool:
    """Whether nothing but commas and "dan" stands between, and the list goes on or is closed."""
    bare = [one for one in between if one.fold not in _ELDERS and one.text != "."]
    if not 0 < len(bare) <= 2 or any((one.fold or one.text) not in _LISTED for one in bare):
        return False
    following = tokens[second.last + 1] if second.last + 1 < len(tokens) else None
    closed = any(one.is_word for one in bare)
    return closed or (following is not None and (following.fold or following.text) in _LISTED)


def introduces_them(tokens: Sequence[Token], name: Name) -> bool:
    """ "Delapan mahasiswa mengajar. Mereka ialah A dan B": they are the subject before."""
    start, _end = sentence_of(tokens, name.first)
    if name.first - start > 3 or not start or not _THEY.match(tokens[start].fold):
        return False
    if tokens[start + 1].fold not in _ARE:
        return False
    opening, _end = sentence_of(tokens, start - 1)
    for one in tokens[opening:start]:
        if one.fold in _OF_CHILDREN:
            return False
        if is_person(one.fold) or one.fold in _CREWS:
            return True
    return False
