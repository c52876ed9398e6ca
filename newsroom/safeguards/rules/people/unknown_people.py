"""Names that are nobody's whom we know are asked about, once each. Never a stop."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.gate import child_gate
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.names import Census, Name
from newsroom.safeguards.names.census import Sheet
from newsroom.safeguards.names.deeds import acts
from newsroom.safeguards.names.found import Sureness
from newsroom.safeguards.names.shape import folded
from newsroom.safeguards.names.standing import Part, Standing


def unknown_people(matter: Matter) -> Iterator[Finding]:
    """One warning at the first place of each unknown name, where the child gate does not apply."""
    if child_gate(matter):
        return
    census = matter.census
    asked = {folded(word) for one in matter.people for word in one.name.split()}
    for sheet in census.sheets:
        for name, standing in zip(sheet.names, sheet.standings, strict=True):
            if sheet.label or asked.intersection(name.parts):
                continue
            if not _unknown(census, sheet, name, standing):
                continue
            asked.update(name.parts)
            yield sheet.reading.finding(
                name.span,
                rule="unknown_person",
                group=Group.PERSONAL,
                level=Level.WARNING,
                reason=_("Who is this? Declare the person: official, public figure, visitor …"),
                source="UU 27/2022 Pasal 4",
            )


def _unknown(census: Census, sheet: Sheet, name: Name, standing: Standing) -> bool:
    """Whether it is surely a name, and of nobody the release introduces."""
    if standing.part in {Part.OFFICIAL, Part.INMATE} or census.is_introduced(name.parts):
        return False
    if census.doubted(sheet, name):
        return False
    return name.sureness is Sureness.SURE or acts(sheet.tokens, name)
