"""How many guard what, and when they change."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.concerns import Concern, concerned, pattern
from newsroom.safeguards.rules.looking import Verdict

from .wording import CLOCK, NUMBER, SOURCE, WEEKDAY

_GUARDS = (
    r"(?:petugas|personel|personil|anggota|tenaga|pegawai|regu|tim|sipir) (?:regu )?"
    r"(?:jaga|pengamanan|penjagaan|piket|penjaga|pos|menara|keamanan|blok|rupam|p2u|portir)"
    r"|penjaga|pengawal(?:an)?|sipir|rupam|anggota regu|petugas malam|regu (?:jaga )?(?:malam"
    r"|siang|pagi|sore)"
)
_PEOPLE = r"(?:orang|petugas|personel|personil|anggota|pegawai|sipir|penjaga)"
_POSTS = (
    r"menara|pos(?: \w{1,8})?|pintu(?: \w{1,8})?|gerbang|blok(?: \w{1,8})?|p2u|portir|tembok|shift"
    r"|regu"
    r"|malam|sif"
)
# Guards who do something that anybody may know: they learn, line up, search, are honoured.
_AT_SOMETHING_ELSE = pattern(
    r"(?:meng)?ikuti", r"pelatihan", r"latihan", r"dilatih", r"apel", r"peserta", r"upacara",
    r"penghargaan",
    r"dilantik", r"menerima", r"kenaikan pangkat", r"sertifikat", r"donor", r"simulasi", r"senam",
    r"tes urine",
    r"razia", r"menggeledah", r"penggeledahan", r"ujian", r"sosialisasi", r"bela diri",
    r"vaksin\w*", r"cpns",
    r"casn", r"formasi", r"seleksi", r"purnabakti", r"menggagalkan", r"pemilu", r"tps", r"kpps",
    r"kebersihan",
    r"pembekalan", r"bimbingan teknis", r"penguatan", r"penjaga tahanan (?:ahli|terampil"
    r"|pemula)", r"lomba",
    r"pertandingan", r"turnamen", r"teladan", r"terbaik",
)  # fmt: skip
_ABOUT = (
    r"(?:(?:yang|hanya|cuma|cukup|rata-rata|sebanyak|masing-masing|saat|pada|di|ini|itu|kami|lapas"
    r"|rutan|setiap"
    r"|tiap|malam|siang|pagi|sore|hari|untuk|dalam|terdapat|ada|per|kini|satu|shift|regu"
    r"|jumlahnya) ){0,6}"
)

_STRENGTH = Verdict(
    rule="guard_strength",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("How many guard a place is told to nobody. Speak of officers without a number."),
    source=SOURCE,
    replacements=("petugas pengamanan", ""),
)
_RATIO = Verdict(
    rule="guard_ratio",
    group=Group.SECURITY,
    level=Level.SIGN_OFF,
    reason=_("How many inmates there are to one guard tells how weakly a place is held."),
    source=SOURCE,
    replacements=("petugas pengamanan", ""),
)
_ROSTER = Verdict(
    rule="guard_roster",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("When guards change or patrol is told to nobody. Leave out the times and the roster."),
    source=SOURCE,
)
_UNGUARDED = Verdict(
    rule="unguarded_place",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("A place that is not watched must not be named."),
    source=SOURCE,
)
_ROSTER_KEPT = Verdict(
    rule="guard_roster_named",
    group=Group.SECURITY,
    level=Level.WARNING,
    reason=_("Make sure that nothing of the guards' roster can be read here."),
    source=SOURCE,
    replacements=(),
)

_NO_ROSTER = pattern(
    r"kebersihan", r"dapur", r"memasak", r"posyandu", r"ibadah", r"pelayanan", r"layanan",
    r"kunjungan", r"apel",
    r"mushala", r"masjid", r"taman", r"perpustakaan",
)  # fmt: skip
_TWO_TIMES = rf"(?:{CLOCK})\D{{1,25}}?\d{{1,2}}[.:]\d\d"
_ROTA = (
    r"(?:jadwal|daftar|roster|tabel|giliran|pembagian|susunan|rekap) (?:\w+ ){0,2}"
    r"(?:jaga|piket|penjagaan|regu jaga|regu pengamanan|petugas pengamanan|rupam|shift malam)"
)

_CONCERNS = (
    Concern(
        _STRENGTH,
        "jaga awal aman piket pos menara blok rupam p2u portir sipir regu malam berkekuatan pintu"
        " gerbang tembok shift sif",
        pattern(
            rf"{NUMBER} (?:orang |personel |personil |anggota |unit )?(?:{_GUARDS})",
            rf"(?:{_GUARDS})\W{{1,3}}{_ABOUT}(?:berjumlah|sebanyak|terdiri(?: atas| dari)?"
            rf"|beranggotakan|diisi"
            rf"|berkekuatan|berisi|hanya|cuma|ada|diperkuat"
            rf"|tersisa|tinggal|kini|menjadi)(?: oleh)? (?:\w+ ){{0,2}}?{NUMBER}",
            rf"berkekuatan {NUMBER}",
            rf"{NUMBER} (?:{_PEOPLE} )?(?:di|menjaga|mengawasi) (?:menara|pos (?:atas|jaga"
            rf"|menara))",
            rf"(?:jumlah|kekuatan|total) (?:\w+ ){{0,2}}?(?:{_GUARDS})(?: \w+){{0,6}}? {NUMBER}",
            rf"{NUMBER} {_PEOPLE} (?:yang )?(?:\w+ ){{0,2}}?(?:berjaga|menjaga|piket|jaga malam"
            rf"|bertugas jaga"
            rf"|disiagakan|siaga|bertugas) (?:\w+ ){{0,3}}?(?:{_POSTS})",
            rf"(?:{_POSTS}) (?:\w+ ){{0,3}}?(?:dijaga|diawasi|diperkuat|diisi) (?:oleh |hanya "
            rf"|cuma ){{0,2}}"
            rf"{NUMBER} {_PEOPLE}",
        ),
        unless=_AT_SOMETHING_ELSE,
    ),
    Concern(
        _STRENGTH,
        "jaga awasi piket",
        pattern(
            r"berjaga|dijaga|jaga malam|berpiket|piket malam|penjagaan"
            r"|(?:menjaga|mengawasi) (?:\w+ ){0,2}?(?:blok|pos|menara|pintu|gerbang|kamar|sel"
            r"|penghuni)"
        ),
        (pattern(rf"{NUMBER} {_PEOPLE}"), pattern(_POSTS)),
        unless=_AT_SOMETHING_ELSE,
    ),
    Concern(
        _STRENGTH,
        "regu",
        pattern(r"(?:komposisi|susunan|kekuatan|formasi) (?:\w+ )?regu",
        r"(?:tiap|setiap|per) regu"),
        (pattern(rf"{NUMBER} {_PEOPLE}"),),
        unless=_AT_SOMETHING_ELSE,
    ),
    Concern(
        _RATIO,
        "rasio perbandingan petugas penjaga sipir",
        pattern(
            r"(?:rasio|perbandingan) (?:\w+ ){0,4}?(?:petugas|penjaga|pengamanan)[\w ]{0,60}?"
            r"\d{1,3} ?(?::|banding|berbanding) ?\d{1,4}",
            r"(?:satu|seorang|1) (?:orang )?(?:petugas|penjaga|sipir) (?:\w+ ){0,3}?"
            r"(?:menjaga|mengawasi|menangani|mengamankan) (?:\w+ ){0,2}?\d{2,4}",
        ),
    ),
    Concern(
        _ROSTER,
        "jaga piket regu rupam shift pengamanan",
        pattern(_ROTA),
        (
            pattern(
                CLOCK, rf"(?:{WEEKDAY})", r"regu [a-d1-4]", r"terlampir", r"berikut", r"lampiran",
                rf"(?:setiap|tiap) {NUMBER} jam", r"sebagai berikut", r"shift",
            ),
        ),
        unless=_NO_ROSTER,
        named_is_enough=True,
    ),
    Concern(
        _ROSTER_KEPT,
        "jaga piket regu rupam shift pengamanan",
        pattern(_ROTA), unless=_NO_ROSTER),
    Concern(
        _ROSTER,
        "ganti tukar serah aplus rotasi",
        pattern(
            r"(?:pergantian|serah terima|aplusan|pertukaran|rotasi|penggantian) (?:\w+ ){0,2}?"
            r"(?:regu|jaga|shift|sif|penjagaan|petugas jaga|penjaga)",
            r"(?:regu|petugas|penjaga) (?:\w+ ){0,3}?(?:berganti|bertukar|diganti|aplus)",
        ),
        (pattern(_TWO_TIMES, rf"(?:setiap|tiap)[\w ]{{1,30}}(?:{CLOCK})",
        rf"(?:setiap|tiap) {NUMBER} jam"),),
    ),
    Concern(
        _ROSTER,
        "malam pagi siang sore",
        pattern(
            r"(?:regu|petugas|shift|sif|dinas|penjagaan) (?:jaga )?(?:malam|pagi|siang"
            r"|sore)", r"jaga malam"
        ),
        (
            pattern(CLOCK),
            pattern(r"bertugas", r"berjaga", r"sampai", r"hingga", r"berakhir", r"s\.?d\.?",
            r"selesai"),
        ),
        unless=pattern(r"apel", r"(?:meng)?ikuti", r"pelatihan", r"upacara", r"menggagalkan",
        r"menemukan"),
    ),
    Concern(
        _ROSTER,
        "patroli keliling ronda blok trolling",
        pattern(r"patroli", r"kontrol keliling", r"ronda", r"kontrol blok", r"berkeliling",
        r"trolling"),
        (
            pattern(
                rf"(?:setiap|tiap|selang|sekali) (?:{NUMBER} )?(?:jam|menit)",
                rf"(?:setiap|tiap) (?:hari|malam)[\w ,]{{0,20}}?(?:{CLOCK})",
                _TWO_TIMES,
            ),
        ),
    ),
    Concern(
        _UNGUARDED,
        "menara pos pintu gerbang tembok sisi blok branggang lorong",
        pattern(
            r"(?:menara|pos (?:jaga|atas|menara|\d)|pintu|gerbang|tembok|sisi|blok|branggang"
            r"|lorong)[\w ]{0,40}?"
            r"(?:tidak|tak|tanpa|belum|jarang|kurang) (?:ada |pernah |di|ter)?(?:dijaga|jaga"
            r"|penjaga|penjagaan"
            r"|petugas|terjaga|diawasi|awasi|pengawasan|terawasi|terpantau|pantau|dipantau)",
            r"(?:pos (?:jaga|atas|menara|\d)|menara)[\w ]{0,20}? (?:sering |kerap )?kosong",
        ),
        unless=pattern(r"simulasi", r"memastikan", r"agar tidak"),
    ),
)  # fmt: skip


def guard_strength(matter: Matter) -> Iterator[Finding]:
    """Numbers of guards, their roster and rounds, and posts that nobody watches."""
    yield from concerned(matter, _CONCERNS)
