"""Transfers to come: when they start and which way they go."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.concerns import Concern, concerned, pattern
from newsroom.safeguards.rules.looking import Verdict

from .wording import CLOCK, MONTH, PRISONERS, SOON, SOURCE, WEEKDAY

_COMING = Verdict(
    rule="coming_transfer",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("A transfer is told after it is done, without its time and its way."),
    source=SOURCE,
)
_ROUTE = Verdict(
    rule="transfer_route",
    group=Group.SECURITY,
    level=Level.SIGN_OFF,
    reason=_("The way and the hour of a transfer serve again. Leave them out."),
    source=SOURCE,
)
_ROUTE_OR_TIME = Verdict(
    rule="transfer_details",
    group=Group.SECURITY,
    level=Level.WARNING,
    reason=_("Say that the transfer is done; its way and its hour need not be told."),
    source=SOURCE,
)

_MOVES = (
    r"pemindahan|dipindah\w*|memindahkan|pindah|dilayar\w*|layarkan|pengawalan|dikawal"
    r"|diberangkatkan|dikirim|transfer|pergeseran|digeser|dibawa ke (?:pengadilan|rumah sakit"
    r"|kejaksaan|persidangan|rsud)|dirujuk|pelayaran|rombongan"
)
_WAY = (
    r"(?:melalui|lewat|via|melewati|menyusuri|menempuh|mengambil"
    r"|menggunakan) (?:\w+ ){0,2}?(?:jalan|jalur|rute|tol|pelabuhan|bandara|dermaga|penyeberangan"
    r"|laut|darat|udara|lintas|jembatan|pintu)|rute(?:nya)?(?! kunjungan)|jalur (?:darat|laut"
    r"|udara|yang)|jalan lintas"
)
_COMING_MOVE = pattern(
    rf"akan (?:\w+ ){{0,3}}?(?:{_MOVES})",
    rf"(?:{_MOVES}) (?:\w+ ){{0,8}}?(?:akan|dijadwalkan|direncanakan|rencananya"
    rf"|berlangsung (?:{SOON}))",
    rf"(?:dijadwalkan|direncanakan|rencananya|jadwal|rencana)(?:nya)? (?:\w+ ){{0,4}}?(?:{_MOVES})",
    rf"(?:{SOON})",
)
_TIME = pattern(
    CLOCK,
    SOON,
    r"dini hari",
    r"subuh",
    r"tengah malam",
    rf"(?:{WEEKDAY})",
    r"\(\d{1,2}/\d{1,2}",
    r"tanggal \d",
    rf"\d{{1,2}} (?:{MONTH})",
)
_HOUR = pattern(CLOCK, r"dini hari", r"subuh", r"tengah malam")
_SUBJECT = pattern(PRISONERS, r"tersangka", r"terdakwa")
_OTHERS = pattern(
    r"pegawai|pejabat|jabatan|mutasi petugas|barang|hasil panen|produk|kontingen|tni|hak pilih"
    r"|pemilih|kunjungan kerja|uji coba|gedung baru",
)

_DONE = pattern(
    r"telah",
    r"sudah",
    r"tadi",
    r"berhasil",
    r"selesai",
    r"usai",
    r"setelah",
    r"kemarin",
    r"tiba dengan",
    r"\(\d{1,2}/\d{1,2}",
    _OTHERS.pattern.removeprefix(r"(?<!\w)").removesuffix(r"(?!\w)"),
)

# "Rombongan berangkat Kamis pukul 03.00": of whom, another sentence says.
_LEAVES = r"berangkat|bertolak|menyeberang|keluar|melewati|melintasi"
_DEPARTURE = pattern(
    r"(?:akan|dijadwalkan|direncanakan|rencananya|segera) (?:\w+ ){0,2}?"
    rf"(?:{_LEAVES}|melintas|diberangkatkan|bergerak)",
    r"(?:keberangkatan|perjalanan|penyeberangan)(?: \w+){0,3}? (?:akan|dijadwalkan|direncanakan)",
    rf"(?:{_LEAVES})(?: \w+){{0,6}}? (?:{SOON})",
    rf"(?:{SOON})(?: \w+){{0,5}}? (?:{_LEAVES})",
)
_OF_PRISONERS = pattern(
    rf"(?:pemindahan|pengantaran|pengawalan|(?:di|me)(?:mindah|pindah|ngantar"
    rf"|antar)(?:kan)?) (?:\w+ ){{0,5}}?(?:{PRISONERS})",
    rf"(?:{PRISONERS})(?: \w+){{0,5}}? (?:di)?pindah(?:kan)?",
    rf"(?:membawa|mengangkut|rombongan|mobil|bus) (?:\w+ ){{0,3}}?(?:{PRISONERS})|transpas",
)

_CONCERNS = (
    Concern(
        _COMING,
        "berangkat bertolak eberang melintas bergerak perjalanan keluar melewati melintasi",
        _DEPARTURE,
        (_TIME,),
        unless=_OTHERS,
        story=_OF_PRISONERS,
    ),
    Concern(
        _COMING,
        "pindah mindah layar awal berangkat kirim transfer geser dibawa dirujuk rombongan",
        pattern(_MOVES),
        (_COMING_MOVE, _SUBJECT, _TIME),
        unless=_OTHERS,
    ),
    Concern(
        _COMING,
        "pindah mindah layar awal berangkat kirim transfer geser dibawa dirujuk rombongan",
        pattern(_MOVES),
        (_COMING_MOVE, _SUBJECT, pattern(_WAY)),
        unless=_OTHERS,
    ),
    Concern(
        _COMING,
        "pindah mindah awal layar transfer",
        pattern(
            rf"(?:rute|jalur|jadwal|rencana) (?:\w+ )?(?:pemindahan|pengawalan|pelayaran"
            rf"|transfer) (?:\w+ )?(?:{PRISONERS})"
        ),
        (_TIME,),
        named_is_enough=True,
    ),
    Concern(
        _COMING,
        "pindah mindah layar awal berangkat kirim transfer geser dibawa dirujuk rombongan",
        pattern(_MOVES),
        (_SUBJECT, pattern(_WAY), _HOUR),
        unless=_DONE,
    ),
    Concern(
        _COMING,
        "pindah mindah layar awal berangkat kirim transfer geser dibawa dirujuk rombongan",
        pattern(_MOVES),
        (_SUBJECT, pattern(_WAY), pattern(r"setiap|tiap|rutin|selalu|biasanya")),
        unless=_OTHERS,
    ),
    Concern(
        _ROUTE,
        "pindah mindah layar awal berangkat kirim transfer geser dibawa dirujuk rombongan",
        pattern(_MOVES),
        (_SUBJECT, pattern(_WAY), _HOUR),
        unless=_OTHERS,
    ),
    Concern(
        _ROUTE_OR_TIME,
        "pindah mindah layar awal berangkat kirim transfer geser dibawa dirujuk rombongan",
        pattern(_MOVES),
        (_SUBJECT, pattern(_WAY)),
        unless=_OTHERS,
    ),
)


def transfers(matter: Matter) -> Iterator[Finding]:
    """Transfers with an hour, a day or a way to come; the way of one that is done."""
    yield from concerned(matter, _CONCERNS)
