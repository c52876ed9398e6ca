"""Where rules disagree: language steps back where a graver group speaks of the same words."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from .findings import Finding, Group


def agreed(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in their order, without those of language on words another group speaks of.

    Findings on a field as a whole stay: they speak of no words. Linear but for the sorting.
    """
    kept = list(findings)
    spoken: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for one in kept:
        if one.group != Group.LANGUAGE and one.end > one.start:
            spoken[one.place].append((one.start, one.end))
    taken = {place: _joined(spans) for place, spans in spoken.items()}
    return [one for one in kept if one.group != Group.LANGUAGE or _free(one, taken)]


def _joined(spans: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Starts and ends of the stretches the spans cover together, in order."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _free(one: Finding, taken: dict[str, tuple[list[int], list[int]]]) -> bool:
    if one.place not in taken or one.start == one.end:
        return True
    starts, ends = taken[one.place]
    before = bisect_left(starts, one.end) - 1  # the last stretch that begins before it ends
    return before < 0 or ends[before] <= one.start
