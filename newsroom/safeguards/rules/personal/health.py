"""A named inmate's illness is specific personal data (UU 27/2022 art. 4(2))."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.looking import Verdict, first_few
from newsroom.safeguards.viewing import View

_ILL = re.compile(
    r"\b(?:menderita|mengidap|terinfeksi|terjangkit|tertular|didiagnosis|didiagnosa"
    r"|positif(?: mengidap)? (?:HIV|AIDS|TBC?|covid\S*|hepatitis|sifilis)|dinyatakan positif"
    r"|riwayat penyakit|hasil (?:tes|lab)\w* \w* ?HIV|gangguan (?:jiwa|mental|kejiwaan)"
    r"|skizofrenia|(?:pengidap|penderita|pasien) (?:HIV|AIDS|TBC?|kanker|hepatitis)|ODHIV|ODHA"
    r"|terapi ARV|sakit (?:jantung|kanker|ginjal|TBC?|jiwa|paru\S*)|penyakit (?:jantung|kanker"
    r"|ginjal|TBC?|menular\S*|kelamin|paru\S*)|hamil (?:\w+ )?(?:bulan|minggu)|keguguran"
    r"|percobaan bunuh diri)\b",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:narapidana|napi|warga binaan(?: pemasyarakatan)?|wbp|tahanan|anak binaan|andikpas"
    r"|terpidana|terdakwa|klien)"
)
_NAMED = re.compile(
    rf"\b(?i:{_ROLE})\b(?:(?i:[ ,]{{1,2}}(?:kasus|perkara) \w{{3,15}}))?"
    r"[ ,]{1,2}(?:(?i:bernama|atas nama|a\.n\.|berinisial|inisial)[ :]{1,2}[A-Z]"
    r"|[A-Z][a-z]{2,15} (?:bin|binti|alias) )"
)
_SIGNS = (
    "derita", "idap", "infeksi", "jangkit", "tular", "diagnos", "positif", "hiv", "ganggu",
    "skizofrenia", "pasien", "odh", "arv", "sakit", "hamil", "keguguran", "bunuh",
)  # fmt: skip
_PRIVATE = frozenset({"inmate", "detainee", "child", "victim", "family", "visitor"})

_VERDICT = Verdict(
    rule="health",
    group=Group.PERSONAL,
    level=Level.SIGN_OFF,
    reason=_(
        "A named person's health is specific personal data. Leave out the name or the illness."
    ),
    source="UU 27/2022 art. 4(2)",
)


def health(matter: Matter) -> Iterator[Finding]:
    """Words of illness in a sentence that names a declared private person, or an inmate."""
    names = [one.name.casefold() for one in matter.people if one.part in _PRIVATE and one.name]
    for view in matter.views:
        yield from first_few(_found(view, names))


def _found(view: View, names: list[str]) -> Iterator[Finding]:
    for match in view.search(_ILL, view.near(_SIGNS, reach=50)):
        start, end = view.clause(match.span(), most=160)
        told = view.text[start:end]
        folded = told.casefold()
        if _NAMED.search(told) or any(name in folded for name in names):
            yield _VERDICT.on(view, match.span())
