"""Office holders are the ones of the day of the event, with their Plt. or Plh. (C03)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from facilities.known import Holder, Known
from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading, Span
from newsroom.safeguards.rules.looking import first_few

from .history import Quotes, Sentences, history
from .office_titles import OfficeKey, office_of, places_of, title_pattern
from .people_names import Candidate, after, before, misspelt, spelled_alike

_SOURCE = "Daftar pejabat"
_FORMER = re.compile(r"\b(?:mantan|eks|bekas|calon|para|sejumlah|seluruh)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Office:
    """An office with all who ever held it; ``today`` held it on the day of the event, ``prefixes``
    are those with which the story names it."""

    key: OfficeKey
    pattern: re.Pattern[str]
    ever: tuple[Holder, ...]
    today: tuple[Holder, ...]
    known: Known
    prefixes: frozenset[str] = frozenset()


def office_holders(matter: Matter) -> Iterator[Finding]:
    """A warning where an office stands with a name or prefix that was not its on the day."""
    if matter.known is None or matter.event_date is None:
        return
    for office in _offices(matter.known, matter.event_date):
        named = [(one, list(office.pattern.finditer(one.clear))) for one in matter.prose]
        # Once said anywhere in the story is enough for Plt. and Plh.
        prefixes = frozenset(_prefix(match["prefix"]) for _one, found in named for match in found)
        told = replace(office, prefixes=prefixes)
        for reading, found in named:
            yield from first_few(_judged(reading, found, told))


def _offices(known: Known, day: date) -> Iterator[_Office]:
    """The offices of which somebody is known on that day; of others nothing can be said."""
    rows: defaultdict[OfficeKey, list[Holder]] = defaultdict(list)
    for holder in known.holders:
        rows[office_of(holder)].append(holder)
    for key, ever in rows.items():
        today = tuple(one for one in ever if one.since.on(day))
        if today:
            pattern = title_pattern(key, ever[0].title, known.kind, places_of(key, known))
            yield _Office(key, pattern, tuple(ever), today, known)


def _prefix(text: str | None) -> str:
    if not text:
        return ""
    return "Plh." if re.search("Harian|Plh", text, re.IGNORECASE) else "Plt."


def _judged(reading: Reading, found: list[re.Match[str]], office: _Office) -> Iterator[Finding]:
    quotes, past = Quotes(reading), history(reading)
    for match in found:
        if match.start() in quotes or _of_others(reading, match, office.known):
            continue
        name = after(reading.clear, match.end())
        if not (name and spelled_alike(name, office.ever)):
            earlier = before(reading.clear, match.start())
            name = earlier if earlier and spelled_alike(earlier, office.ever) else name
        if name:
            yield from _finding(reading, match, office, name, past)


def _of_others(reading: Reading, match: re.Match[str], known: Known) -> bool:
    """Whether a former holder is meant, or the head of a unit of another kind."""
    if _FORMER.search(reading.clear[max(0, match.start() - 12) : match.start()]):
        return True
    special = re.search(r"\b(?:Perempuan|Narkotika|Terbuka|Pemuda|Khusus)\b", match["title"], re.I)
    return bool(special and special[0].casefold() not in known.name.casefold())


def _finding(
    reading: Reading, match: re.Match[str], office: _Office, name: Candidate, past: Sentences
) -> Iterator[Finding]:
    right = spelled_alike(name, office.today)
    slips = [slip for one in ([right] if right else office.today) if (slip := misspelt(name, one))]
    other = spelled_alike(name, office.ever)
    if slips:
        yield _misspelt(reading, *slips[0])
    elif right:
        yield from _with_prefix(reading, match, office, right.name)
    elif match.start() not in past and (other or name.certain(reading, office.known)):
        span = name.span_of(other) if other else name.span
        yield _not_then(reading, span, office.today)


def _misspelt(reading: Reading, span: Span, right: str) -> Finding:
    return reading.finding(
        span,
        rule="office_holders",
        group=Group.DAY,
        level=Level.WARNING,
        reason=_("The office holder's name is registered as “%s”.") % right,
        source=_SOURCE,
        replacements=(right,),
    )


def _not_then(reading: Reading, span: Span, today: tuple[Holder, ...]) -> Finding:
    names = " / ".join(" ".join(filter(None, (one.prefix, one.name))) for one in today)
    return reading.finding(
        span,
        rule="office_holders",
        group=Group.DAY,
        level=Level.WARNING,
        reason=_("By our records this office was held by %s on the day of the event.") % names,
        source=_SOURCE,
        replacements=tuple(dict.fromkeys(one.name for one in today)),
    )


def _with_prefix(
    reading: Reading, match: re.Match[str], office: _Office, name: str
) -> Iterator[Finding]:
    """A finding where Plt. or Plh. is missing, or is too much."""
    right = [one.prefix for one in office.today if one.name == name]
    told = _prefix(match["prefix"])
    if told in right or (not told and not office.prefixes.isdisjoint(right)):
        return
    reason = _("On the day of the event this office holder was %s: say so.") % right[0]
    if not right[0]:
        reason = _("On the day of the event this office holder was in office, without Plt. or Plh.")
    yield reading.finding(
        match.span(),
        rule="office_holders",
        group=Group.DAY,
        level=Level.WARNING,
        reason=reason,
        source=_SOURCE,
        replacements=(f"{right[0]} {match['title']}".strip(),),
    )
