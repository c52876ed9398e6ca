"""Where a private person lives stays unsaid, to the neighbourhood (RT/RW) and the house number."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.looking import Verdict, first_few
from newsroom.safeguards.viewing import View

_SEP = r"[\s./,:\-]{0,3}"
_NEIGHBOURHOOD = re.compile(
    rf"(?<![a-z])(?:RT{_SEP}(?:no\.? ?)?\d{{1,3}}{_SEP}(?:dan )?RW{_SEP}(?:no\.? ?)?\d{{1,3}}"
    rf"|RT ?/ ?RW{_SEP}\d{{1,3}} ?[/\-] ?\d{{1,3}}"
    r"|RT[ .]{0,2}\d{1,3} ?/ ?\d{1,3}"
    rf"|RW{_SEP}\d{{1,3}}{_SEP}RT{_SEP}\d{{1,3}}"
    r"|RT[ .]{0,2}\d{1,3}(?=,? (?:desa|kelurahan|kel\.|dusun|kampung|jalan|jl)))(?!\d)",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:jalan|jln|jl|gang|gg|perum(?:ahan)?|komplek"
    r"|kompleks)\b\.? [\w'. ]{2,40}?(?:,? blok \w{1,3})?,? (?:nomor|no\.?"
    r"|rumah no\.?) ?\d{1,4}[a-z]?\b",
    re.IGNORECASE,
)
_STREETS = ("jalan", "jln", "jl", "gang", "gg", "perum", "komplek")
_HOME = re.compile(
    r"\b(?:rumah(?:nya)?(?! (?:tahanan|sakit|ibadah))|kediaman(?:nya)?|tinggal|domisili"
    r"|berdomisili|alamat|beralamat|berasal|asal|keluarga(?:nya)?|orang ?tua(?:nya)?|ahli waris"
    r"|kontrakan|kos|kost|istri(?:nya)?|suami(?:nya)?|ayah(?:nya)?|ibu(?:nya)?)\b",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:bertempat tinggal|tinggal|berdomisili|domisili|kediaman(?:nya)?"
    r"|rumah(?:nya)?(?! (?:tahanan|sakit|ibadah|dinas|makan|produksi))|alamat rumah|alamatnya"
    r"|kontrakan(?:nya)?|indekos)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:lapas|lembaga|rutan|rumah tahanan|lpka|lpp|bapas|balai|kanwil|kantor|masjid|mushala"
    r"|musala|gereja|posyandu|puskesmas|rumah sakit|sekolah|aula|lapangan|gedung|pasar|panti)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:warga binaan|wbp|narapidana|napi|tahanan(?! negara)|klien|korban|keluarga|orang ?tua"
    r"|pengunjung|anak binaan|ahli waris|pelapor|saksi)\b",
    re.IGNORECASE,
)
# "Ketua RT 03/RW 05", "kerja bakti di RT 03/RW 05": a neighbourhood as such, nobody's home.
_COMMUNITY = re.compile(
    r"\b(?:(?:ketua|pengurus|warga|masyarakat|lingkungan|ibu-ibu|pemuda|wilayah)(?: sekitar"
    r"| di)?(?: lingkungan| wilayah)?|(?:kerja bakti|bakti sosial|gotong royong|posyandu|fogging"
    r"|bersih-bersih|karang taruna|pkk)[\w ]{0,25})[ ,]{0,2}$",
    re.IGNORECASE,
)

_HOUSEHOLD = Verdict(
    rule="home_addresses",
    group=Group.PERSONAL,
    level=Level.BLOCK,
    reason=_("An address with RT and RW leads to a household. Name the town or regency at most."),
    source="UU 27/2022 art. 4",
)
_HOUSE = Verdict(
    rule="home_addresses",
    group=Group.PERSONAL,
    level=Level.SIGN_OFF,
    reason=_("This looks like a private home address. Name the town or regency at most."),
    source="UU 27/2022 art. 4",
)


def home_addresses(matter: Matter) -> Iterator[Finding]:
    """RT/RW, and streets with a number behind words of living; an office's own address passes."""
    for view in matter.views:
        yield from first_few(_found(view))


def _found(view: View) -> Iterator[Finding]:
    for match in view.search(_NEIGHBOURHOOD, view.numbers(1, before=10, after=30)):
        level = _level(view, match.span())
        if level is not None:
            yield _HOUSEHOLD.on(view, match.span(), level)
    for match in view.search(_STREET, view.near(_STREETS, reach=80)):
        before = view.before(match.start(), 60)
        if _LIVES.search(before) and not _OFFICE.search(before):
            yield _HOUSE.on(view, match.span())


def _level(view: View, span: tuple[int, int]) -> Level | None:
    """None for an office's own address, a warning for a neighbourhood that only hosts an event."""
    start, _end = view.clause(span, most=110)
    before = view.text[start : span[0]]
    private = _PEOPLE.search(before)
    if _OFFICE.search(before) and not private and not _LIVES.search(before):
        return None
    if private or _HOME.search(view.text if view.whole else before):
        return Level.BLOCK
    return Level.WARNING if _COMMUNITY.search(before) else Level.BLOCK
