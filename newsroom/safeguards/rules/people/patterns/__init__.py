"""Regular expressions kept as tables: key, tab, pattern; ``{key}`` in one stands for another's."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_REFERENCE = re.compile(r"\{([a-z_]+)\}")


def table(file: str) -> Callable[[str], re.Pattern[str]]:
    """The compiled patterns of a file by key; several rows of one key are alternatives."""
    rows: dict[str, list[str]] = {}
    for line in (_FOLDER / file).read_text(encoding="utf-8").splitlines():
        key, tab, pattern = line.partition("\t")
        if tab and not line.startswith("#"):
            rows.setdefault(key, []).append(pattern)

    def spelled(key: str) -> str:
        whole = "|".join(rows[key])
        return _REFERENCE.sub(lambda found: f"(?:{spelled(found[1])})", whole)

    @cache
    def compiled(key: str) -> re.Pattern[str]:
        return re.compile(spelled(key))

    return compiled


#: What leads to a child, and what is said of adults in custody.
CHILD = table("child.tsv")
INMATE = table("inmate.tsv")
