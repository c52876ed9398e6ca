"""Reads the tables of this folder, once, and refuses a row that is not whole."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Kind = Literal["word", "phrase", "pattern"]
Grade = Literal["E", "W", "S"]

FOLDER = Path(__file__).parent
_NORMED = re.compile(r"(?P<reason>.+) \((?P<norm>[^()]+)\)\.")


@dataclass(frozen=True, slots=True)
class LanguageRule:
    """One row of rules.tsv.

    ``wrong``: words or phrases divided by "|", or a regular expression; ``right``: what stands
    there instead, in the same order, alternatives divided by " / ", "" where no text is ready.
    ``grade``: E error, W warning, S suggestion. ``slip``: of the pen, so also inside quotes.
    ``safe``: may be taken blindly. ``norm`` names who says so: EYD V, KBBI, UU 22/2022.
    ``needs``: of a pattern, folded strings of which one stands wherever it matches ("" may
    be left out), so that most patterns need not be tried.
    """

    id: str
    category: str
    kind: Kind
    wrong: str
    right: str
    grade: Grade
    slip: bool
    safe: bool
    reason: str
    norm: str
    bad: str
    good: str
    needs: tuple[str, ...]

    @property
    def pairs(self) -> list[tuple[str, tuple[str, ...]]]:
        """Each wrong form with its right ones, the best first; of a pattern there is one."""
        wrongs = [self.wrong] if self.kind == "pattern" else self.wrong.split("|")
        rights = [self.right] if self.kind == "pattern" else self.right.split("|")
        if len(rights) == 1:
            rights *= len(wrongs)
        return [
            (wrong, tuple(right.split(" / ")) if right else ())
            for wrong, right in zip(wrongs, rights, strict=True)
        ]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of this folder by their column names, blanks at the rim kept."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)


def _rule(row: dict[str, str]) -> LanguageRule:
    """Raises ValueError where a row breaks the table's rules."""
    told = _NORMED.fullmatch(row["reason"])
    if told is None or row["kind"] not in get_args(Kind) or row["level"] not in get_args(Grade):
        raise ValueError(f"rules.tsv: {row['id']}")
    return LanguageRule(
        id=row["id"],
        category=row["category"],
        kind=row["kind"],  # type: ignore[arg-type]  # asked above
        wrong=row["wrong"],
        right=row["right"],
        grade=row["level"],  # type: ignore[arg-type]
        slip=row["slip"] == "1",
        safe=row["safe"] == "1",
        reason=f"{told['reason']}.",
        norm=told["norm"],
        bad=row["bad"],
        good=row["good"],
        needs=tuple(row["needs"].split("|")),
    )


#: Every rule, in the order of the table.
RULES: tuple[LanguageRule, ...] = tuple(_rule(row) for row in rows("rules.tsv"))
