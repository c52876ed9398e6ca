"""The rules sorted by how they are looked up: by word, by a phrase's first word, by pattern."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from .loading import RULES, LanguageRule
from .tokens import cut

_OPENS = re.compile(r"\\b(?:\((?:\?:)?)?(?:[A-Za-z]|\[[A-Z][a-z]\])")


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

    ``opens``: it matches only where a word begins. Its mark for that is taken off, for a pattern
    that begins with letters is searched for many times as fast, and asked afterwards.
    ``place`` is the group that is shown and replaced: "at", or 0 for all that matched.
    """

    rule: LanguageRule
    regex: re.Pattern[str]
    rights: tuple[str, ...]
    carries: bool
    place: str | int
    opens: bool

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Its matches in the text, apart from each other."""
        at = 0
        while match := self.regex.search(text, at):
            start, end = match.span()
            if self.opens and start and (text[start - 1].isalnum() or text[start - 1] == "_"):
                at = start + 1
                continue
            yield match
            at = max(end, start + 1)


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


def _forms() -> tuple[dict[str, list[Form]], dict[str, dict[str, list[Form]]]]:
    words: dict[str, list[Form]] = {}
    phrases: dict[str, dict[str, list[Form]]] = {}
    for rule in RULES:
        for wrong, rights in rule.pairs if rule.kind != "pattern" else ():
            form = _form(rule, wrong, rights)
            first, *more = form.words
            (phrases.setdefault(first, {}) if more else words).setdefault(
                more[0] if more else first, []
            ).append(form)
    return words, phrases


def _patterns() -> tuple[Pattern, ...]:
    found = []
    for rule in RULES:
        if rule.kind == "pattern":
            opens = bool(_OPENS.match(rule.wrong))
            regex = re.compile(rule.wrong[2:] if opens else rule.wrong)
            carries = bool(regex.flags & re.IGNORECASE)
            place = "at" if "at" in regex.groupindex else 0
            found.append(Pattern(rule, regex, rule.pairs[0][1], carries, place, opens))
    return tuple(found)


#: By folded word; by the folded first word of a phrase and then by its second.
WORDS, PHRASES = _forms()
PATTERNS = _patterns()
