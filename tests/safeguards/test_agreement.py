"""Two rules on the same words would only confuse: language steps back, and nothing else does."""

from collections.abc import Iterator

import pytest

from newsroom.safeguards import Field, Finding, Group, Level, Matter, check
from newsroom.safeguards.agreement import agreed


def finding(group: Group, start: int, end: int, place: str = "body") -> Finding:
    """A finding of a group on a stretch of a field."""
    return Finding(
        rule=group, group=group, level=Level.WARNING, place=place, reason="", start=start, end=end
    )


@pytest.mark.parametrize("span", [(10, 14), (8, 11), (13, 20), (0, 30), (11, 12)])
def test_language_steps_back_where_another_group_speaks(span: tuple[int, int]) -> None:
    graver = finding(Group.INMATE, 10, 14)
    assert agreed([finding(Group.LANGUAGE, *span), graver]) == [graver]


@pytest.mark.parametrize("span", [(0, 10), (14, 20), (0, 0)])
def test_language_stays_beside_it_and_on_the_field_as_a_whole(span: tuple[int, int]) -> None:
    both = [finding(Group.LANGUAGE, *span), finding(Group.INMATE, 10, 14)]
    assert agreed(both) == both


def test_fields_do_not_concern_each_other() -> None:
    both = [finding(Group.LANGUAGE, 0, 4, "lead"), finding(Group.INMATE, 0, 4)]
    assert agreed(both) == both


def test_no_other_group_steps_back() -> None:
    both = [finding(Group.CHILD, 0, 4), finding(Group.INMATE, 0, 4), finding(Group.DAY, 2, 9)]
    assert agreed(both) == both


def test_many_stretches_are_told_apart() -> None:
    others = [finding(Group.DAY, at, at + 3) for at in range(0, 60, 10)]
    words = [finding(Group.LANGUAGE, at, at + 2) for at in range(0, 60, 5)]
    assert [one.start for one in agreed(others + words) if one.group == Group.LANGUAGE] == [
        5, 15, 25, 35, 45, 55,
    ]  # fmt: skip


def test_a_check_tells_of_a_term_once() -> None:
    def graver(matter: Matter) -> Iterator[Finding]:
        for reading in matter.prose:
            yield reading.finding(
                (4, 8), rule="x", group=Group.INMATE, level=Level.BLOCK, reason=""
            )

    def language(matter: Matter) -> Iterator[Finding]:
        for reading in matter.prose:
            yield reading.finding(
                (4, 8), rule="y", group=Group.LANGUAGE, level=Level.WARNING, reason=""
            )

    found = check(Matter((Field("body", "Dua napi hadir."),)), [language, graver])
    assert [one.rule for one in found] == ["x"]
