"""Codes, radio, scanners, searches to come, and how somebody got out."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.concerns import Concern, concerned, pattern
from newsroom.safeguards.rules.looking import Verdict

from .wording import CLOCK, SOON, SOURCE, WEEKDAY

_CODES = Verdict(
    rule="codes",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("Codes, passwords and radio frequencies must not be published."),
    source=SOURCE,
)
_SCANNERS = Verdict(
    rule="scanners",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("When visitors or goods are not searched, or a scanner fails, is told to nobody."),
    source=SOURCE,
)
_SEARCHES = Verdict(
    rule="coming_search",
    group=Group.SECURITY,
    level=Level.SIGN_OFF,
    reason=_("A search that is announced finds nothing. Tell of it when it is done."),
    source=SOURCE,
)
_ESCAPES = Verdict(
    rule="escape_method",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("How somebody got out is told to nobody who might do it again."),
    source=SOURCE,
)

_BARRIERS = (
    r"jeruji|te?ralis|tembok|plafon|atap|terowongan|gembok|pagar|ventilasi|kawat|sarung|selimut"
    r"|dinding|lubang|genteng|seprai"
)
_BREAKING = (
    r"menggunting|memutus|merobek|melompat|memecahkan|membongkar|mengikis|menyeberangi|memotong"
    r"|menggergaji|memanjat|menjebol|menggali|membobol|mencongkel|menyambung|melompati|merusak"
    r"|melubangi"
)

_CONCERNS = (
    Concern(
        _CODES,
        "frekuensi mhz kanal channel saluran ht handy radio",
        pattern(
            r"frekuensi (?:\w+ ){0,4}?\d{2,3}[.,]\d{1,4}|\d{3}[.,]\d{1,4} ?mhz|(?:kanal|channel"
            r"|saluran) (?:\w+ ){0,2}?(?:ht|radio|rig|handy ?talk\w*)? ?\d{1,3}(?= ?(?:ht|radio"
            r"|untuk|dipakai))|(?:ht|handy ?talk\w*|radio komunikasi"
            r"|radio regu)[\w ]{0,30} (?:kanal|frekuensi|channel) ?\d{1,3}"
        ),
        unless=pattern(r"fm|am|siaran|rri|pendengar|radio dakwah|radio komunitas"),
    ),
    Concern(
        _CODES,
        "sandi kode password passcode pin",
        pattern(
            r"(?:kata sandi|kode sandi|sandi(?! negara)|kode (?:radio|panggil|darurat|rahasia"
            r"|akses|pintu|keamanan|alarm|brankas|gembok)|password|passcode|pin (?:pintu|akses"
            r"|brankas))(?:nya)?(?: (?!untuk|bagi)\w+){0,3}?(?: (?:\w+ )?(?:adalah|ialah|berbunyi"
            r"|yaitu|yakni|memakai|menggunakan)\b|(?= ?[:=\"“'’])| \d{3,8})"
        ),
        unless=pattern(r"wifi tamu|pramuka|morse|lomba"),
    ),
    Concern(
        _CODES,
        "kode sandi password pin",
        pattern(
            r"(?:kode(?! (?:pos|etik|satker|unik|billing|batang|qr|map|rekening|wilayah|area"
            r"|referral|promo))|sandi|password|pin)(?: \w+){0,3}? #?\d{3,8}#?"
        ),
        (pattern(r"pintu|gerbang|akses|brankas|alarm|blok|kunci|gembok|sel"),),
    ),
    Concern(
        _SCANNERS,
        "geledah periksa meriksa",
        pattern(
            r"(?:tidak|tak|jarang) (?:pernah |lagi )?(?:digeledah|diperiksa)(?! kesehatan)"
            r"|tanpa (?:penggeledahan|pemeriksaan|digeledah|diperiksa)(?! kesehatan)"
        ),
        (
            pattern(
                r"pengunjung|barang|tamu|makanan|titipan|kendaraan|mobil|pemasok|truk|tas",
            ),
        ),
        unless=pattern(r"tidak ada|jangan|agar tidak|dilarang"),
    ),
    Concern(
        _SCANNERS,
        "ray mindai scan detect detektor walk pemeriksaan penggeledahan jammer pengacak deteksi",
        pattern(
            r"x-? ?ray|(?:mesin )?pemindai(?: badan| barang| tubuh)?|body ?scann?er"
            r"|metal ?detector|detektor logam|walk ?through|pemeriksaan barang|penggeledahan badan"
            r"|jammer|pengacak sinyal|alat deteksi"
        ),
        (
            pattern(
                r"(?:tidak|tak|belum) (?:\w+ )?(?:beroperasi|digunakan|dilakukan|aktif|berfungsi"
                r"|menyala|dipakai|diperiksa|menjangkau|ada|tersedia)",
                r"hanya (?:\w+ ){0,2}?(?:beroperasi|digunakan|dilakukan|aktif|menyala|dipakai|pada"
                r"|hari)",
                r"rusak|mati|longgar|jadwal(?:nya)?|dimatikan",
                rf"(?:beroperasi|dinyalakan|aktif|dipakai)[\w ]{{0,30}}?(?:{CLOCK})",
            ),
        ),
        unless=pattern(
            r"tbc?|tuberkulosis|dada|thorax|toraks|paru|skrining|portabel|puskesmas|rumah sakit"
            r"|dokter|rontgen|kesehatan|perbaikan|diperbaiki|hibah|(?:meng|di)ganti\w*",
        ),
    ),
    Concern(
        _SEARCHES,
        "razia sidak penggeledahan inspeksi urine",
        pattern(r"razia|sidak|penggeledahan|inspeksi mendadak|tes urine"),
        (
            pattern(
                r"akan (?:kembali |segera )?(?:digelar|dilakukan|dilaksanakan|dirazia|digeledah"
                r"|menggelar|merazia|menggeledah|melakukan|melaksanakan|diadakan)",
                SOON,
                r"dijadwalkan",
                r"direncanakan",
                r"rencananya",
            ),
            pattern(
                CLOCK, SOON, rf"(?:{WEEKDAY})", r"tanggal \d", r"dini hari", r"\(\d{1,2}/\d{1,2}"
            ),
        ),
        unless=pattern(r"telah|sudah|hasil|menemukan|ditemukan|rutin"),
    ),
    Concern(
        _ESCAPES,
        "melarikan kabur pelarian meloloskan lolos",
        pattern(r"melarikan diri|kabur|pelarian|meloloskan diri|lolos|melarikan|pelaku pelarian"),
        (
            pattern(
                rf"(?:{_BREAKING}) (?:\w+ ){{0,3}}?(?:{_BARRIERS})",
                r"dengan (?:cara )?(?:\w+ ){0,2}?(?:menyamar|menyelinap|bersembunyi di|menyuap"
                r"|memakai seragam|mengenakan seragam)",
                r"(?:melalui|lewat) (?:\w+ ){0,2}?(?:plafon|atap|gorong-gorong|ventilasi|lubang"
                r"|terowongan|pintu belakang|saluran air|selokan|tembok)",
            ),
        ),
        unless=pattern(r"simulasi|skenario|peragaan|film|drama|teater"),
    ),
)


def secrets(matter: Matter) -> Iterator[Finding]:
    """Codes and frequencies, gaps of scanners, announced searches, ways of escape."""
    yield from concerned(matter, _CONCERNS)
