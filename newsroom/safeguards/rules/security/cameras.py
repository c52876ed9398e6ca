"""Cameras: where they hang, how many, and what they do not see."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.concerns import Concern, concerned, pattern
from newsroom.safeguards.rules.looking import Verdict

from .wording import INSIDE, NUMBER, SIDE, SOURCE

_CAMERAS = Verdict(
    rule="cameras",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("Where cameras hang and what they do not see is told to nobody."),
    source=SOURCE,
    replacements=("kamera pengawas", ""),
)
_WHERE = pattern(
    r"pintu (?:utama|blok|belakang|depan|samping|masuk|kamar|sel|\w)",
    r"lorong",
    r"koridor",
    r"selasar",
    r"sudut",
    r"menara",
    r"dapur",
    r"tembok",
    r"gerbang",
    r"branggang",
    r"p2u",
    r"blok [a-z]\d{0,2}",
    r"kamar \d+",
    r"sel \d+",
    r"pos (?:\d|atas|jaga|menara)",
    SIDE,
    r"lantai \d",
)
_MENDED = pattern(
    r"(?:di|mem)perbaiki|perbaikan|(?:di|peng|meng)ganti\w*|simulasi|sudah aktif kembali"
)

_PEOPLE_SHOWN = pattern(_MENDED.pattern, r"wajah|identitas|wartawan|media|peliputan|juru kamera")
_CAMERA = r"cctv|kamera (?:pengawas|pengintai|keamanan|pemantau|pengaman)"
_CAMERA_HUNG = rf"{_CAMERA}|kamera(?! (?:wartawan|media|ponsel|drone|digital|awak|televisi))"
_CONCERNS = (
    Concern(
        _CAMERAS,
        "kamera cctv",
        pattern(_CAMERA_HUNG),
        (pattern(r"pajangan|palsu|dummy|tiruan|hiasan"),),
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
                r"titik buta|blind ?spots?|di luar jangkauan|(?:tidak|tak|belum"
                r"|luput) (?:\w+ )?(?:terjangkau|menjangkau|terpantau|memantau|terliput|meliput"
                r"|tersorot|menyorot|terekam|terawasi|tertangkap|dari pantauan)"
            ),
        ),
        unless=_PEOPLE_SHOWN,
    ),
    Concern(
        _CAMERAS,
        "cctv kamera",
        pattern(_CAMERA),
        (
            pattern(
                r"(?:tidak|tak|belum) (?:berfungsi|aktif|menyala|merekam|beroperasi|terpasang)"
                r"|mati|rusak|padam|bermasalah"
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
        unless=pattern(r"pelatihan|lomba|simulasi"),
    ),
    Concern(
        _CAMERAS,
        "pantau jangkau liput awasi rekam sorot",
        pattern(
            r"(?:titik|area|sisi|sudut|lokasi|bagian|tempat) (?:yang )?(?:belum|tidak|tak"
            r"|luput) (?:\w+ )?(?:ter|di)(?:pantau|jangkau|liput|awasi|rekam|sorot)"
        ),
        unless=_MENDED,
    ),
    Concern(
        _CAMERAS,
        "cctv kamera",
        pattern(_CAMERA_HUNG),
        (
            pattern(
                r"mengarah|menghadap|menyorot|terpasang|dipasang|ditempatkan|posisi|letak\w*"
                r"|tersembunyi|terletak|titik",
            ),
            _WHERE,
        ),
        unless=pattern(r"peresmian|diresmikan|meresmikan"),
    ),
    Concern(
        _CAMERAS,
        "cctv kamera",
        pattern(rf"(?:posisi|letak|titik|denah|peta|lokasi|sebaran) (?:\w+ )?(?:{_CAMERA})"),
        named_is_enough=True,
        unless=pattern(r"titik cctv baru diresmikan"),
    ),
)


def cameras(matter: Matter) -> Iterator[Finding]:
    """Where cameras hang, how many there are, and what they miss."""
    yield from concerned(matter, _CONCERNS)
