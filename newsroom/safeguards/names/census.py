"""Everybody named in a release: who they are by what the whole release says of them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsroom.safeguards.reading import Reading

from .adults import introduces_them, keep_company, nobody, told_openly
from .company import (
    about_grown_ups,
    begins_with_the_others,
    follows_crew,
    grown_ups_alone,
    in_company,
    lists_staff,
    share,
    spouse_of_official,
)
from .deeds import acts, personal
from .found import Name, Sureness, names_in
from .kinds import Kind, kinds_of
from .lexicon import Role, role
from .lists import CUES
from .shape import folded
from .standing import NOBODY, Part, Standing, before
from .titles import after, degree_end
from .tokens import Token, tokenise

_LABELS = ("file_name", "slug")
_NICKNAME_REACH = 60
_FOCUS_REACH = 80
#: Characters of a sentence looked at on each side; texts without full stops stay bounded.
_SENTENCE = 400
_LEADING = CUES["leading"] | {"andi", "ki"}
_VISITING = re.compile(
    r"\b(?:(?i:anak|putra|putri|cucu|adik|kakak|keponakan|nenek|kakek|paman|bibi|ayah|bapak)nya"
    r"|putra|putri|orang tua|ibunda"
    r"|menjenguk|menjemput|membesuk|kunjungan|pengunjung|mengunjungi|rindu)\b"
)
_PREPOSITIONS = CUES["prepositions"]
_NICKNAMED = re.compile(r"\b(?:disapa|dipanggil|sapaan|panggilan|alias)\b[^.!?\n]{0,30}$")


def _start_of(name: Name) -> int:
    return name.span.start


@dataclass(slots=True)
class Sheet:
    """One field taken apart."""

    reading: Reading
    tokens: list[Token]
    kinds: list[Kind]
    names: list[Name]
    standings: list[Standing] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[tuple[Name, Standing]]:
        """The names that begin in this stretch, in order, with what is said of them."""
        first = bisect_left(self.names, start, key=_start_of)
        last = bisect_left(self.names, end, key=_start_of)
        return list(zip(self.names[first:last], self.standings[first:last], strict=True))

    @property
    def label(self) -> bool:
        """Whether it is a file name or a slug rather than a text."""
        return is_label(self.reading)


@dataclass(slots=True)
class Census:
    """All fields taken apart; ``introduced`` are the names of people with an office.

    Each is a tuple of folded words. ``lowered`` are the words that stand in small letters in the
    release, and so are words.
    """

    sheets: list[Sheet]
    introduced: dict[str, list[tuple[str, ...]]]
    lowered: frozenset[str]

    def is_introduced(self, parts: Sequence[str]) -> bool:
        """Whether these words are the name, or the beginning or end of the name, of an official."""
        spoken = tuple(one for one in parts if len(one) > 1 and one not in _LEADING) or tuple(parts)
        return any(_names_same(spoken, full) for full in self.introduced.get(spoken[0], ()))

    def doubted(self, sheet: Sheet, name: Name) -> bool:
        """Whether nothing but a capital says that it is a name.

        A capital that opens a sentence, or stands in a headline, says nothing; somebody who does
        what people do is a person.
        """
        if name.sureness is Sureness.SURE:
            return False
        if sheet.reading.place == "slug":
            return True  # made of the headline's words, in which small letters say nothing
        if len(name.parts) == 1 and name.parts[0] in self.lowered:
            return True
        if name.sureness is Sureness.LIKELY and personal(sheet.tokens, name):
            return False
        return not acts(sheet.tokens, name)


def is_label(reading: Reading) -> bool:
    """Whether the field is a file name or a slug."""
    return reading.place.rsplit(".", 1)[-1] in _LABELS


def census_of(readings: Iterable[Reading], familiar: Iterable[str]) -> Census:
    """Takes all fields apart. ``familiar``: names of people who may be named, as written."""
    sheets = [_sheet(one) for one in readings]
    opening = " \n".join(
        one.reading.clear for one in sheets if one.reading.place in {"headline", "lead"}
    )
    grown_ups = about_grown_ups(opening)
    introduced: dict[str, list[tuple[str, ...]]] = {}
    for full in familiar:
        _introduce(introduced, [folded(word) for word in _bare(full).split()])
    for sheet in sheets:
        _place_by_theme(sheet, theme=grown_ups)
        for name, standing in zip(sheet.names, sheet.standings, strict=True):
            if standing.part in {Part.OFFICIAL, Part.ELDER} and not _visits(sheet, name, standing):
                _introduce(introduced, name.parts)
    for sheet in sheets:
        _introduce_nicknames(sheet, introduced)
    lowered = frozenset(
        token.fold
        for sheet in sheets
        if not sheet.label
        for token in sheet.tokens
        if token.is_word and not token.capital and not token.role & Role.GIVEN
    )
    return Census(sheets, introduced, lowered)


def _sheet(reading: Reading) -> Sheet:
    label = is_label(reading)
    tokens = tokenise(reading.clear, label=label)
    kinds = kinds_of(tokens, label=label)
    names = [
        one
        for one in names_in(tokens, kinds, reading.clear)
        if not (_is_degree(reading, one) or nobody(tokens, one))
    ]
    sheet = Sheet(reading, tokens, kinds, names)
    for name in names:
        sheet.standings.append(_standing(sheet, name))
    share(tokens, names, sheet.standings)
    if not label:
        keep_company(tokens, names, sheet.standings)
    return sheet


def _place_by_theme(sheet: Sheet, *, theme: bool) -> None:
    """Who is left over belongs to those the release, or the sentence before, is about."""
    crew_until = -1
    for at, name in enumerate(sheet.names):
        if sheet.standings[at].part is not Part.NOBODY or sheet.label:
            continue
        sentence = sheet.reading.sentence_span(name.span.start)
        before = sheet.reading.clear[max(0, sentence.start - _FOCUS_REACH) : sentence.start]
        focused = follows_crew(before) or (crew_until >= 0 and sentence.start - crew_until < 3)
        told = sheet.reading.clear[
            max(sentence.start, name.span.start - _SENTENCE) : min(
                sentence.end, name.span.end + _SENTENCE
            )
        ]
        opens = sentence.start == name.span.start and len(name.parts) > 1
        goes_on = focused and (opens or begins_with_the_others(told))
        if (theme or goes_on or lists_staff(told)) and grown_ups_alone(told):
            sheet.standings[at] = Standing(Part.OFFICIAL, "tema")
            crew_until = sentence.end if goes_on else crew_until


def _is_degree(reading: Reading, name: Name) -> bool:
    return degree_end(reading.clear, name.span.start) >= name.span.end


def _standing(sheet: Sheet, name: Name) -> Standing:
    """What the words on both sides say, those before first; a list carries its title on."""
    said = before(sheet.tokens, sheet.kinds, name.first)
    if said.part is Part.OFFICIAL and _passed_by(sheet, name, said):
        said = NOBODY
    end = degree_end(sheet.reading.clear, name.span.end)
    if said.part is Part.NOBODY and end > name.span.end:
        said = Standing(Part.OFFICIAL, "gelar")
    if spouse_of_official(said, sheet.tokens, sheet.names, sheet.standings):
        said = Standing(Part.OFFICIAL, said.word)
    behind = after(sheet.tokens, sheet.kinds, _token_before(sheet.tokens, name.last, end))
    traded = said.part is Part.OFFICIAL and not role(folded(said.word)) & Role.OFFICE
    if traded and behind.part in {Part.CHILD, Part.INMATE}:
        return behind
    return _by_company(sheet, name, behind) if said.part is Part.NOBODY else said


def _by_company(sheet: Sheet, name: Name, behind: Standing) -> Standing:
    """What lists, the words behind, deeds and the order of a ceremony say, in this order."""
    said = in_company(sheet.tokens, sheet.kinds, sheet.names, sheet.standings)
    if said.part is Part.NOBODY:
        said = behind
    if said.part is not Part.NOBODY or sheet.label:
        return said
    said = told_openly(sheet.tokens, name, sheet.reading.clear)
    if said.part is Part.NOBODY and introduces_them(sheet.tokens, name):
        return Standing(Part.OFFICIAL, "mereka", crew=True)
    return said


def _token_before(tokens: Sequence[Token], last: int, end: int) -> int:
    """Index of the last token that ends at or before this position."""
    while last + 1 < len(tokens) and tokens[last + 1].end <= end:
        last += 1
    return last


def _passed_by(sheet: Sheet, name: Name, said: Standing) -> bool:
    """ "Bersama Kepala LPKA, Dimas menanam": the comma ends the phrase, the name is another's."""
    tokens = sheet.tokens
    if name.first < 2 or tokens[name.first - 1].text != ",":
        return False
    opening = next(
        (at for at in range(said.at, max(said.at - 4, -1), -1) if tokens[at].first), None
    )
    if opening is None or tokens[opening].fold not in _PREPOSITIONS:
        return False
    following = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    return following is not None and following.is_word and not following.capital


def _visits(sheet: Sheet, name: Name, standing: Standing) -> bool:
    """Whether somebody elderly may be the kin of a child."""
    if standing.part is not Part.ELDER:
        return False
    start, end = sheet.reading.sentence_span(name.span.start)
    start = max(start - _FOCUS_REACH, name.span.start - _SENTENCE, 0)
    around = sheet.reading.clear[start : min(end + _FOCUS_REACH, name.span.end + _SENTENCE)]
    return bool(_VISITING.search(around))


def _introduce_nicknames(sheet: Sheet, introduced: dict[str, list[tuple[str, ...]]]) -> None:
    """ "Suwarto yang akrab disapa Pak Warto": the nickname of an official is an official's."""
    for at, name in enumerate(sheet.names[1:], 1):
        owner = sheet.names[at - 1]
        between = sheet.reading.clear[owner.span.end : name.span.start]
        nicknamed = len(between) < _NICKNAME_REACH and _NICKNAMED.search(between)
        if nicknamed and owner.parts[0] in introduced:
            _introduce(introduced, name.parts)


def _bare(full: str) -> str:
    """A name without the degrees behind it and marks within."""
    return full.split(",")[0].replace(".", " ").strip()


def _introduce(introduced: dict[str, list[tuple[str, ...]]], parts: Sequence[str]) -> None:
    kept = tuple(one for one in parts if len(one) > 1)
    for at, part in enumerate(kept):
        if at in {0, len(kept) - 1} or all(one in _LEADING for one in kept[:at]):
            introduced.setdefault(part, []).append(kept)


def _names_same(spoken: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the spoken words stand in the full name in this order, from one of its ends."""
    if not set(spoken) <= set(full):
        return False
    places = [full.index(one) for one in spoken]
    if places != sorted(places):
        return False
    bare = [at for at, one in enumerate(full) if one not in _LEADING] or [0]
    return places[0] <= bare[0] or places[-1] == len(full) - 1
