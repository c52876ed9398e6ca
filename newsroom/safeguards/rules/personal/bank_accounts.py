"""Bank accounts and wallets of a person are personal financial data (UU 27/2022 art. 4(2))."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.looking import Verdict, first_few
from newsroom.safeguards.viewing import View

_BANK = (
    r"(?:bank \w{2,12}|BRI|BNI|BCA|BTN|BSI|BJB|BPD|mandiri|cimb(?: niaga)?|danamon|permata"
    r"|muamalat|seabank|jago|dana|ovo|gopay|shopeepay|linkaja|bukopin|maybank|panin)"
)
_ACCOUNT = r"(\d(?:[ .\-]?\d){7,17})(?!\d)"
_NAMED = re.compile(
    r"\b(?:rekening(?:nya)?|no(?:mor|\.)? ?rek(?:ening)?|norek|rek|virtual account|kartu (?:atm"
    r"|debit|kredit)"
    rf"|transfer(?:kan)? ke)\b(?:[ .:,(]{{0,3}}[A-Za-z.]{{1,14}}){{0,6}}[ .:,(]{{1,3}}{_ACCOUNT}",
    re.IGNORECASE,
)
_AT_A_BANK = re.compile(
    rf"\b{_BANK}\b(?:[ .:,(]{{0,3}}(?:no(?:mor)?|rek(?:ening)?|a/?n|ke"
    rf"|syariah)){{0,3}}[ .:,(]{{1,3}}{_ACCOUNT}",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\d{1,3}(?:\.\d{3})+")
_MONEY_WORD = re.compile(r"(?:Rp|IDR|sebesar|senilai|sejumlah)[ .]{0,2}$", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"\b(?:donasi|infak|infaq|sedekah|zakat|wakaf|yayasan|koperasi|masjid|gereja|panti|panitia"
    r"|bendahara|pnbp|kas negara|rekening resmi|penggalangan|peduli|primkopasindo|lapas|rutan|lpka"
    r"|bapas|kantor)\b",
    re.IGNORECASE,
)

_OWN = re.compile(
    r"\b(?:pribadi|istri(?:nya)?|suami(?:nya)?|ibu(?:nya)?|ayah(?:nya)?|orang ?tua(?:nya)?"
    r"|milik(?:nya)? (?:seorang|warga binaan|narapidana|tahanan|petugas|pegawai))\b",
    re.IGNORECASE,
)
#: Digits of the shortest number that is looked at.
_LEAST = 8

_PERSON = Verdict(
    rule="bank_accounts",
    group=Group.PERSONAL,
    level=Level.BLOCK,
    reason=_("A bank account is personal financial data. Leave the number out."),
    source="UU 27/2022 art. 4(2)",
)
_BODY = Verdict(
    rule="bank_accounts",
    group=Group.PERSONAL,
    level=Level.SIGN_OFF,
    reason=_("Whoever approves makes sure that this account is an institution's own."),
    source="UU 27/2022 art. 4(2)",
)


def bank_accounts(matter: Matter) -> Iterator[Finding]:
    """Account numbers beside the word account or a bank's name; money passes."""
    for view in matter.views:
        yield from first_few(_found(view))


def _found(view: View) -> Iterator[Finding]:
    seen: set[int] = set()
    numbers = view.numbers(_LEAST, before=140, after=1)
    for match in (*view.search(_NAMED, numbers), *view.search(_AT_A_BANK, numbers)):
        if match.start(1) in seen or _is_money(view, match):
            continue
        seen.add(match.start(1))
        near = view.around(match.span(1), before=90, after=60)
        public = _INSTITUTION.search(near) and not _OWN.search(near)
        yield (_BODY if public else _PERSON).on(view, match.span(1))


def _is_money(view: View, match: re.Match[str]) -> bool:
    if _MONEY.fullmatch(match[1]):
        return True
    return bool(_MONEY_WORD.search(view.before(match.start(1), 10)))
