"""Place and day of birth tell a private person apart (UU 27/2022 art. 4)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.looking import Verdict, first_few
from newsroom.safeguards.viewing import View

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun[i]?|jul[i]?|agu(?:stus|s)?"
    r"|sep(?:tember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?)"
)
_DAY = (
    rf"(?:\d{{1,2}} {_MONTH} (?:19|20)\d\d"
    r"|\d{1,2} ?[/\-.] ?\d{1,2} ?[/\-.] ?(?:19|20)?\d\d)(?!\d)"
)
_BIRTH = re.compile(
    r"(?<![a-z])(?:lahir|kelahiran|t\.?t\.?l\.?|tempat(?:,| dan|/|) ?(?:tanggal|tgl\.?) lahir"
    r"|(?:tanggal|tgl\.?) lahir)"
    rf"(?:nya)?(?![a-z])[ :,]{{0,3}}(?:(?:di|pada|tanggal"
    rf"|tgl\.?)[ :]{{1,2}}){{0,2}}(?:[A-Za-z.' ]{{2,40}}?,? ?)?(?:(?:pada|tanggal"
    rf"|tgl\.?) ){{0,2}}({_DAY})",
    re.IGNORECASE,
)
# What is born without being a private person: days of remembrance, ideas, bodies, heroes.
_NO_PERSON = re.compile(
    r"\b(?:hari|pancasila|pemasyarakatan|undang-undang|uu|organisasi|lembaga|gagasan|konsep|ide"
    r"|program|sistem|institusi|pahlawan|proklamator|nabi|kartini|soekarno|sukarno|hatta|sahardjo"
    r"|saharjo|maulid|kebangkitan|kemerdekaan|republik|negara|partai|muhammadiyah|nahdlatul"
    r"|pramuka|dharma|korpri|semangat)\b",
    re.IGNORECASE,
)

_VERDICT = Verdict(
    rule="births",
    group=Group.PERSONAL,
    level=Level.SIGN_OFF,
    reason=_("A full day of birth tells a private person apart. Give the age at most."),
    source="UU 27/2022 art. 4",
)


def births(matter: Matter) -> Iterator[Finding]:
    """Full days of birth; those of ideas, bodies and heroes pass."""
    for view in matter.views:
        yield from first_few(
            _VERDICT.on(view, match.span())
            for match in view.search(_BIRTH, view.near(("lahir", "ttl", "t.t.l"), reach=120))
            if not _NO_PERSON.search(_told_of(view, match.span()))
        )


def _told_of(view: View, span: tuple[int, int]) -> str:
    start, _end = view.clause(span, most=60)
    return view.text[start : span[1]]
