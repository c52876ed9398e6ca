"""Every row of rules.tsv: finds its bad sentence, leaves its good one, mends what it finds."""

import re
from collections import Counter

from newsroom.safeguards.language import RULES, Hit, LanguageRule, hits
from newsroom.safeguards.language.index import PATTERNS, PHRASES, WORDS
from newsroom.safeguards.language.loading import rows
from newsroom.safeguards.reading import Reading

#: Small words around, so that a rule on capitals does not take its own form for a name.
FRAME = "satu {} lagi"


def met(rule: LanguageRule, text: str) -> list[Hit]:
    """Where a rule fires in a text."""
    return [hit for hit in hits(Reading("body", text)) if hit.rule.id == rule.id]


def mended(text: str, hit: Hit, replacement: str) -> str:
    """The text with the hit replaced."""
    return text[: hit.start] + replacement + text[hit.end :]


def test_there_are_at_least_300_rules_each_with_an_id_of_its_own() -> None:
    assert len(RULES) >= 320
    assert [one for one, times in Counter(rule.id for rule in RULES).items() if times > 1] == []


def test_the_table_is_whole() -> None:
    for row in rows("rules.tsv"):
        assert None not in row.values(), row["id"]
        assert {row["slip"], row["safe"]} <= {"0", "1"}, row["id"]
        empty = [name for name, cell in row.items() if not cell and name not in ("right", "needs")]
        assert empty == [], row["id"]


def test_no_form_is_claimed_by_two_rules() -> None:
    phrases = [forms for seconds in PHRASES.values() for forms in seconds.values()]
    for forms in [*WORDS.values(), *phrases]:
        told = Counter(form.wrong if form.exact else form.wrong.casefold() for form in forms)
        assert [form for form, times in told.items() if times > 1] == []


def test_every_bad_sentence_is_found_and_every_good_one_passes() -> None:
    assert [rule.id for rule in RULES if not met(rule, rule.bad)] == []
    assert [rule.id for rule in RULES if met(rule, rule.good)] == []


def test_no_good_sentence_troubles_another_rule() -> None:
    troubled = [
        (rule.id, hit.rule.id)
        for rule in RULES
        for hit in hits(Reading("body", rule.good))
        if hit.rule.grade != "S"
    ]
    assert troubled == []


def test_what_is_offered_is_right() -> None:
    """A replacement ends the finding; a rule without one is never safe."""
    wrong = []
    for rule in RULES:
        hit = met(rule, rule.bad)[0]
        texts = [mended(rule.bad, hit, replacement) for replacement in hit.replacements]
        again = [
            one for text in texts for one in met(rule, text) if one.start <= hit.start < one.end
        ]
        if again or bool(hit.replacements) != bool(rule.right) or (rule.safe and not texts):
            wrong.append(rule.id)
    assert wrong == []


def test_each_form_of_a_rule_is_found_and_none_of_its_right_ones() -> None:
    pairs = [(rule, *pair) for rule in RULES if rule.kind != "pattern" for pair in rule.pairs]
    assert [wrong for rule, wrong, _ in pairs if not met(rule, FRAME.format(wrong))] == []
    assert [
        (rule.id, right)
        for rule, _, rights in pairs
        for right in rights
        if met(rule, FRAME.format(right))
    ] == []


def test_no_pattern_can_run_away() -> None:
    """No repeated group holds an unbounded repeat, and no gap is without a bound of its own."""
    nested = re.compile(r"\([^()]*(?:[+*]|,\})[^()]*\)(?:[+*]|\{\d*,\d*\})")
    unbounded = re.compile(r"(?<!\\)[\]).wdsS][+*]")
    for pattern in PATTERNS:
        assert not nested.search(pattern.rule.wrong), pattern.rule.id
        assert not unbounded.search(pattern.rule.wrong.replace(r"\b", "")), pattern.rule.id


def test_what_a_pattern_needs_stands_wherever_it_matches() -> None:
    texts = [text for rule in RULES for text in (rule.bad, rule.good)]
    missed = [
        (pattern.rule.id, text)
        for pattern in PATTERNS
        for text in texts
        if list(pattern.found(text))
        and not any(need in text.casefold() for need in pattern.rule.needs)
    ]
    assert missed == []


def test_a_pattern_is_found_where_its_table_says() -> None:
    """Taking its first mark off and asking afterwards gives what the expression itself gives."""
    texts = [text for rule in RULES for text in (rule.bad, rule.good, rule.bad.replace(" ", ""))]
    for pattern in PATTERNS:
        plain = re.compile(pattern.rule.wrong)
        for text in texts:
            spans = [one.span() for one in pattern.found(text)]
            assert spans == [one.span() for one in plain.finditer(text)], pattern.rule.id
    assert sum(pattern.opens for pattern in PATTERNS) > 30
