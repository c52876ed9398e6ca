"""The child gate: when a release must be free of every trace that leads to a child.

UU 11/2012 arts. 19 and 97: identity of a child in conflict with the law, child victim or child
witness stays secret; Peraturan Dewan Pers 1/2019 says what identity is.
"""

import re
from collections.abc import Iterable

from .matter import Matter

#: Kinds of facility (facilities.models.Kind) where children live.
CHILDREN_LIVE_IN = frozenset({"lpka", "lpas"})

_CUSTODY = re.compile(
    r"\b(?:anak[- ]binaan|andikpas|anak didik pemasyarakatan|napi anak|narapidana anak|tahanan anak"
    r"|anak (?:yang )?ber(?:konflik|hadapan) dengan hukum|\bABH\b|anak pidana|anak negara"
    r"|anak korban|anak saksi|klien anak|lpka|lpas|lapas anak"
    r"|lembaga pembinaan khusus anak|lembaga penempatan anak sementara)\b",
    re.IGNORECASE,
)


def speaks_of_children(texts: Iterable[str]) -> bool:
    """Whether any of the texts speaks of children in custody."""
    return any(_CUSTODY.search(text) for text in texts)


def child_gate(matter: Matter) -> bool:
    """Whether the gate applies: where children live, a declared child, or the words themselves."""
    if matter.for_children or any(one.is_child for one in matter.people):
        return True
    if matter.known is not None and matter.known.kind in CHILDREN_LIVE_IN:
        return True
    return speaks_of_children(one.clear for one in matter.readings)
