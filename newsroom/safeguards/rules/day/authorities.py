"""Ministry and regional offices are called as they were on the day of the event (C06)."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from facilities.known import Dated
from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading
from newsroom.safeguards.rules.looking import first_few

from .history import Quotes, history

_MINISTRY = re.compile(r"^Kement[e]?rian\b")

Chapters = tuple[tuple[Dated, ...], ...]


@lru_cache(maxsize=8)
def _pattern(chapters: Chapters) -> re.Pattern[str]:
    """Every spelling of every name, the longest first; not inside an address of the web."""
    names = {form for chapter in chapters for one in chapter for form in _forms(one)}
    ranked = sorted(names, key=len, reverse=True)
    spelled = "|".join(r"\s+".join(map(re.escape, name.split())) for name in ranked) or r"(?!)"
    return re.compile(rf"(?<![\w./@#])(?:{spelled})(?![\w@]|\.\w)", re.IGNORECASE)


def _forms(one: Dated) -> tuple[str, ...]:
    """The name's spellings, and those of its minister."""
    return tuple(form for name in one.written for form in (name, *_minister(name)))


def _minister(name: str) -> tuple[str, ...]:
    """ "Kementerian X" is headed by the "Menteri X", "KemenX" by the "MenX"."""
    if _MINISTRY.match(name):
        return (_MINISTRY.sub("Menteri", name),)
    short = " " not in name and name.startswith("Kemen")
    return ("Men" + name.removeprefix("Kemen"),) if short else ()


def authorities(matter: Matter) -> Iterator[Finding]:
    """A warning for each name of ministry or regional office that was not in use on the day."""
    known, day = matter.known, matter.event_date
    if known is None or day is None:
        return
    chapters = (known.ministries, known.regional_offices)
    for reading in matter.prose:
        yield from first_few(_untimely(reading, chapters, day))


def _untimely(reading: Reading, chapters: Chapters, day: date) -> Iterator[Finding]:
    quotes, past = Quotes(reading), history(reading)
    for match in _pattern(chapters).finditer(reading.clear):
        name = " ".join(match[0].split()).casefold()
        chapter, rows = _bearing(name, chapters)
        in_use = any(one.since.on(day) for one in rows)
        right = [one for one in chapter if one.since.on(day)]
        if in_use or not right or match.start() in quotes:
            continue
        if match.start() in past:
            continue
        yield reading.finding(
            match.span(),
            rule="authorities",
            group=Group.DAY,
            level=Level.WARNING,
            reason=_("On the day of the event it was called %s.") % right[-1].name,
            source="Perpres 157/2024",
            replacements=tuple(_same_form(name, rows[0], one) for one in reversed(right)),
        )


def _bearing(name: str, chapters: Chapters) -> tuple[tuple[Dated, ...], list[Dated]]:
    """The chapter in which the name stands, and its rows of that name."""
    for chapter in chapters:
        rows = [one for one in chapter if name in map(str.casefold, _forms(one))]
        if rows:
            return chapter, rows
    return (), []


def _same_form(name: str, wrong: Dated, right: Dated) -> str:
    """The right name, short where the wrong one was short, its minister where a minister was."""
    short = wrong.short.casefold()
    shorts = {short, *map(str.casefold, _minister(wrong.short))}
    form = right.short or right.name if name in shorts else right.name
    minister = _minister(form) if name.startswith("men") else ()
    return minister[0] if minister else form
