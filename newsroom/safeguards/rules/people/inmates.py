"""Inmates and detainees stay unnamed unless consent to it is on file.

UU 27/2022 art. 4 (2): a criminal record is specific personal data; UU 22/2022 on corrections.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.gate import child_gate, children_live_here
from newsroom.safeguards.matter import Matter, Person
from newsroom.safeguards.names import Name
from newsroom.safeguards.names.census import Sheet
from newsroom.safeguards.names.disguise import spots
from newsroom.safeguards.names.found import Sureness
from newsroom.safeguards.names.lexicon import Role, role, strict
from newsroom.safeguards.names.lists import CUES
from newsroom.safeguards.names.shape import folded
from newsroom.safeguards.names.standing import Part, Standing
from newsroom.safeguards.reading import Reading, Span

from .child_initials import ABBREVIATIONS, initials_in
from .patterns import CHILD, INMATE
from .stretches import MOST, Stretches

LAW = "UU 27/2022 Pasal 4; UU 22/2022"
_REACH = 300
_CUE_REACH = 48
_ROLL_HEAD = 400
#: Who serves is the parent of the one who is named.
_PARENT = re.compile(
    r"[^.!?\n]{0,60}\b(?:ayah|ibu|bapak|orang tua)nya\b[^.!?\n]{0,30}\b(?:pidana|ditahan|dipenjara)"
)
_INITIALS = tuple(map(INMATE, ("initials", "initials_aged", "initials_called", "alias")))


def inmates(matter: Matter) -> Iterator[Finding]:
    """A block for each name or initials of somebody in custody who has not agreed to it."""
    gated = child_gate(matter) and children_live_here(matter)
    elsewhere = _named_elsewhere(matter)
    for sheet in matter.census.sheets:
        told = Stretches()
        for person in matter.people:
            level = _level(person, matter)
            if level is not None:
                for span in spots(person.name, sheet.reading):
                    told.add(span)
                    yield _found(sheet.reading, span, _DECLARED[person.part], level)
        if gated:
            continue
        for span in _undeclared(matter, sheet, elsewhere):
            if len(told) < MOST and told.add(span):
                yield _found(sheet.reading, span, "inmate_named", Level.BLOCK)


def _level(person: Person, matter: Matter) -> Level | None:
    """How much a declared adult's name weighs without consent.

    Somebody in custody: a block. Victims and relatives: whoever approves signs that they agreed.
    Visitors: a reminder. The child gate has its own, stricter rule for all three.
    """
    if person.consent or person.is_child or person.part in {"official", "public_figure"}:
        return None
    if person.part in {"inmate", "detainee"}:
        return Level.BLOCK
    if child_gate(matter):
        return None
    return Level.WARNING if person.part == "visitor" else Level.SIGN_OFF


def _undeclared(matter: Matter, sheet: Sheet, known: frozenset[str]) -> Iterator[Span]:
    for name, standing in zip(sheet.names, sheet.standings, strict=True):
        again = known.intersection(name.parts) and not matter.census.is_introduced(name.parts)
        if again or _in_custody(matter, sheet, name, standing):
            yield name.span
    yield from _initials(sheet.reading, minors=child_gate(matter))


def _initials(reading: Reading, *, minors: bool) -> Iterator[Span]:
    """Initials of grown-ups in custody; those of a child are told by the rule on children."""
    childs = Stretches(initials_in(reading, frozenset()) if minors else ())
    for pattern in _INITIALS:
        for match in pattern.finditer(reading.clear):
            span = Span(*match.span("told"))
            letters = re.sub(r"[^A-Za-z]", "", match["told"]).casefold()
            if letters not in ABBREVIATIONS and not childs.meet(span):
                yield span


def _named_elsewhere(matter: Matter) -> frozenset[str]:
    """Folded parts of the names that any field says are those of people in custody."""
    return frozenset(
        part
        for sheet in matter.census.sheets
        for name, standing in zip(sheet.names, sheet.standings, strict=True)
        if _in_custody(matter, sheet, name, standing)
        for part in name.parts
        if strict(part)
    )


def _in_custody(matter: Matter, sheet: Sheet, name: Name, standing: Standing) -> bool:
    """Whether the text says that the person is or was an inmate, beside the name or after it."""
    behind = sheet.reading.clear[name.span.end : name.span.end + _REACH]
    official = standing.part is Part.OFFICIAL
    if _PARENT.match(behind):
        return False
    if official and (not standing.word or role(folded(standing.word)) & Role.OFFICE):
        key = "tells" if standing.at > name.last else "convicted"
        return bool(INMATE(key).match(behind))
    if name.sureness is Sureness.FAINT:
        return False
    if not official and matter.census.is_introduced(name.parts):
        return False
    if standing.part is Part.INMATE or _on_a_roll(sheet):
        likely = name.sureness > Sureness.WEAK and not sheet.label
        return likely or not matter.census.doubted(sheet, name)
    before = sheet.reading.clear[max(0, name.span.start - _CUE_REACH) : name.span.start]
    if name.sureness < Sureness.LIKELY or CHILD("name_called").search(before):
        return False
    if _confides(sheet, name):
        return True
    keys = ("befalls",) if _others_follow(sheet, name) else ("befalls", "tells", "then")
    return any(INMATE(key).match(behind) for key in keys)


def _confides(sheet: Sheet, name: Name) -> bool:
    """“Saya menyesal,” ujar X: the quote before the name is that of somebody in custody."""
    said = sheet.tokens[name.first - 1].fold if name.first else ""
    if said not in CUES["said"]:
        return False
    start = max(0, name.span.start - _REACH)
    before = sheet.reading.clear[start : name.span.start].rpartition("\n")[2]
    return bool(INMATE("confides").search(before))


def _on_a_roll(sheet: Sheet) -> bool:
    """Whether the field is an attached list of people in custody."""
    if not sheet.reading.place.startswith("attachments"):
        return False
    head = sheet.reading.clear[:_ROLL_HEAD]
    return bool(re.search(r"(?i)\bnama\b", head) and INMATE("roll").search(head))


def _others_follow(sheet: Sheet, name: Name) -> bool:
    """Whether another person is named behind, of whom the rest of the sentence may speak."""
    end = sheet.reading.sentence_span(name.span.start).end
    return bool(sheet.within(name.span.end, min(end, name.span.end + _REACH)))


def _found(reading: Reading, span: Span, rule: str, level: Level) -> Finding:
    return reading.finding(
        span,
        rule=rule,
        group=Group.INMATE,
        level=level,
        reason=_REASONS[rule],
        source=LAW,
        replacements=_INSTEAD[rule],
    )


_DECLARED = {
    "inmate": "inmate_named",
    "detainee": "detainee_named",
    "victim": "victim_named",
    "family": "family_named",
    "visitor": "visitor_named",
}
_INSTEAD = {
    "inmate_named": ("seorang Warga Binaan", "Warga Binaan", ""),
    "detainee_named": ("seorang tahanan", "tahanan", ""),
    "victim_named": ("korban", ""),
    "family_named": ("keluarga Warga Binaan", ""),
    "visitor_named": ("seorang pengunjung", ""),
}
_CONSENT = _(
    "Somebody in custody is named only with consent on file. Leave the name out, or declare the"
    " person and attach the consent."
)
_REASONS = {
    "inmate_named": _CONSENT,
    "detainee_named": _CONSENT,
    "victim_named": _("A victim is named without consent on file. Leave the name out, or sign."),
    "family_named": _("A relative is named without consent on file. Leave the name out, or sign."),
    "visitor_named": _("A visitor is named without consent on file. Leave the name out, or sign."),
}
