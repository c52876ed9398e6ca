"""The word lists in words/*.tsv: what stands in the first column groups the words behind it."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


def read(file: str) -> dict[str, frozenset[str]]:
    """The words of a file by group."""
    found: dict[str, frozenset[str]] = {}
    for line in (_FOLDER / file).read_text(encoding="utf-8").splitlines():
        group, tab, words = line.partition("\t")
        if tab and not line.startswith("#"):
            found[group] = found.get(group, frozenset()) | frozenset(words.split())
    return found


#: Words beside a name, by what the code asks them for.
CUES = read("cues.tsv")
#: What tells grown-ups openly, and the closed list of what children are called.
ADULTS = read("adults.tsv")
