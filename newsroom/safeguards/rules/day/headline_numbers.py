"""The headline's number is the story's: "40 kilogram" above, "45 kilogram sayur" below (C18)."""

from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter

from .counts import Count, amount, counts

#: Numbers of a headline that are compared; a longer one is no headline.
_MOST = 8


def headline_numbers(matter: Matter) -> Iterator[Finding]:
    """A warning where the headline counts a thing and the text counts it otherwise throughout."""
    headline = matter.reading("headline")
    if headline is None:
        return
    told = [
        one
        for place in ("lead", "body")
        if (reading := matter.reading(place))
        for one in counts(reading.clear)
    ]
    numbers = {one.number for one in told}
    for claim in islice(counts(headline.clear), _MOST):
        others = {one.number for one in told if _same_thing(claim, one)}
        if claim.number in numbers or len(others) != 1 or sum(others) == 0:
            continue
        right = others.pop()
        yield headline.finding(
            (claim.start, claim.end),
            rule="headline_numbers",
            group=Group.DAY,
            level=Level.WARNING,
            reason=_("The headline says %(headline)s, the text says %(text)s. Correct one of them.")
            % {"headline": amount(claim.number), "text": amount(right)},
            source="Hitungan dalam naskah",
            replacements=(amount(right),),
        )


def _same_thing(claim: Count, other: Count) -> bool:
    """The same noun; of a measure also the same thing measured, where both name it."""
    mine, theirs = claim.thing.split(" "), other.thing.split(" ")
    if mine[0] != theirs[0]:
        return False
    both_named = len(mine) > 1 and len(theirs) > 1
    return not (claim.measure and both_named) or mine[1] == theirs[1]
