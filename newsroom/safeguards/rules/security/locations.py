"""Where high-risk inmates are held, to the block and the cell."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.rules.concerns import Concern, concerned, pattern
from newsroom.safeguards.rules.looking import Verdict

from .wording import PRISONERS, SOURCE

_HIGH_RISK = Verdict(
    rule="high_risk_location",
    group=Group.SECURITY,
    level=Level.BLOCK,
    reason=_("Where a high-risk inmate is held is told to nobody."),
    source=SOURCE,
)
_NAMED = Verdict(
    rule="inmate_location",
    group=Group.SECURITY,
    level=Level.SIGN_OFF,
    reason=_("The cell of one inmate need not be told."),
    source=SOURCE,
)

_CELL = pattern(
    r"(?:blok|wisma|gedung|paviliun) (?:\w{4,12} )?(?:[a-z]\d{0,2}|\d{1,2}|[ivx]{1,4})",
    r"(?:kamar|sel|ruang)(?: (?:nomor|no\.?|hunian|isolasi|khusus|tahanan)){0,2} ?[a-z]?\.?\d{1,3}",
    r"straf ?sel", r"strap ?sel", r"sel (?:isolasi|khusus|tikus|pengasingan)", r"lantai (?:\d"
    r"|dasar|atas|dua|tiga)",
)  # fmt: skip
_HELD = pattern(
    r"ditempatkan", r"menempati", r"menghuni", r"mendiami", r"dihuni", r"huni", r"penghuni",
    r"berada", r"ditahan",
    r"dikurung", r"diisolasi", r"penempatan", r"dikumpulkan", r"mendekam", r"tinggal",
    r"diletakkan", r"menjalani",
    r"diisi", r"tempat", r"ditempati", r"dipisahkan", r"terpisah", r"ada di", r"kini di",
    r"kamarnya", r"selnya",
    r"(?:di|ke|dalam) (?:kamar|sel|straf ?sel|strap ?sel)",
)  # fmt: skip

_CONCERNS = (
    Concern(
        _HIGH_RISK,
        "risiko risk teroris napiter bandar gembong mati seumur maximum provokator kerusuhan"
        " pelarian",
        pattern(
            r"(?:be)?risiko (?:sangat )?tinggi", r"high ?risk", r"terorisme", r"teroris",
            r"napiter",
            r"bandar(?: besar)?(?: narkoba| narkotika| sabu)?", r"gembong", r"(?:terpidana|hukuman"
            r"|pidana|vonis) mati",
            r"seumur hidup", r"(?:super )?maximum security", r"provokator", r"otak kerusuhan",
            r"pelarian",
        ),
        (_CELL, _HELD),
        unless=pattern(r"kebakaran", r"pulau", r"nusakambangan tahun"),
    ),
    Concern(
        _NAMED,
        "nama inisial",
        pattern(rf"(?:{PRISONERS}) (?:\w+ )?(?:bernama|berinisial|inisial|atas nama)"),
        (_CELL, pattern(r"ditempatkan", r"menempati", r"menghuni", r"penghuni", r"mendekam",
        r"dihuni")),
    ),
)  # fmt: skip


def high_risk_locations(matter: Matter) -> Iterator[Finding]:
    """Block, cell or floor of inmates of high risk; the cell of one who is named."""
    yield from concerned(matter, _CONCERNS)
