"""How many guard what, and when they change."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.concerns import Concern, concerned, pattern
from newsroom.safeguards.rules.looking import Verdict

from .wording import CLOCK, NUMBER, SOURCE, WEEKDAY

_GUARDS = (
    r"(?:petugas|personel|personil|anggota|tenaga|pegawai|regu|tim|sipir) (?:regu )?(?:jaga"
    r"|pengamanan|penjagaan|piket|penjaga|pos|menara|keamanan|blok|rupam|p2u|portir)|penjaga"
    r"|pengawal(?:an)?|sipir|rupam|anggota regu|petugas malam|regu (?:jaga )?(?:malam|siang|pagi"
    r"|sore)"
)
_PEOPLE = r"(?:orang|petugas|personel|personil|anggota|pegawai|sipir|penjaga)"
_POSTS = (
    r"menara|pos(?: \w{1,8})?|pintu(?: \w{1,8})?|gerbang|blok(?: \w{1,8})?|p2u|portir|tembok|shift"
    r"|regu|malam|sif"
)
# Guards who do something that anybody may know: they learn, line up, search, are honoured.
_AT_SOMETHING_ELSE = pattern(
    r"(?:meng)?ikuti|pelatihan|latihan|dilatih|apel|peserta|upacara|penghargaan|dilantik|menerima"
    r"|kenaikan pangkat|sertifikat|donor|simulasi|senam|tes urine|razia|menggeledah|penggeledahan"
    r"|ujian|sosialisasi|bela diri|vaksin\w*|cpns|casn|formasi|seleksi|purnabakti|menggagalkan"
    r"|pemilu|tps|kpps|kebersihan|pembekalan|bimbingan teknis|penguatan|penjaga tahanan (?:ahli"
    r"|terampil|pemula)|lomba|pertandingan|turnamen|teladan|terbaik"
)
_ABOUT = (
    r"(?:(?:yang|hanya|cuma|cukup|rata-rata|sebanyak|masing-masing|saat|pada|di|ini|itu|kami|lapas"
    r"|rutan|setiap|tiap|malam|siang|pagi|sore|hari|untuk|dalam|terdapat|ada|per|kini|satu|shift"
    r"|regu|jumlahnya) ){0,6}"
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
    r"kebersihan|dapur|memasak|posyandu|ibadah|pelayanan|layanan|kunjungan|apel|mushala|masjid"
    r"|taman|perpustakaan",
)
_TWO_TIMES = rf"(?:{CLOCK})\D{{1,25}}?\d{{1,2}}[.:]\d\d"
_ROTA = (
    r"(?:jadwal|daftar|roster|tabel|giliran|pembagian|susunan|rekap) (?:\w+ ){0,2}(?:jaga|piket"
    r"|penjagaan|regu jaga|regu pengamanan|petugas pengamanan|rupam|shift malam)"
)

_CONCERNS = (
    Concern(
        _STRENGTH,
        "jaga awal aman piket pos menara blok rupam p2u portir sipir regu malam berkekuatan pintu"
        " gerbang tembok shift sif",
        pattern(
            rf"{NUMBER} (?:orang |personel |personil |anggota |unit )?(?:{_GUARDS})",
            rf"(?:{_GUARDS})\W{{1,3}}{_ABOUT}(?:berjumlah|sebanyak|terdiri(?: atas| dari)?"
            rf"|beranggotakan|diisi|berkekuatan|berisi|hanya|cuma|ada|diperkuat|tersisa|tinggal"
            rf"|kini|menjadi)(?: oleh)? (?:\w+ ){{0,2}}?{NUMBER}",
            rf"berkekuatan {NUMBER}",
            rf"{NUMBER} (?:{_PEOPLE} )?(?:di|menjaga|mengawasi) (?:menara|pos (?:atas|jaga"
            rf"|menara))",
            rf"(?:jumlah|kekuatan|total) (?:\w+ ){{0,2}}?(?:{_GUARDS})(?: \w+){{0,6}}? {NUMBER}",
            rf"{NUMBER} {_PEOPLE} (?:yang )?(?:\w+ ){{0,2}}?(?:berjaga|menjaga|piket|jaga malam"
            rf"|bertugas jaga|disiagakan|siaga|bertugas) (?:\w+ ){{0,3}}?(?:{_POSTS})",
            rf"(?:{_POSTS}) (?:\w+ ){{0,3}}?(?:dijaga|diawasi|diperkuat|diisi) (?:oleh |hanya "
            rf"|cuma ){{0,2}}{NUMBER} {_PEOPLE}",
        ),
        unless=_AT_SOMETHING_ELSE,
    ),
    Concern(
        _STRENGTH,
        "jaga awasi piket",
        pattern(
            r"berjaga|dijaga|jaga malam|berpiket|piket malam|penjagaan|(?:menjaga"
            r"|mengawasi) (?:\w+ ){0,2}?(?:blok|pos|menara|pintu|gerbang|kamar|sel|penghuni)"
        ),
        (pattern(rf"{NUMBER} {_PEOPLE}"), pattern(_POSTS)),
        unless=_AT_SOMETHING_ELSE,
    ),
    Concern(
        _STRENGTH,
        "regu",
        pattern(r"(?:komposisi|susunan|kekuatan|formasi) (?:\w+ )?regu|(?:tiap|setiap|per) regu"),
        (pattern(rf"{NUMBER} {_PEOPLE}"),),
        unless=_AT_SOMETHING_ELSE,
    ),
    Concern(
        _RATIO,
        "rasio perbandingan petugas penjaga sipir",
        pattern(
            r"(?:rasio|perbandingan) (?:\w+ ){0,4}?(?:petugas|penjaga"
            r"|pengamanan)[\w ]{0,60}?\d{1,3} ?(?::|banding|berbanding) ?\d{1,4}|(?:satu|seorang"
            r"|1) (?:orang )?(?:petugas|penjaga|sipir) (?:\w+ ){0,3}?(?:menjaga|mengawasi"
            r"|menangani|mengamankan) (?:\w+ ){0,2}?\d{2,4}"
        ),
    ),
    Concern(
        _ROSTER,
        "jaga piket regu rupam shift pengamanan",
        pattern(_ROTA),
        (
            pattern(
                CLOCK,
                rf"(?:{WEEKDAY})",
                r"regu [a-d1-4]",
                r"terlampir",
                r"berikut",
                r"lampiran",
                rf"(?:setiap|tiap) {NUMBER} jam",
                r"sebagai berikut|shift",
            ),
        ),
        unless=_NO_ROSTER,
        named_is_enough=True,
    ),
    Concern(
        _ROSTER_KEPT, "jaga piket regu rupam shift pengamanan", pattern(_ROTA), unless=_NO_ROSTER
    ),
    Concern(
        _ROSTER,
        "ganti tukar serah aplus rotasi",
        pattern(
            r"(?:pergantian|serah terima|aplusan|pertukaran|rotasi"
            r"|penggantian) (?:\w+ ){0,2}?(?:regu|jaga|shift|sif|penjagaan|petugas jaga|penjaga)"
            r"|(?:regu|petugas|penjaga) (?:\w+ ){0,3}?(?:berganti|bertukar|diganti|aplus)"
        ),
        (
            pattern(
                _TWO_TIMES,
                rf"(?:setiap|tiap)[\w ]{{1,30}}(?:{CLOCK})",
                rf"(?:setiap|tiap) {NUMBER} jam",
            ),
        ),
    ),
    Concern(
        _ROSTER,
        "malam pagi siang sore",
        pattern(
            r"(?:regu|petugas|shift|sif|dinas|penjagaan) (?:jaga )?(?:malam|pagi|siang|sore)"
            r"|jaga malam"
        ),
        (
            pattern(CLOCK),
            pattern(r"bertugas|berjaga|sampai|hingga|berakhir|s\.?d\.?|selesai"),
        ),
        unless=pattern(r"apel|(?:meng)?ikuti|pelatihan|upacara|menggagalkan|menemukan"),
    ),
    Concern(
        _ROSTER,
        "patroli keliling ronda blok trolling",
        pattern(r"patroli|kontrol keliling|ronda|kontrol blok|berkeliling|trolling"),
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
            r"|lorong)[\w ]{0,40}?(?:tidak|tak|tanpa|belum|jarang|kurang) (?:ada |pernah |di"
            r"|ter)?(?:dijaga|jaga|penjaga|penjagaan|petugas|terjaga|diawasi|awasi|pengawasan"
            r"|terawasi|terpantau|pantau|dipantau)|(?:pos (?:jaga|atas|menara|\d)"
            r"|menara)[\w ]{0,20}? (?:sering |kerap )?kosong"
        ),
        unless=pattern(r"simulasi|memastikan|agar tidak"),
    ),
)


def guard_strength(matter: Matter) -> Iterator[Finding]:
    """Numbers of guards, their roster and rounds, and posts that nobody watches."""
    yield from concerned(matter, _CONCERNS)
