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
    r"(?:blok|wisma|gedung|paviliun) (?:\w{4,12} )?(?:[a-z]\d{0,2}|\d{1,2}|[ivx]{1,4})|(?:kamar"
    r"|sel|ruang)(?: (?:nomor|no\.?|hunian|isolasi|khusus|tahanan)){0,2} ?[a-z]?\.?\d{1,3}"
    r"|straf ?sel|strap ?sel|sel (?:isolasi|khusus|tikus|pengasingan)|lantai (?:\d|dasar|atas|dua"
    r"|tiga)"
)
_HELD = pattern(
    r"ditempatkan|menempati|menghuni|mendiami|dihuni|huni|penghuni|berada|ditahan|dikurung"
    r"|diisolasi|penempatan|dikumpulkan|mendekam|tinggal|diletakkan|menjalani|diisi|tempat"
    r"|ditempati|dipisahkan|terpisah|ada di|kini di|kamarnya|selnya|(?:di|ke|dalam) (?:kamar|sel"
    r"|straf ?sel|strap ?sel)",
)

_CONCERNS = (
    Concern(
        _HIGH_RISK,
        "risiko risk teroris napiter bandar gembong mati seumur maximum provokator kerusuhan"
        " pelarian",
        pattern(
            r"(?:be)?risiko (?:sangat )?tinggi|high ?risk|terorisme|teroris|napiter"
            r"|bandar(?: besar)?(?: narkoba| narkotika| sabu)?|gembong|(?:terpidana|hukuman|pidana"
            r"|vonis) mati|seumur hidup|(?:super )?maximum security|provokator|otak kerusuhan"
            r"|pelarian"
        ),
        (_CELL, _HELD),
        unless=pattern(r"kebakaran|pulau|nusakambangan tahun"),
    ),
    Concern(
        _NAMED,
        "nama inisial",
        pattern(rf"(?:{PRISONERS}) (?:\w+ )?(?:bernama|berinisial|inisial|atas nama)"),
        (_CELL, pattern(r"ditempatkan|menempati|menghuni|penghuni|mendekam|dihuni")),
    ),
)


def high_risk_locations(matter: Matter) -> Iterator[Finding]:
    """Block, cell or floor of inmates of high risk; the cell of one who is named."""
    yield from concerned(matter, _CONCERNS)
