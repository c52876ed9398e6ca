"""Short lessons, one for each category of slips, and which lesson belongs to a rule."""

from dataclasses import dataclass

from .loading import RULES, rows

#: Rules on how a release is built have no row in rules.tsv.
_BUILDING = "susunan berita"
_ELSEWHERE = {"abbreviations": "singkatan dan gelar", "quote_left_open": "tanda baca"}
_RULES = {f"language.{rule.id}": rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson in Indonesian; ``pairs`` are wrong and right examples."""

    category: str
    title: str
    text: str
    pairs: tuple[tuple[str, str], ...]


#: By category, in the order of the table.
LESSONS: dict[str, Lesson] = {
    row["category"]: Lesson(
        category=row["category"],
        title=row["title"],
        text=row["text"],
        pairs=((row["wrong1"], row["right1"]), (row["wrong2"], row["right2"])),
    )
    for row in rows("lessons.tsv")
}


def lesson_for(rule: str) -> Lesson:
    """The lesson for a finding's rule; how to build a release, where it is not one of the table."""
    told = _RULES.get(rule)
    category = told.category if told else _ELSEWHERE.get(rule, _BUILDING)
    return LESSONS.get(category, LESSONS[_BUILDING])


def reason_of(rule: str) -> str:
    """What the table says of a finding's rule; "" where it is not one of the table."""
    told = _RULES.get(rule)
    return told.reason if told else ""
