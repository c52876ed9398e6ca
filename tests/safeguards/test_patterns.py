"""No pattern of the rules can run for ever, and each is looked for wherever it may stand."""

import re

import pytest

from newsroom.safeguards.rules.concerns import Concern
from tests.safeguards.patterns import always_holds, concerns, nested_repeats, patterns, tree

PATTERNS = patterns()
CONCERNS = concerns()


def test_the_patterns_of_the_rules_are_known() -> None:
    assert len(PATTERNS) > 50
    assert len(CONCERNS) > 20


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.values())
def test_no_pattern_repeats_without_bound_inside_such_a_repeat(pattern: re.Pattern[str]) -> None:
    assert list(nested_repeats(tree(pattern))) == []


def test_a_repeat_inside_a_repeat_would_be_seen() -> None:
    assert list(nested_repeats(tree(re.compile(r"(?:a+b?)+c"))))
    assert not list(nested_repeats(tree(re.compile(r"(?:a{1,5}b?)+c"))))


@pytest.mark.parametrize(("where", "concern"), CONCERNS, ids=[str(n) for n in range(len(CONCERNS))])
def test_the_words_of_a_concern_stand_in_every_text_of_its_sign(
    where: str, concern: Concern
) -> None:
    assert always_holds(tree(concern.sign), concern.words.split()), where


def test_words_that_may_be_absent_are_seen() -> None:
    assert always_holds(tree(re.compile(r"(?:kunci|gembok) pintu")), ["kunci", "gembok"])
    assert not always_holds(tree(re.compile(r"(?:kunci|gembok)? pintu")), ["kunci", "gembok"])
    assert not always_holds(tree(re.compile(r"kunci|gembok")), ["kunci"])
