"""Weapons: where they are kept, and how many."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.concerns import Concern, concerned, pattern
from newsroom.safeguards.rules.looking import Verdict

from .wording import NUMBER, SIDE, SOURCE

_WEAPONS = Verdict(
    rule="weapons",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("Where weapons are kept and how many there are is told to nobody."),
    source=SOURCE,
)

_WEAPON = (
    r"senjata(?: (?:api|dinas|organik|laras panjang|genggam))?|senpi|senapan|pistol|revolver"
    r"|amunisi|peluru"
)
_CONCERNS = (
    Concern(
        _WEAPONS,
        "senjata amunisi senpi senapan pistol revolver peluru",
        pattern(
            r"(?:gudang|lemari|brankas|ruang|tempat)(?: penyimpanan)? (?:senjata|amunisi"
            r"|senpi)(?: api)?",
            rf"penyimpanan (?:{_WEAPON})",
            rf"(?:{_WEAPON}) (?:\w+ ){{0,2}}?(?:disimpan|diletakkan|tersimpan|ditaruh)",
        ),
        (
            pattern(
                r"di (?:belakang|samping|dekat|sebelah|lantai|ruang|bawah|atas|sudut|dalam)",
                r"berada",
                r"terletak",
                r"bersebelahan",
                r"lantai \d",
                SIDE,
                r"disimpan",
                r"kunci\w*",
                r"kode",
            ),
        ),
        unless=pattern(r"pelatihan|mainan|rakitan"),
        named_is_enough=True,
    ),
    Concern(
        _WEAPONS,
        "senjata amunisi senpi senapan pistol revolver peluru",
        pattern(
            rf"{NUMBER} (?:pucuk|unit|buah) (?:{_WEAPON})|{NUMBER} butir (?:peluru|amunisi)"
            rf"|(?:{_WEAPON})(?: \w+){{0,3}}? (?:sebanyak|berjumlah|sejumlah) {NUMBER}",
        ),
        unless=pattern(
            r"pelatihan|latihan|menembak|lomba|mainan|rakitan|razia|penggeledahan|dimusnahkan"
            r"|pemusnahan|menggagalkan|penyelundupan|kasus|terpidana|barang bukti",
        ),
    ),
)


def weapons(matter: Matter) -> Iterator[Finding]:
    """Where weapons are kept, and how many."""
    yield from concerned(matter, _CONCERNS)
