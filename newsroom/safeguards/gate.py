"""The child gate: when a release must be free of every trace that leads to a child.

UU 11/2012 arts. 19 and 97: identity of a child in conflict with the law, child victim or child
witness stays secret; Peraturan Dewan Pers 1/2019 says what identity is.
"""

import re
from collections.abc import Iterable

from .matter import Matter

#: Kinds of facility (facilities.models.Kind) where children live.
CHILDREN_LIVE_IN = frozenset({"lpka", "lpas"})

# Children in the hands of the law, as victims and witnesses too. Children who visit, learn or play
# are not meant: "anak-anak", "PAUD", "Hari Anak Nasional" alone open nothing.
_CUSTODY = re.compile(
    r"\b(?:anak[-\s]{1,3}binaan|andikpas|anak\s+didik\s+pemasyarakatan|(?:napi|narapidana|tahanan|terpidana"
    r"|tersangka|terdakwa|klien|warga\s+binaan)\s+anak(?!-)|anak\s+(?:yang\s+)?(?:sedang\s+|tengah\s+)?"
    r"(?:ber(?:konflik|hadapan|masalah|urusan)|terlibat)\s+(?:dengan\s+)?(?:masalah\s+)?hukum|ABH|AKH"
    r"|anak\s+(?:pidana|negara|sipil|korban|saksi|pelaku)\b|anak\s+(?:yang\s+)?(?:menjadi|jadi|sebagai)\s+"
    r"(?:korban|saksi|pelaku|tersangka|terdakwa)|(?:korban|saksi|pelaku|tersangka)\s+(?:anak|di\s+bawah\s+umur)\b"
    r"|anak\s+bawaan|si\s+(?:kecil|mungil)\s+(?-i:[A-Z])\w+|ibu\s+menyusui|(?:bayi|balita|anak)\s+(?:dari\s+)?(?:warga\s+"
    r"binaan|narapidana|tahanan)(?=\s+(?:perempuan|yang|bernama|di))|sidang\s+anak|perkara\s+anak"
    r"|kepentingan\s+terbaik\s+(?:bagi|untuk)\s+anak|(?:putra|putri|bayi|balita)nya,\s+(?-i:[A-Z])\w+"
    r"|lpka|lpas|lapas\s+anak|lembaga\s+(?:pembinaan\s+khusus|penempatan)\s+anak|peradilan\s+pidana\s+anak"
    r"|diversi|(?:ayah|ibu|bapak)nya\s+(?:sedang\s+|tengah\s+|masih\s+)?(?:menjalani|ditahan|dipidana|dipenjara)"
    r"|(?-i:[A-Z])\w+,\s+(?:bayi|balita)|(?:bayi|balita)\s+(?:\w+\s+){0,2}bernama)\b",
    re.IGNORECASE,
)


def speaks_of_children(texts: Iterable[str]) -> bool:
    """Whether any of the texts speaks of children in custody."""
    return any(_CUSTODY.search(text) for text in texts)


def children_live_here(matter: Matter) -> bool:
    """Whether the facility of the release is one for children."""
    if matter.for_children:
        return True
    return matter.known is not None and matter.known.kind in CHILDREN_LIVE_IN


def child_gate(matter: Matter) -> bool:
    """Whether the gate applies: where children live, a declared child, or the words themselves."""
    if children_live_here(matter) or any(one.is_child for one in matter.people):
        return True
    return speaks_of_children(one.clear for one in matter.readings)
