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
    r"denah", r"site ?plan", r"cetak biru", r"blue ?print", r"floor ?plan", r"gambar teknik",
    r"peta (?:blok|lapas|rutan|lpka|kamar|bangunan|hunian|gedung)",
    r"(?:tata letak|lay ?out) (?:\w+ )?(?:blok|kamar|bangunan|gedung|pos|menara|hunian|lapas|rutan"
    r"|lpka|sel)",
)  # fmt: skip
_HARMLESS_PLAN = pattern(
    r"(?:denah|tata letak|lay ?out) (?:lokasi |tempat )?(?:acara|parkir|pameran|stan|duduk"
    r"|panggung|kursi|lomba"
    r"|kegiatan|menuju|upacara|loket|layanan|pelayanan)",
    r"evakuasi", r"lomba", r"stan", r"koran", r"majalah", r"buletin", r"mading",
)  # fmt: skip
_OF_A_FACILITY = pattern(
    r"lapas", r"lembaga", r"rutan", r"lpka", r"blok", r"hunian", r"kamar", r"sel", r"gedung",
    r"bangunan", r"menara",
    r"pos", r"lantai", r"pengamanan", r"tembok", r"branggang", r"terlampir", r"steril",
)  # fmt: skip

_CONCERNS = (
    Concern(
        _LAYOUT,
        "denah plan cetak print gambar peta letak out",
        pattern(*_PLANS), (_OF_A_FACILITY,), unless=_HARMLESS_PLAN, named_is_enough=True
    ),
    Concern(
        _PLAN,
        "denah plan cetak print gambar peta letak out",
        pattern(*_PLANS), unless=_HARMLESS_PLAN),
    Concern(
        _LAYOUT,
        "terletak berada berjarak bersebelahan berbatasan menghadap tembus menempel langsung",
        pattern(
            r"(?:blok|kamar|sel|dapur|gudang|pos|pintu (?:belakang|darurat|samping)|bengkel"
            r"|ruang genset|panel"
            r" listrik|genset|tandon|saluran air|gorong-gorong)\b[\w ]{0,24}?"
            r"(?:terletak|berada|berjarak|bersebelahan|berbatasan|menghadap|tembus|menempel"
            r"|langsung ke luar)"
        ),
        (
            pattern(
                r"tembok", r"pagar", r"dinding luar", r"pintu belakang", r"gorong-gorong",
                r"selokan", SIDE,
                r"\d+ ?(?:meter|m|langkah)", r"luar lapas", r"luar rutan", r"jalan raya",
                r"permukiman",
            ),
        ),
    ),
    Concern(
        _TOWER,
        "menara pos",
        pattern(r"menara(?! (?:masjid|gereja|bts|air|kembar|eiffel|sutet|telekomunikasi))",
        r"pos (?:atas|menara|pantau)"),
        (
            pattern(
                SIDE, rf"{NUMBER} (?:buah |unit )?(?:menara|pos (?:atas|menara|pantau))",
                r"setinggi", r"ketinggian", r"tinggi(?:nya)? \d+",
                r"(?:menghadap|mengarah|tidak menjangkau|jangkauan|sudut pandang|melihat ke)",
            ),
        ),
        unless=pattern(r"masjid", r"gereja", r"kontrol", r"mengecek", r"pengecekan", r"meninjau",
        r"memeriksa"),
    ),
    Concern(
        _TOWER,
        "menara pos",
        pattern(r"letak (?:\w+ )?(?:menara|pos jaga|pos atas)",
        r"posisi (?:\w+ )?(?:menara|pos jaga|pos atas)"),
    ),
    Concern(
        _WEAKNESS,
        "listrik genset lampu alarm sensor jammer",
        pattern(r"listrik", r"genset", r"lampu(?: sorot)?", r"alarm", r"sensor", r"jammer"),
        (
            pattern(r"mati", r"padam", r"rusak", r"tidak (?:menyala|berfungsi|aktif)",
            r"dimatikan"),
            pattern(
                r"pagar", r"menara", r"branggang", r"tembok", r"pos (?:jaga|atas)", r"setiap pukul",
                r"blok [a-z]", r"gerbang", r"lorong",
            ),
        ),
        unless=pattern(r"(?:di|mem)perbaiki", r"perbaikan", r"(?:di|peng|meng)ganti\w*",
        r"simulasi"),
    ),
    Concern(
        _WEAKNESS,
        "tembok pagar kawat jeruji ralis gorong ventilasi branggang brandgang plafon pintu lubang",
        pattern(
            r"tembok(?! (?:penjara|besi"
            r"|berlin))", r"pagar", r"kawat (?:ber)?duri", r"jeruji", r"te?ralis",
            r"gorong-gorong", r"ventilasi (?:kamar|sel"
            r"|blok)", r"branggang", r"brandgang", r"plafon (?:kamar|sel|blok)",
            r"lubang (?:di |pada )?(?:\w+ )?(?:plafon|tembok|pagar|dinding|kamar|sel)",
            r"pintu (?:belakang|darurat|sel|kamar|blok|utama|samping)",
        ),
        (
            pattern(
                r"retak", r"rapuh", r"keropos", r"jebol", r"berlubang", r"bolong", r"rusak",
                r"belum (?:di)?tutup\w*", r"lapuk", r"berkarat",
                r"belum (?:di|ter)pasang", r"putus", r"(?:mudah|bisa|dapat) (?:dipanjat|dibobol"
                r"|dirusak|ditembus|dibuka)",
                r"tanpa kawat", r"titik lemah", r"(?:tidak|tak|belum) (?:ber|ter|di)kunci",
                rf"(?:setinggi|(?:ke)?tinggi(?:an|nya)?|(?:se)?tebal(?:nya)?) (?:hanya )?{NUMBER}",
                r"roboh", r"ambruk",
                r"paling (?:rendah|lemah|rawan)", r"rawan",
            ),
        ),
        unless=pattern(
            r"(?:di|mem)perbaiki", r"perbaikan", r"renovasi", r"(?:di|peng"
            r"|meng)ganti\w*", r"memastikan", r"tidak ada",
            r"mural", r"dicat", r"mengecat", r"rehabilitasi", r"korban", r"rumah warga",
            r"pagar (?:rumah|kebun|masjid)",
        ),
    ),
)  # fmt: skip


def premises(matter: Matter) -> Iterator[Finding]:
    """Plans and what lies where; towers by their side or number; weak walls, fences and doors."""
    yield from concerned(matter, _CONCERNS)
