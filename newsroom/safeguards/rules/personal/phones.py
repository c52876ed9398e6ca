"""Phone numbers of private people stay out; those of a service are what readers need."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Span
from newsroom.safeguards.rules.looking import Verdict, first_few
from newsroom.safeguards.viewing import View

from .owners import is_private, serves_the_public

_GAP = r"[\s.\-\u2010-\u2015/]{0,3}"
_MOBILE = re.compile(
    # A prefix of our networks in one piece; the rest in groups.
    rf"(?<![\d.,])(?:(?:\(?\+{_GAP}62\)?{_GAP}(?:\(0\){_GAP})?|\(?0|(?<!\w)62"
    rf"|(?<=me/)62)8[1-35789]\d\)?(?:{_GAP}\d){{5,9}}(?!\d)"
    # Or each digit alone.
    r"|0(?:[ .\-]\d){9,12}(?![ .\-]?\d))"
)
_LANDLINE = re.compile(
    r"(?<![\d.,/\-])(?:\(0[2-79]\d{1,2}\)|0[2-79]\d{1,2}(?=[\s\-])"
    r"|\+62[\s\-]?[2-79]\d{1,2}(?=[\s\-]))[\s\-]{0,3}\d{3,4}(?:[\s\-]?\d{2,4}){1,2}(?![\d.,]\d|\d)"
)
_WORD = r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_SPELLED = re.compile(
    rf"\b(?:nol|kosong)[\s,\-]{{1,3}}delapan(?:[\s,\-]{{1,3}}{_WORD}){{6,12}}\b", re.I
)
_OFFICE = re.compile(
    r"\b(?:lapas|lembaga|rutan|lpka|lpp|bapas|kanwil|kantor|ditjenpas|kementerian|dinas"
    r"|rumah sakit|rsud|puskesmas|polres|polsek|kejaksaan|pengadilan|jalan|jl|fax|faks|faksimile"
    r"|telp|telepon|hotel|sekolah|universitas|yayasan|bank)\b",
    re.IGNORECASE,
)

#: Digits of the shortest number that is looked at.
_LEAST = 7

_PRIVATE = Verdict(
    rule="phones",
    group=Group.PERSONAL,
    level=Level.SIGN_OFF,
    reason=_("This looks like a private phone number. Leave it out, or give the service's number."),
    source="UU 27/2022 art. 4",
)
_OFFICIAL = Verdict(
    rule="phones",
    group=Group.PERSONAL,
    level=Level.SUGGESTION,
    reason=_("Make sure that this is the number of the service and not somebody's own."),
    source="UU 27/2022 art. 4",
    replacements=(),
)


def phones(matter: Matter) -> Iterator[Finding]:
    """Mobile and fixed numbers, in groups or spelled out; a service's own is only asked about."""
    for view in matter.views:
        yield from first_few(_found(view))


def _found(view: View) -> Iterator[Finding]:
    numbers = view.numbers(_LEAST, before=6, after=1)
    for match in (*view.search(_MOBILE, numbers), *view.search(_SPELLED, _spelled(view))):
        public = serves_the_public(view, match.span())
        yield (_OFFICIAL if public else _PRIVATE).on(view, match.span())
    for match in view.search(_LANDLINE, numbers):
        yield (_OFFICIAL if _of_an_office(view, match.span()) else _PRIVATE).on(view, match.span())


def _spelled(view: View) -> list[Span]:
    return view.near(("delapan",), reach=140)


def _of_an_office(view: View, span: tuple[int, int]) -> bool:
    """Fixed numbers are mostly an office's: only a private person's words make them private."""
    if serves_the_public(view, span):
        return True
    return bool(_OFFICE.search(view.before(span[0], 110))) and not is_private(view, span)
