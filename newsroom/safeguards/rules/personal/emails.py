"""Private e-mail addresses stay out; those of offices pass."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.looking import Verdict, first_few
from newsroom.safeguards.viewing import View

from .owners import serves_the_public

_AT = r"(?: ?@ ?|AT(?=gmail|yahoo)|\s?[\[(](?:at|et|@)[\])]\s?| at )"
_DOT = r"(?: ?\. ?|\s?[\[(](?:dot|titik|\.)[\])]\s?| dot )"
_ADDRESS = re.compile(
    rf"(?<![\w.+\-])([a-z0-9][\w.+\-]{{0,63}}){_AT}([a-z0-9\-]{{1,63}}"
    rf"(?:{_DOT}[a-z0-9\-]{{2,30}}){{1,3}})",
    re.IGNORECASE,
)
_PROVIDERS = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|rocketmail|outlook|hotmail|live|icloud|me|mac|proton"
    r"|protonmail|pm|aol|gmx|mail|zoho|tutanota|telkom|plasa|yandex)(?![a-z0-9\-])",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"lapas|rutan|lpka|lpas|bapas|lpp|kanwil|humas|ppid|pengaduan|aduan|layanan|info|kontak"
    r"|redaksi|admin|sekretariat|panitia|upt|pemasyarakatan|ditjenpas|pkbm|yayasan|puskesmas|dinas",
    re.IGNORECASE,
)
_SIGNS = ("@", "(at)", "[at]", "(et)", "[et]", " at ", "atgmail", "atyahoo")
_PUBLIC_BODIES = (".go.id", ".mil.id", ".ac.id", ".sch.id", ".or.id", ".desa.id")

_PRIVATE = Verdict(
    rule="emails",
    group=Group.PERSONAL,
    level=Level.SIGN_OFF,
    reason=_("This looks like a private e-mail address. Leave it out, or give the office's."),
    source="UU 27/2022 art. 4",
)
_OFFICIAL = Verdict(
    rule="emails",
    group=Group.PERSONAL,
    level=Level.SUGGESTION,
    reason=_("A service writes from its own .go.id address; make sure that this one is right."),
    source="UU 27/2022 art. 4",
    replacements=(),
)


def emails(matter: Matter) -> Iterator[Finding]:
    """Addresses at free providers; a service's own is only asked about."""
    for view in matter.views:
        yield from first_few(_found(view))


def _found(view: View) -> Iterator[Finding]:
    plain = View(view.reading, apart=False) if view.whole else view
    for match in plain.search(_ADDRESS, plain.near(_SIGNS, reach=140)):
        domain = match[2].lower()
        if domain.endswith(_PUBLIC_BODIES) or not _PROVIDERS.match(domain):
            continue
        office = _OFFICES.search(match[1]) or serves_the_public(view, match.span())
        yield (_OFFICIAL if office else _PRIVATE).on(view, match.span())
