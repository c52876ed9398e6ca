"""Which facility a story is from: not every one it mentions. Pure but for the gazetteer's names.

The signature, the headline, the first name in the lead, the dateline and repetition speak for a
facility. Where two come out alike nothing is guessed: both are given as candidates.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from facilities.entries import Entry, Mention
from facilities.gazetteer import Gazetteer

#: A signature outweighs all else: a unit may write about another one.
_SIGNED, _IN_HEADLINE, _FIRST_IN_LEAD, _IN_LEAD, _AT_DATELINE = 20, 5, 5, 2, 2
_JOINED = re.compile(r"\W*(?:dan|serta)?\W*", re.IGNORECASE)
_MOST_REPEATS = 6
_MARGIN = 2


@dataclass(frozen=True, slots=True)
class Origin:
    """The facility, or None and those between which the text does not decide."""

    facility: Entry | None
    candidates: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Clues:
    """The parts of a story in which a facility may be named. ``unit`` is a line "UPT: ..."."""

    unit: str
    headline: str
    paragraphs: tuple[str, ...]
    bylines: tuple[str, ...]
    caption: str
    dateline_place: str


def origin(clues: Clues, gazetteer: Gazetteer) -> Origin:
    """The facility the story is from, if its parts agree on one."""
    named = _certain(gazetteer.mentions(clues.unit), clues)
    if len({*named}) == 1:
        return Origin(named[0])
    score = _score(clues, gazetteer)
    if not score:
        return Origin(None, _doubtful(clues, gazetteer))
    ranked = score.most_common()
    best, points = ranked[0]
    rivals = [entry for entry, other in ranked[1:] if points - other < _MARGIN]
    return Origin(None, (best, *rivals)) if rivals else Origin(best)


def _score(clues: Clues, gazetteer: Gazetteer) -> Counter[Entry]:
    score: Counter[Entry] = Counter()
    for byline in clues.bylines:
        score.update(dict.fromkeys(_certain(gazetteer.mentions(byline), clues), _SIGNED))
    headline = _certain(gazetteer.mentions(clues.headline), clues)
    score.update(dict.fromkeys(headline, _IN_HEADLINE))
    lead, *rest = clues.paragraphs or ("",)
    in_lead = gazetteer.mentions(lead)
    score.update(dict.fromkeys(_certain(in_lead, clues), _IN_LEAD))
    subject = _certain(_subject(lead, in_lead), clues)
    score.update(dict.fromkeys(subject, _FIRST_IN_LEAD - _IN_LEAD))
    body = "\n".join([*rest, clues.caption])
    repeats = Counter(_certain(gazetteer.mentions(body), clues))
    score.update({entry: min(times, _MOST_REPEATS) for entry, times in repeats.items()})
    score.update({entry: _AT_DATELINE for entry in score if entry.city == clues.dateline_place})
    return score


def _subject(lead: str, mentions: list[Mention]) -> list[Mention]:
    """The first mention and those joined to it: "Lapas A dan Rutan B" act together."""
    subject = mentions[:1]
    for mention in mentions[1:]:
        if not _JOINED.fullmatch(lead, subject[-1].end, mention.start):
            break
        subject.append(mention)
    return subject


def _certain(mentions: Iterable[Mention], clues: Clues) -> list[Entry]:
    """The facilities of mentions that mean one; the dateline's city decides between several."""
    found = []
    for mention in mentions:
        entries = mention.entries
        if len(entries) > 1:
            entries = tuple(each for each in entries if each.city == clues.dateline_place)
        if len(entries) == 1:
            found.append(entries[0])
    return found


def _doubtful(clues: Clues, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Candidates of a text that names no facility for certain: namesakes, then misspellings."""
    text = "\n".join([clues.unit, clues.headline, *clues.paragraphs, *clues.bylines])
    namesakes = [entry for mention in gazetteer.mentions(text) for entry in mention.entries]
    near = [] if namesakes else [*gazetteer.near_mentions(text).values()]
    return tuple(dict.fromkeys([*namesakes, *(entry for found in near for entry in found)]))[:5]
