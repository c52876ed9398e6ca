"""The rules sorted by how they are looked up: by word, by a phrase's first word, by pattern."""

import re
from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from .loading import RULES, LanguageRule
from .tokens import cut


class Form(NamedTuple):
    """One wrong form of a rule.

    ``words`` are folded, ``gaps`` what stands between them. ``exact``: only capitals differ from
    the right form, so the text must be spelled as the table spells it; ``lowers``: a capital goes.
    """

    rule: LanguageRule
    wrong: str
    rights: tuple[str, ...]
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    exact: bool
    lowers: bool


class Pattern(NamedTuple):
    """A compiled pattern; ``carries`` where it does not ask for capitals itself.

    ``place`` is the group that is shown and replaced: "at", or 0 for all that matched.
    """

    rule: LanguageRule
    regex: re.Pattern[str]
    rights: tuple[str, ...]
    carries: bool
    place: str | int


def gap(text: str) -> str:
    """What stands between two words, as tables spell it: one space, one kind of apostrophe."""
    return " " if text.isspace() and "\n" not in text else text.replace("’", "'")


def _form(rule: LanguageRule, wrong: str, rights: tuple[str, ...]) -> Form:
    tokens = cut(wrong)
    right = rights[0] if rights else ""
    exact = right.casefold() == wrong.casefold()
    return Form(
        rule=rule,
        wrong=wrong,
        rights=rights,
        words=tuple(token.folded for token in tokens),
        gaps=tuple(gap(wrong[one.end : two.start]) for one, two in pairwise(tokens)),
        exact=exact,
        lowers=exact and wrong[0].isupper() and right[0].islower(),
    )


def _forms() -> tuple[dict[str, list[Form]], dict[str, list[Form]]]:
    words: defaultdict[str, list[Form]] = defaultdict(list)
    phrases: defaultdict[str, list[Form]] = defaultdict(list)
    for rule in RULES:
        for wrong, rights in rule.pairs if rule.kind != "pattern" else ():
            form = _form(rule, wrong, rights)
            (phrases if len(form.words) > 1 else words)[form.words[0]].append(form)
    return dict(words), dict(phrases)


def _patterns() -> tuple[Pattern, ...]:
    found = []
    for rule in RULES:
        if rule.kind == "pattern":
            regex = re.compile(rule.wrong)
            carries = bool(regex.flags & re.IGNORECASE)
            place = "at" if "at" in regex.groupindex else 0
            found.append(Pattern(rule, regex, rule.pairs[0][1], carries, place))
    return tuple(found)


#: By folded word; by the folded first word of a phrase.
WORDS, PHRASES = _forms()
PATTERNS = _patterns()
