"""Keys, cameras and weapons: where they are, how many, and what they do not reach."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.concerns import Concern, concerned, pattern
from newsroom.safeguards.rules.looking import Verdict

from .wording import INSIDE, NUMBER, SIDE, SOURCE

_KEYS = Verdict(
    rule="keys",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("Where keys are kept, who holds them, and which lock fails is told to nobody."),
    source=SOURCE,
)
_CAMERAS = Verdict(
    rule="cameras",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("Where cameras hang and what they do not see is told to nobody."),
    source=SOURCE,
    replacements=("kamera pengawas", ""),
)
_WEAPONS = Verdict(
    rule="weapons",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("Where weapons are kept and how many there are is told to nobody."),
    source=SOURCE,
)

_KEY = (
    r"(?<!kata )(?<!juru )(?<!menjadi )(?<!adalah )(?<!faktor )kunci(?:nya)?"
    r"(?! (?:sukses|keberhasilan|jawaban|utama(?! blok| pintu| gerbang)|pas|inggris|motor|mobil"
    r"|rumah|gitar|nada"
    r"|pembuka|dalam|untuk|penting|dari|bagi|hidup|masuk surga|kesuksesan|persoalan))",
    r"anak kunci", r"gembok", r"kartu akses", r"kunci (?:duplikat|ganda|cadangan|serep|master)",
)  # fmt: skip
_FOUND = pattern(
    r"(?:me|di)nemukan", r"ditemukan", r"menyita", r"disita", r"barang terlarang", r"hasil razia",
    r"dimusnahkan",
    r"(?:di|peng|meng)ganti\w*", r"(?:di"
    r"|mem)perbaiki", r"perbaikan", r"menyerahkan", r"diserahkan", r"penyerahan",
    r"pelatihan", r"bengkel kerja", r"memastikan",
)  # fmt: skip
_WHERE = pattern(
    r"pintu (?:utama|blok|belakang|depan|samping|masuk|kamar|sel"
    r"|\w)", r"lorong", r"koridor", r"selasar", r"sudut",
    r"menara", r"dapur", r"tembok", r"gerbang", r"branggang", r"p2u", r"blok "
    r"[a-z]\d{0,2}", r"kamar \d+",
    r"sel \d+", r"pos (?:\d|atas|jaga|menara)", SIDE, r"lantai \d",
)  # fmt: skip
_MENDED = pattern(
    r"(?:di|mem)perbaiki",
    r"perbaikan",
    r"(?:di|peng|meng)ganti\w*",
    r"simulasi",
    r"sudah aktif kembali",
)

_ON_KEYS = (
    Concern(
        _KEYS,
        "kunci gembok akses",
        pattern(*_KEY),
        (
            pattern(
                r"disimpan", r"diletakkan", r"ditaruh", r"digantung\w*", r"dititipkan",
                r"tersimpan", r"penyimpanan",
                r"(?:lemari|kotak|rak|laci"
                r"|papan) kunci", r"laci", r"duplikat", r"cadangan", r"serep", r"ganda",
                r"dipegang", r"dibawa", r"hilang", r"tertinggal", r"tidak (?:di"
                r"|ter)?kunci", r"macet", r"rusak",
                r"(?:bisa|dapat|mudah) dibuka", r"kombinasi(?:nya)?", r"bernomor", r"dipercayakan",
                r"(?:tidak|tak|belum) (?:bisa |dapat )?(?:di|ter)?kunci", r"nomor \d+",
                rf"{NUMBER} (?:anak kunci|gembok|kunci)",
            ),
            pattern(
                INSIDE, r"kplp", r"karupam", r"komandan jaga", r"hunian", r"lapas", r"rutan",
                r"lpka", r"regu",
                r"petugas", r"penjaga",
            ),
        ),
        unless=_FOUND,
    ),
    Concern(
        _KEYS,
        "kunci gembok",
        pattern(
            r"(?:tempat|lokasi|ruang|lemari|kotak) (?:penyimpanan )?(?:anak )?kunci(?: (?:blok"
            r"|kamar|sel|gembok|hunian))",
            r"penyimpanan (?:anak )?kunci", r"gembok[\w ]{0,20} (?:tidak|tak) (?:terkunci|dikunci"
            r"|berfungsi)",
        ),
        unless=_FOUND,
        named_is_enough=True,
    ),
)  # fmt: skip
_CAMERA = r"cctv|kamera (?:pengawas|pengintai|keamanan|pemantau|pengaman)"
_CAMERA_HUNG = rf"{_CAMERA}|kamera(?! (?:wartawan|media|ponsel|drone|digital|awak|televisi))"
_ON_CAMERAS = (
    Concern(
        _CAMERAS,
        "kamera cctv",
        pattern(_CAMERA_HUNG),
        (pattern(r"pajangan", r"palsu", r"dummy", r"tiruan", r"hiasan"),),
    ),
    Concern(
        _CAMERAS,
        "kamera",
        pattern(
            rf"kamera (?:di )?(?:\w+ )?(?:{INSIDE})(?: \w+){{0,3}}? (?:mati|rusak|padam)",
        ),
        unless=_MENDED,
    ),
    Concern(
        _CAMERAS,
        "cctv kamera",
        pattern(_CAMERA, r"kamera"),
        (
            pattern(
                r"titik buta", r"blind ?spots?", r"di luar jangkauan",
                r"(?:tidak|tak|belum|luput) (?:\w+ )?(?:terjangkau|menjangkau|terpantau|memantau"
                r"|terliput|meliput"
                r"|tersorot|menyorot|terekam|terawasi|tertangkap|dari pantauan)",
            ),
        ),
        unless=_MENDED,
    ),
    Concern(
        _CAMERAS,
        "cctv kamera",
        pattern(_CAMERA),
        (
            pattern(
                r"(?:tidak|tak|belum) (?:berfungsi|aktif|menyala|merekam|beroperasi"
                r"|terpasang)", r"mati", r"rusak",
                r"padam", r"bermasalah",
            ),
        ),
        unless=_MENDED,
    ),
    Concern(
        _CAMERAS,
        "cctv kamera",
        pattern(
            rf"{NUMBER} (?:unit |buah |titik |kamera ){{0,2}}(?:{_CAMERA})",
            rf"(?:{_CAMERA})(?: \w+){{0,4}}? (?:sebanyak|berjumlah|di) {NUMBER}",
        ),
        (pattern(rf"(?:di|pada|meliputi|mencakup|:) (?:\w+ ){{0,3}}?(?:{INSIDE})"),),
        unless=pattern(r"pelatihan", r"lomba", r"simulasi"),
    ),
    Concern(
        _CAMERAS,
        "pantau jangkau liput awasi rekam sorot",
        pattern(
            r"(?:titik|area|sisi|sudut|lokasi|bagian|tempat) (?:yang )?(?:belum|tidak|tak"
            r"|luput) (?:\w+ )?"
            r"(?:ter|di)(?:pantau|jangkau|liput|awasi|rekam|sorot)"
        ),
        unless=_MENDED,
    ),
    Concern(
        _CAMERAS,
        "cctv kamera",
        pattern(_CAMERA_HUNG),
        (
            pattern(
                r"mengarah", r"menghadap", r"menyorot", r"terpasang", r"dipasang", r"ditempatkan",
                r"posisi", r"letak\w*",
                r"tersembunyi", r"terletak", r"titik",
            ),
            _WHERE,
        ),
        unless=pattern(r"peresmian", r"diresmikan", r"meresmikan"),
    ),
    Concern(
        _CAMERAS,
        "cctv kamera",
        pattern(rf"(?:posisi|letak|titik|denah|peta|lokasi|sebaran) (?:\w+ )?(?:{_CAMERA})"),
        named_is_enough=True,
        unless=pattern(r"titik cctv baru diresmikan"),
    ),
)  # fmt: skip
_WEAPON = (
    r"senjata(?: (?:api|dinas|organik|laras panjang|genggam))?|senpi|senapan|pistol|revolver"
    r"|amunisi|peluru"
)
_ON_WEAPONS = (
    Concern(
        _WEAPONS,
        "senjata amunisi senpi senapan pistol revolver peluru",
        pattern(
            r"(?:gudang|lemari|brankas|ruang|tempat)(?: penyimpanan)? (?:senjata|amunisi"
            r"|senpi)(?: api)?",
            rf"penyimpanan (?:{_WEAPON})", rf"(?:{_WEAPON}) (?:\w+ ){{0,2}}?(?:disimpan|diletakkan"
            rf"|tersimpan|ditaruh)",
        ),
        (
            pattern(
                r"di (?:belakang|samping|dekat|sebelah|lantai|ruang|bawah|atas|sudut"
                r"|dalam)", r"berada", r"terletak",
                r"bersebelahan", r"lantai \d", SIDE, r"disimpan", r"kunci\w*", r"kode",
            ),
        ),
        unless=pattern(r"pelatihan", r"mainan", r"rakitan"),
        named_is_enough=True,
    ),
    Concern(
        _WEAPONS,
        "senjata amunisi senpi senapan pistol revolver peluru",
        pattern(
            rf"{NUMBER} (?:pucuk|unit|buah) (?:{_WEAPON})", rf"{NUMBER} butir (?:peluru|amunisi)",
            rf"(?:{_WEAPON})(?: \w+){{0,3}}? (?:sebanyak|berjumlah|sejumlah) {NUMBER}",
        ),
        unless=pattern(
            r"pelatihan", r"latihan", r"menembak", r"lomba", r"mainan", r"rakitan", r"razia",
            r"penggeledahan",
            r"dimusnahkan", r"pemusnahan", r"menggagalkan", r"penyelundupan", r"kasus",
            r"terpidana", r"barang bukti",
        ),
    ),
)  # fmt: skip


def keys_and_cameras(matter: Matter) -> Iterator[Finding]:
    """Where keys lie and cameras hang, how many there are, and what fails."""
    yield from concerned(matter, (*_ON_KEYS, *_ON_CAMERAS))


def weapons(matter: Matter) -> Iterator[Finding]:
    """Where weapons are kept, and how many."""
    yield from concerned(matter, _ON_WEAPONS)
