"""Slips of language (EYD V, KBBI, the ministry's terms), by the table of newsroom.safeguards."""

from collections.abc import Iterator, Set

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.language import Hit, hits
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading

_LEVELS = {"E": Level.WARNING, "W": Level.WARNING, "S": Level.SUGGESTION}


def language(matter: Matter) -> Iterator[Finding]:
    """A warning for each error, then for what is doubtful; a suggestion once for each rule.

    A finding's rule is "language." with the id of the table's row.
    """
    names = _names(matter)
    met: list[tuple[str, Reading, Hit]] = []
    for reading in matter.prose:
        for hit in hits(reading, dictionary=matter.dictionary, names=names):
            met.append((hit.rule.grade, reading, hit))
    suggested: set[str] = set()
    for grade, reading, hit in sorted(met, key=lambda one: one[0]):
        if grade == "S":
            if hit.rule.id in suggested:
                continue
            suggested.add(hit.rule.id)
        yield _finding(reading, hit)


def _finding(reading: Reading, hit: Hit) -> Finding:
    return reading.finding(
        (hit.start, hit.end),
        rule=f"language.{hit.rule.id}",
        group=Group.LANGUAGE,
        level=_LEVELS[hit.rule.grade],
        reason=hit.rule.reason,
        source=hit.rule.norm,
        replacements=hit.replacements,
        safe=hit.rule.safe,
    )


def _names(matter: Matter) -> Set[str]:
    """Folded words of the names that are known to stand in the release."""
    people = [one.name for one in matter.people] + list(matter.bylines)
    if matter.known is not None:
        people += [one.name for one in matter.known.holders]
    return {word.casefold() for name in people for word in name.split() if len(word) > 2}
