"""Register numbers lead to one inmate's file (UU 27/2022 art. 4: criminal records)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.looking import Verdict, first_few
from newsroom.safeguards.viewing import View

# Books of the register: B I, B IIa, B III (sentenced), A I to A V (detained), written in many ways.
_BOOK = r"(?:B\.? ?I{1,3}\.? ?[abs]?|A\.? ?(?:I{1,3}|IV|V))"
_WITH_YEAR = re.compile(
    rf"(?<![\w/.])(?:reg(?:ister|\.)? ?)?{_BOOK}[ .\-]{{0,3}}(?:no(?:mor"
    rf"|\.)? ?)?\d{{1,5}} ?[/\-] ?(?:19|20)?\d\d\b(?!\d)",
)
_NAMED = re.compile(
    r"\b(?:no(?:mor|\.)? ?(?:induk )?reg(?:ister|\.)?|reg(?:ister)?\.? ?no(?:mor|\.)?|noreg"
    r"|register|no(?:mor|\.)? induk (?:warga binaan|wbp|narapidana|napi|tahanan"
    r"|anak binaan))\b(?! (?:perkara|surat))[ .:]{0,3}(?:(?:narapidana|tahanan|warga binaan|wbp"
    r"|anak binaan|napi|instansi|lapas|rutan|yang bersangkutan|adalah)[ .:]{1,2}){0,2}"
    rf"((?:{_BOOK}[ .:/\-]{{0,3}}(?:no(?:mor|\.)? ?)?)?\d{{1,6}}(?:[/.\-]\w{{1,8}}){{0,4}})",
    re.IGNORECASE,
)
_CASE = re.compile(r"\b\d{1,5}/Pid(?:\.[\w\-]{1,12}){0,3}/(?:19|20)\d\d/PN\b", re.IGNORECASE)

_VERDICT = Verdict(
    rule="register_numbers",
    group=Group.PERSONAL,
    level=Level.BLOCK,
    reason=_("A register number leads to one person's criminal record. Leave it out."),
    source="UU 27/2022 art. 4(2)",
)
_OF_A_CASE = Verdict(
    rule="case_numbers",
    group=Group.PERSONAL,
    level=Level.SIGN_OFF,
    reason=_("The number of a criminal case leads to the people in it. Leave it out."),
    source="UU 27/2022 art. 4(2)",
)


def register_numbers(matter: Matter) -> Iterator[Finding]:
    """Numbers of the register by their book, or beside the word register; case numbers."""
    for view in matter.views:
        yield from first_few(_found(view))


def _found(view: View) -> Iterator[Finding]:
    told: set[int] = set()
    for match in view.search(_NAMED, view.near(("reg", "induk"), reach=120)):
        told.add(match.end())
        yield _VERDICT.on(view, match.span(1))
    for match in view.search(_WITH_YEAR, view.numbers(3, before=30, after=1)):
        if match.end() not in told:
            yield _VERDICT.on(view, match.span())
    for match in view.search(_CASE, view.near(("/pid",), reach=60)):
        yield _OF_A_CASE.on(view, match.span())
