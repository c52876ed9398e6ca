"""Plans of a facility, its towers, and where its walls are weak."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.concerns import Concern, concerned, pattern
from newsroom.safeguards.rules.looking import Verdict

from .wording import NUMBER, SIDE, SOURCE

_LAYOUT = Verdict(
    rule="layout",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("A plan of the facility, or what lies where in it, must not be published."),
    source=SOURCE,
)
_PLAN = Verdict(
    rule="plan",
    group=Group.SECURITY,
    level=Level.WARNING,
    reason=_("Make sure that no plan of the facility can be seen or reconstructed."),
    source=SOURCE,
    replacements=(),
)
_TOWER = Verdict(
    rule="tower",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("Where watchtowers stand and what they see is told to nobody."),
    source=SOURCE,
)
_WEAKNESS = Verdict(
    rule="weak_spot",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("A weak spot of walls, fences or doors must not be named."),
    source=SOURCE,
)

_PLANS = (
    r"denah",
    r"site ?plan",
    r"cetak biru",
    r"blue ?print",
    r"floor ?plan",
    r"gambar teknik",
    r"peta (?:blok|lapas|rutan|lpka|kamar|bangunan|hunian|gedung)",
    r"(?:tata letak|lay ?out) (?:\w+ )?(?:blok|kamar|bangunan|gedung|pos|menara|hunian|lapas|rutan"
    r"|lpka|sel)",
)
_HARMLESS_PLAN = pattern(
    r"(?:denah|tata letak|lay ?out) (?:lokasi |tempat )?(?:acara|parkir|pameran|stan|duduk"
    r"|panggung|kursi|lomba|kegiatan|menuju|upacara|loket|layanan|pelayanan)|evakuasi|lomba|stan"
    r"|koran|majalah|buletin|mading"
)
_OF_A_FACILITY = pattern(
    r"lapas|lembaga|rutan|lpka|blok|hunian|kamar|sel|gedung|bangunan|menara|pos|lantai|pengamanan"
    r"|tembok|branggang|terlampir|steril",
)

_CONCERNS = (
    Concern(
        _LAYOUT,
        "denah plan cetak print gambar peta letak out",
        pattern(*_PLANS),
        (_OF_A_FACILITY,),
        unless=_HARMLESS_PLAN,
        named_is_enough=True,
    ),
    Concern(
        _PLAN,
        "denah plan cetak print gambar peta letak out",
        pattern(*_PLANS),
        unless=_HARMLESS_PLAN,
    ),
    Concern(
        _LAYOUT,
        "terletak berada berjarak bersebelahan berbatasan menghadap tembus menempel langsung",
        pattern(
            r"(?:blok|kamar|sel|dapur|gudang|pos|pintu (?:belakang|darurat|samping)|bengkel"
            r"|ruang genset|panel listrik|genset|tandon|saluran air"
            r"|gorong-gorong)\b[\w ]{0,24}?(?:terletak|berada|berjarak|bersebelahan|berbatasan"
            r"|menghadap|tembus|menempel|langsung ke luar)"
        ),
        (
            pattern(
                r"tembok|pagar|dinding luar|pintu belakang|gorong-gorong",
                r"selokan",
                SIDE,
                r"\d+ ?(?:meter|m|langkah)|luar lapas|luar rutan|jalan raya|permukiman",
            ),
        ),
    ),
    Concern(
        _TOWER,
        "menara pos",
        pattern(
            r"menara(?! (?:masjid|gereja|bts|air|kembar|eiffel|sutet|telekomunikasi))|pos (?:atas"
            r"|menara|pantau)"
        ),
        (
            pattern(
                SIDE,
                rf"{NUMBER} (?:buah |unit )?(?:menara|pos (?:atas|menara|pantau))",
                r"setinggi|ketinggian|tinggi(?:nya)? \d+|(?:menghadap|mengarah|tidak menjangkau"
                r"|jangkauan|sudut pandang|melihat ke)",
            ),
        ),
        unless=pattern(r"masjid|gereja|kontrol|mengecek|pengecekan|meninjau|memeriksa"),
    ),
    Concern(
        _TOWER,
        "menara pos",
        pattern(
            r"letak (?:\w+ )?(?:menara|pos jaga|pos atas)|posisi (?:\w+ )?(?:menara|pos jaga"
            r"|pos atas)"
        ),
    ),
    Concern(
        _WEAKNESS,
        "listrik genset lampu alarm sensor jammer",
        pattern(r"listrik|genset|lampu(?: sorot)?|alarm|sensor|jammer"),
        (
            pattern(r"mati|padam|rusak|tidak (?:menyala|berfungsi|aktif)|dimatikan"),
            pattern(
                r"pagar|menara|branggang|tembok|pos (?:jaga|atas)|setiap pukul|blok [a-z]|gerbang"
                r"|lorong",
            ),
        ),
        unless=pattern(r"(?:di|mem)perbaiki|perbaikan|(?:di|peng|meng)ganti\w*|simulasi"),
    ),
    Concern(
        _WEAKNESS,
        "tembok pagar kawat jeruji ralis gorong ventilasi branggang brandgang plafon pintu lubang",
        pattern(
            r"tembok(?! (?:penjara|besi|berlin))|pagar|kawat (?:ber)?duri|jeruji|te?ralis"
            r"|gorong-gorong|ventilasi (?:kamar|sel|blok)|branggang|brandgang|plafon (?:kamar|sel"
            r"|blok)|lubang (?:di |pada )?(?:\w+ )?(?:plafon|tembok|pagar|dinding|kamar|sel)"
            r"|pintu (?:belakang|darurat|sel|kamar|blok|utama|samping)"
        ),
        (
            pattern(
                r"retak",
                r"rapuh",
                r"keropos",
                r"jebol",
                r"berlubang",
                r"bolong",
                r"rusak",
                r"belum (?:di)?tutup\w*",
                r"lapuk",
                r"berkarat",
                r"belum (?:di|ter)pasang",
                r"putus",
                r"(?:mudah|bisa|dapat) (?:dipanjat|dibobol|dirusak|ditembus|dibuka)",
                r"tanpa kawat|titik lemah|(?:tidak|tak|belum) (?:ber|ter|di)kunci",
                rf"(?:setinggi|(?:ke)?tinggi(?:an|nya)?|(?:se)?tebal(?:nya)?) (?:hanya )?{NUMBER}",
                r"roboh|ambruk|paling (?:rendah|lemah|rawan)|rawan",
            ),
        ),
        unless=pattern(
            r"(?:di|mem)perbaiki|perbaikan|renovasi|(?:di|peng|meng)ganti\w*|memastikan|tidak ada"
            r"|mural|dicat|mengecat|rehabilitasi|korban|rumah warga|pagar (?:rumah|kebun|masjid)"
        ),
    ),
)


def premises(matter: Matter) -> Iterator[Finding]:
    """Plans and what lies where; towers by their side or number; weak walls, fences and doors."""
    yield from concerned(matter, _CONCERNS)
