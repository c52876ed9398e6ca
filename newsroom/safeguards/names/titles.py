"""What the words after a name say: degrees, an office in apposition, a part, an institution."""

import re
from collections.abc import Sequence

from .kinds import Kind
from .lexicon import CHILDREN_LEAD, Role
from .lists import ADULTS, CUES
from .roles import is_person
from .standing import _CHILD_WORDS, _INMATE_WORDS, _KIN, NOBODY, Part, Standing
from .tokens import Token

_SPELLED = sorted(CUES["degrees"], key=len, reverse=True)
_DEGREE = re.compile(
    r"\s?,?\s?(?:"
    + "|".join(r"\.? ?".join(map(re.escape, one.split("."))) for one in _SPELLED)
    + r")\b\.?"
)
_LEADS = CUES["leads"]
_ADULT_DEEDS = CUES["adult_deeds"]
_SPEAKING_AS = CUES["speaking_as"]
_CHILDRENS_OFFICES = frozenset(
    {"petugas", "pemimpin", "komandan", "koordinator", "taruna", "juri-cilik"}
)
_QUARTERS = CUES["quarters"]
_KEPT = {("warga", "binaan")} | {("penghuni", one) for one in _QUARTERS | {"lapas", "rutan", "lp"}}
_SECTIONS = CUES["sections"]
_FARTHEST = 8
_CRAFTS_OF = CUES["crafts_of"]
_CHILDREN_DO = ADULTS["laku_anak"]


def degree_end(text: str, end: int) -> int:
    """Where the degrees after a name end; ``end`` itself where none follow."""
    at = end
    while match := _DEGREE.match(text, at):
        at = match.end()
    return at


def after(tokens: Sequence[Token], kinds: Sequence[Kind], last: int) -> Standing:
    """What stands after a name whose last token has this index (degrees already skipped)."""
    at = last + 1
    if at >= len(tokens):
        return NOBODY
    opening = tokens[at]
    if opening.text in {",", "(", "/"}:
        return _apposed(tokens, kinds, at + 1, loud=opening.text == "/")
    if opening.fold in {"selaku", "yang"}:
        return _apposed(tokens, kinds, at, loud=False)
    if opening.fold == "sebagai":
        following = tokens[at + 1] if at + 1 < len(tokens) else opening
        if following.fold in _SPEAKING_AS:
            return _apposed(tokens, kinds, at + 1, loud=False)
    if opening.fold == "dari":
        return _from(tokens, kinds, at + 1)
    return NOBODY


def _apposed(tokens: Sequence[Token], kinds: Sequence[Kind], start: int, *, loud: bool) -> Standing:
    """The first word that says something, with only leading words before it."""
    skipped_age = False
    for at in range(start, min(start + _FARTHEST, len(tokens))):
        token, kind = tokens[at], kinds[at]
        if token.text.isdigit() or token.fold in {"tahun", "th"}:
            skipped_age = True
            continue
        if skipped_age and token.text in {")", ","}:
            continue
        if standing := _part_at(tokens, kinds, at):
            return standing
        if kind in {Kind.INSTITUTE, Kind.PLACE} and not loud:
            return NOBODY
        if (
            token.role & (Role.AGENCY | Role.HEAD)
            and token.capital
            and not token.role & Role.SCHOOL
        ):
            return Standing(Part.OFFICIAL, token.text, at=at)
        if token.fold not in _LEADS:
            return NOBODY
    return NOBODY


def _part_at(tokens: Sequence[Token], kinds: Sequence[Kind], at: int) -> Standing | None:
    token = tokens[at]
    following = tokens[at + 1].fold if at + 1 < len(tokens) else ""
    if _in_trade(tokens, at, following) or token.fold in _ADULT_DEEDS:
        return Standing(Part.OFFICIAL, token.text, at=at)
    if kinds[at] is Kind.OFFICE and token.fold != "selaku":
        childs = following in CHILDREN_LEAD or (
            not token.capital and (token.fold in _CHILDRENS_OFFICES or _as_children_do(tokens, at))
        )
        return NOBODY if childs else Standing(Part.OFFICIAL, token.text, at=at)
    if token.fold in _CHILD_WORDS or token.fold == "anak":
        return Standing(Part.CHILD, token.fold, at=at)
    if token.fold in _INMATE_WORDS or (token.fold, following) in _KEPT:
        return Standing(Part.INMATE, token.fold, at=at)
    if (
        token.fold in _KIN
        or token.fold in {"ibu", "bapak"}
        or (token.fold == "orang" and following == "tua")
    ):
        return Standing(Part.RELATIVE, token.fold, at=at)
    if token.role & Role.SCHOOL or token.fold in {"siswa", "siswi"}:
        return Standing(Part.PUPIL, token.fold, at=at)
    return None


def _in_trade(tokens: Sequence[Token], at: int, following: str) -> bool:
    """Whether the word says what a grown-up lives on: "penjual bibit", "juru masak"."""
    token = tokens[at]
    if token.fold == "wali" and following == "asuh":
        return True
    trade = is_person(token.fold) or (token.fold == "juru" and following in _CRAFTS_OF)
    return trade and not token.capital and not _as_children_do(tokens, at)


def _as_children_do(tokens: Sequence[Token], at: int) -> bool:
    """ "Arta, perancang kepala raksasa, mengaku ...": nobody says so of a guest."""
    for one in tokens[at + 1 : at + 1 + _FARTHEST]:
        if one.first:
            return False
        if one.fold in _CHILDREN_DO:
            return True
    return False


def _from(tokens: Sequence[Token], kinds: Sequence[Kind], at: int) -> Standing:
    """ "Rina dari Dinas Sosial" speaks for it; "Dimas dari SMPN 3" is a pupil."""
    if at >= len(tokens):
        return NOBODY
    token = tokens[at]
    if token.role & Role.SCHOOL or token.fold in {"siswa", "kelas"}:
        return Standing(Part.PUPIL, token.fold, at=at)
    if token.fold in _QUARTERS:
        return Standing(Part.INMATE, token.fold, at=at)
    if token.fold in _SECTIONS:
        return Standing(Part.OFFICIAL, token.fold, at=at)
    homes = {
        "desa",
        "kampung",
        "kp",
        "dusun",
        "kelurahan",
        "kecamatan",
        "kota",
        "kabupaten",
        "gang",
        "jalan",
        "lapas",
        "rutan",
        "lpka",
    }
    if token.fold in homes or kinds[at] is Kind.PLACE:
        return NOBODY
    if token.role & (Role.AGENCY | Role.HEAD | Role.OFFICE) or (
        token.caps and kinds[at] is Kind.PLAIN
    ):
        return Standing(Part.OFFICIAL, token.text, at=at)
    return NOBODY
