"""Names and initials of children and of those around them, where the child gate applies.

UU 11/2012 arts. 19 and 97; Peraturan Dewan Pers 1/2019 (initials expose a child too). Officials,
teachers of programmes and partners, said with their office somewhere in the release, pass.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.gate import child_gate, children_live_here
from newsroom.safeguards.matter import Matter, Person
from newsroom.safeguards.names import Census, Name
from newsroom.safeguards.names.census import Sheet
from newsroom.safeguards.names.disguise import broken, initials_of, spelled_apart, spots
from newsroom.safeguards.names.found import Sureness
from newsroom.safeguards.names.standing import Part, Standing
from newsroom.safeguards.reading import Reading, Span

from .child_initials import initials_in
from .child_traces import LAW, pseudonyms
from .patterns import CHILD
from .stretches import MOST, Stretches

_CHILD_WORDS = ("seorang Anak Binaan", "Anak", "")
_KIN_WORDS = ("orang tua anak", "keluarga anak", "")
_CUE_REACH = 48
_LONGEST_NAME = 80
_ELDER_REACH = 120
_HONORIFICS = frozenset(
    {"ibu", "bu", "bapak", "pak", "mama", "papa", "opa", "oma", "ny", "mak", "mbah"}
)
_FRIENDLY = frozenset({"kak", "bang", "mas", "mbak"})


def child_names(matter: Matter) -> Iterator[Finding]:
    """A block for each name that is nobody's who may be named, in every field."""
    if not child_gate(matter):
        return
    declared = tuple(_hidden(matter))
    for sheet in matter.census.sheets:
        told = Stretches()
        for span, rule, kin in _told(matter, sheet, declared):
            if len(told) < MOST and told.add(span):
                yield _found(sheet.reading, span, rule, kin=kin)


def _told(
    matter: Matter, sheet: Sheet, declared: tuple[Person, ...]
) -> Iterator[tuple[Span, str, bool]]:
    """Spans that expose somebody, the surest first, with the rule and whether it is a relative."""
    reading = sheet.reading
    invented = pseudonyms(matter)
    for person in declared:
        for span in _spots(matter.census, reading, person):
            yield span, "child_declared", person.part == "family"
    for span in initials_in(reading, frozenset(initials_of(one.name) for one in declared)):
        yield span, "child_initials", False
    for span in (*spelled_apart(reading), *broken(reading)):
        yield span, "child_name", False
    for name, standing in zip(sheet.names, sheet.standings, strict=True):
        if not invented.issuperset(name.parts) and _exposes(matter, sheet, name, standing):
            yield name.span, "child_name", standing.part is Part.RELATIVE


def _hidden(matter: Matter) -> Iterator[Person]:
    """The declared who must not be named in this release, whatever consent is on file.

    Children, and the relatives and visitors who lead to them; consent cannot lift art. 19.
    """
    for one in matter.people:
        if (
            one.is_child
            or one.part == "family"
            or (one.part in {"visitor", "victim"} and not one.consent)
        ):
            yield one


def _spots(census: Census, reading: Reading, person: Person) -> Iterator[Span]:
    """Where the person is named; an official's namesake is the official."""
    for span in spots(person.name, reading):
        told = reading.clear[span.start : span.end]
        if " " in told or not _is_officials(census, reading, span):
            yield span


def _is_officials(census: Census, reading: Reading, span: Span) -> bool:
    sheet = next(one for one in census.sheets if one.reading is reading)
    for name, standing in sheet.within(max(0, span.start - _LONGEST_NAME), span.start + 1):
        if span.start < name.span.end and len(name.parts) > 1:
            return standing.part is Part.OFFICIAL or census.is_introduced(name.parts)
    return False


def _exposes(matter: Matter, sheet: Sheet, name: Name, standing: Standing) -> bool:
    """Whether this name may be a child's or leads to one."""
    census = matter.census
    if _is_called(sheet.reading, name, standing):
        return True
    if _of_kin(sheet.reading, name, standing):
        return True
    if standing.part is Part.OFFICIAL or census.is_introduced(name.parts):
        return False
    if standing.part is Part.ELDER and not _kin_near(sheet, name):
        return False
    if standing.part is Part.INMATE and not children_live_here(matter):
        return False  # told by the rule on inmates
    apposed = name.sureness > Sureness.FAINT or standing.at > name.last
    if apposed and standing.part in {Part.CHILD, Part.RELATIVE, Part.PUPIL}:
        return True
    return not (census.doubted(sheet, name) or _elder(sheet, name))


def _of_kin(reading: Reading, name: Name, standing: Standing) -> bool:
    """ "Rosmini, penjual ikan, memeluk putranya": whatever her trade, she is a mother here."""
    if standing.part is Part.OFFICIAL and standing.at < name.first:
        return False
    return bool(CHILD("own_kin").match(reading.clear, name.span.end))


def _is_called(reading: Reading, name: Name, standing: Standing) -> bool:
    """Whether the words beside it say outright that it is the name of a child."""
    before = reading.clear[max(0, name.span.start - _CUE_REACH) : name.span.start]
    if CHILD("name_named").search(before):
        return bool(CHILD("any").search(before))
    if CHILD("name_aged").match(reading.clear, name.span.end):
        return True
    if standing.part is Part.OFFICIAL or name.sureness < Sureness.LIKELY:
        return False
    return bool(CHILD("name_called").search(before)) and "," not in before[-3:]


def _elder(sheet: Sheet, name: Name) -> bool:
    """ "Ibu Nurlaela" is grown up; she leads to a child only where kin or a visit is told of."""
    at = name.first - 1
    while at > 0 and sheet.tokens[at].text == ".":
        at -= 1
    previous = sheet.tokens[at].fold if at >= 0 else ""
    elder = previous in _HONORIFICS or (previous in _FRIENDLY and len(name.parts) > 1)
    return elder and not _kin_near(sheet, name)


def _kin_near(sheet: Sheet, name: Name) -> bool:
    """Whether kin or a visit is told of around the name."""
    reading = sheet.reading
    start, end = reading.sentence_span(name.span.start)
    around = reading.clear[max(0, start - _ELDER_REACH) : end + _ELDER_REACH]
    return bool(CHILD("visiting").search(around))


def _found(reading: Reading, span: Span, rule: str, *, kin: bool = False) -> Finding:
    return reading.finding(
        span,
        rule=rule,
        group=Group.CHILD,
        level=Level.BLOCK,
        reason=_REASONS[rule],
        source=LAW,
        replacements=_KIN_WORDS if kin else _CHILD_WORDS,
    )


_REASONS = {
    "child_declared": _("This person leads to a child and must not be named, not even in part."),
    "child_initials": _("Initials expose a child too. Say “seorang Anak Binaan”."),
    "child_name": _(
        "Whose name is this? A child or its family must not be named. If it is an official or a"
        " partner, say the office with the name or add the person to the list."
    ),
}
