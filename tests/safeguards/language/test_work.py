"""The check stays linear whatever is typed: work is counted, not timed."""

import re
from collections.abc import Iterable
from itertools import pairwise
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.safeguards import Field, Matter
from newsroom.safeguards.language import RULES, hits
from newsroom.safeguards.language import engine as engine_module
from newsroom.safeguards.language import tokens as tokens_module
from newsroom.safeguards.language.engine import MOST
from newsroom.safeguards.language.index import PATTERNS
from newsroom.safeguards.reading import Reading
from newsroom.safeguards.rules.style import STYLE

#: Ways in which a pattern may try to match at one place of the text, at the very most.
WAYS_MOST = 5000
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT)


def ways(sequence: Iterable[Any]) -> int:
    """In how many ways a parsed pattern can match at one place: what backtracking has to try."""
    product = 1
    for kind, told in sequence:
        if kind in _REPEATS:
            least, most, inner = told
            assert most != kinds.MAXREPEAT or len(inner) == 1, "an unbounded repeat of a group"
            assert most != kinds.MAXREPEAT, "an unbounded repeat"
            each = ways(inner)
            product *= sum(each**times for times in range(least, most + 1))
        elif kind == kinds.BRANCH:
            product *= sum(ways(branch) for branch in told[1])
        elif kind == kinds.SUBPATTERN:
            product *= ways(told[3])
        elif kind in (kinds.ASSERT, kinds.ASSERT_NOT):
            product += ways(told[1])
    return product


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda one: one.rule.id)
def test_a_rules_pattern_has_few_ways_to_match(pattern: Any) -> None:
    assert ways(parser.parse(pattern.rule.wrong)) <= WAYS_MOST


def test_what_would_run_away_is_noticed() -> None:
    for evil in (r"(a+)+b", r"(a|a){1,30}b", r"(\w{1,30} ?){1,30}!", r".*x"):
        with pytest.raises(AssertionError):
            assert ways(parser.parse(evil)) <= WAYS_MOST


_FRAGMENTS = [word for rule in RULES for word, _ in rule.pairs if rule.kind != "pattern"]
_TEXTS = st.lists(
    st.sampled_from([*_FRAGMENTS, ".", ",", "“", "”", '"', "(", ")", "-", "–", "2", "A", "Di", "/"])
    | st.text(max_size=6),
    max_size=40,
)


@given(_TEXTS, st.sampled_from([" ", "", "\n", "-", "  "]))
@settings(max_examples=150, deadline=None)
def test_twice_the_text_is_at_most_twice_the_work(words: list[str], gap: str) -> None:
    text = gap.join(words) + "\n"

    def made(length: int) -> int:
        count = 0

        def counted(*told: Any) -> Any:
            nonlocal count
            count += 1
            return original(*told)

        original = engine_module.Hit
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(engine_module, "Hit", counted)
            found = hits(Reading("body", text * length))
        assert len(found) <= MOST
        assert all(one.end <= two.start for one, two in pairwise(found))
        return count

    once = made(1)
    assert made(4) <= 4 * once + 12  # where two copies meet, something new may begin


@given(st.text(max_size=200))
@settings(deadline=None)
def test_whatever_is_typed_gets_an_answer(text: str) -> None:
    fields = tuple(Field(place, text) for place in ("headline", "lead", "body"))
    matter = Matter(fields)
    for rule in STYLE:
        for finding in rule(matter):
            shown = matter.reading(finding.place)
            assert shown is not None
            assert shown.text[finding.start : finding.end] == finding.excerpt


@pytest.mark.parametrize(
    "piece",
    ["di ", "a.", "“a ", '"', "Dan ", "a-a-", "0/0", "( ", "((", "UPT ", "yg,"],
)  # fmt: skip
def test_a_hundred_thousand_characters_are_answered_with_bounded_lists(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    matter = Matter((Field("body", text),))
    assert len(hits(matter.readings[0])) <= MOST
    for rule in STYLE:
        assert len(list(rule(matter))) <= 12, rule.__name__


def test_the_ways_to_look_for_addresses_are_bounded_too() -> None:
    said = tokens_module._ADDRESS.pattern
    assert "+" not in re.sub(r"\[[^\]]*\]", "", said)
    assert "*" not in said
