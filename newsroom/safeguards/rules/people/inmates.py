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
from newsroom.safeguards.names.standing import Part, Standing
from newsroom.safeguards.reading import Reading, Span

from .child_initials import ABBREVIATIONS
from .patterns import INMATE

LAW = "UU 27/2022 Pasal 4; UU 22/2022"
_INITIALS = tuple(map(INMATE, ("initials", "initials_aged", "initials_called")))


def inmates(matter: Matter) -> Iterator[Finding]:
    """A block for each name or initials of somebody in custody who has not agreed to it."""
    gated = child_gate(matter) and children_live_here(matter)
    for sheet in matter.census.sheets:
        told: list[Span] = []
        for person in matter.people:
            if level := _level(person, matter):
                for span in spots(person.name, sheet.reading):
                    told.append(span)
                    yield _found(sheet.reading, span, _DECLARED[person.part], level)
        if gated:
            continue
        for span in _undeclared(matter, sheet):
            if not any(one.start < span.end and span.start < one.end for one in told):
                yield _found(sheet.reading, span, "inmate_named", Level.BLOCK)


def _level(person: Person, matter: Matter) -> Level | None:
    """How much a declared adult's name weighs without consent.

    Somebody in custody: a block. Victims, family and visitors of those in custody: whoever
    approves signs that they agreed; the child gate has its own, stricter rule for them.
    """
    if person.consent or person.is_child or person.part in {"official", "public_figure"}:
        return None
    if person.part in {"inmate", "detainee"}:
        return Level.BLOCK
    return None if child_gate(matter) else Level.SIGN_OFF


def _undeclared(matter: Matter, sheet: Sheet) -> Iterator[Span]:
    for name, standing in zip(sheet.names, sheet.standings, strict=True):
        if _in_custody(matter, sheet, name, standing):
            yield name.span
    for pattern in _INITIALS:
        for match in pattern.finditer(sheet.reading.clear):
            if re.sub(r"[^A-Z]", "", match["told"]).casefold() not in ABBREVIATIONS:
                yield Span(*match.span("told"))


def _in_custody(matter: Matter, sheet: Sheet, name: Name, standing: Standing) -> bool:
    census = matter.census
    if name.sureness is Sureness.FAINT or census.is_introduced(name.parts):
        return False
    if standing.part is Part.INMATE:
        return name.sureness > Sureness.WEAK or not census.doubted(sheet, name)
    if standing.part is Part.OFFICIAL or name.sureness < Sureness.LIKELY:
        return False
    return bool(INMATE("befalls").match(sheet.reading.clear, name.span.end))


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
