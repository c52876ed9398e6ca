"""Keys: where they are kept, who holds them, and which lock fails."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.concerns import Concern, concerned, pattern
from newsroom.safeguards.rules.looking import Verdict

from .wording import INSIDE, NUMBER, SOURCE

_KEYS = Verdict(
    rule="keys",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("Where keys are kept, who holds them, and which lock fails is told to nobody."),
    source=SOURCE,
)
_KEY = (
    r"(?<!kata )(?<!juru )(?<!menjadi )(?<!adalah )(?<!faktor )kunci(?:nya)?(?! (?:sukses"
    r"|keberhasilan|jawaban|utama(?! blok| pintu| gerbang)|pas|inggris|motor|mobil|rumah|gitar"
    r"|nada|pembuka|dalam|untuk|penting|dari|bagi|hidup|masuk surga|kesuksesan|persoalan))",
    r"anak kunci|gembok|kartu akses|kunci (?:duplikat|ganda|cadangan|serep|master)",
)
_FOUND = pattern(
    r"(?:me|di)nemukan|ditemukan|menyita|disita|barang terlarang|hasil razia|dimusnahkan|(?:di"
    r"|peng|meng)ganti\w*|(?:di|mem)perbaiki|perbaikan|menyerahkan|diserahkan|penyerahan|pelatihan"
    r"|bengkel kerja|memastikan"
)

_CONCERNS = (
    Concern(
        _KEYS,
        "kunci gembok akses",
        pattern(*_KEY),
        (
            pattern(
                r"disimpan",
                r"diletakkan",
                r"ditaruh",
                r"digantung\w*",
                r"dititipkan",
                r"tersimpan",
                r"penyimpanan",
                r"(?:lemari|kotak|rak|laci|papan) kunci",
                r"laci",
                r"duplikat",
                r"cadangan",
                r"serep",
                r"ganda",
                r"dipegang",
                r"dibawa",
                r"hilang",
                r"tertinggal",
                r"tidak (?:di|ter)?kunci",
                r"macet",
                r"rusak",
                r"(?:bisa|dapat|mudah) dibuka",
                r"kombinasi(?:nya)?",
                r"bernomor",
                r"dipercayakan",
                r"(?:tidak|tak|belum) (?:bisa |dapat )?(?:di|ter)?kunci",
                r"nomor \d+",
                rf"{NUMBER} (?:anak kunci|gembok|kunci)",
            ),
            pattern(
                INSIDE,
                r"kplp",
                r"karupam",
                r"komandan jaga",
                r"hunian",
                r"lapas",
                r"rutan",
                r"lpka|regu|petugas|penjaga",
            ),
        ),
        unless=_FOUND,
    ),
    Concern(
        _KEYS,
        "kunci gembok",
        pattern(
            r"(?:tempat|lokasi|ruang|lemari|kotak) (?:penyimpanan )?(?:anak )?kunci(?: (?:blok"
            r"|kamar|sel|gembok|hunian))|penyimpanan (?:anak )?kunci|gembok[\w ]{0,20} (?:tidak"
            r"|tak) (?:terkunci|dikunci|berfungsi)"
        ),
        unless=_FOUND,
        named_is_enough=True,
    ),
)


def keys(matter: Matter) -> Iterator[Finding]:
    """Where keys lie, who holds them, and what does not lock."""
    yield from concerned(matter, _CONCERNS)
