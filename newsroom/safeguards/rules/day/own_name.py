"""The unit bears the name and class that were its on the day of the event (C02)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext as _

from facilities.known import Dated, Known
from facilities.naming import key, parse, without_class
from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading
from newsroom.safeguards.rules.looking import first_few

from .history import Quotes, history

_SOURCE = "Daftar unit"
_CLASS = re.compile(r"K(?:elas|las|ls)\.?\s+(?P<class>(?:I{1,3}|[1-3])\s?-?\s?[AB]?)\b", re.I)


def own_class(matter: Matter) -> Iterator[Finding]:
    """A warning where the unit is given a class that was not its own on the day."""
    known = matter.known
    if known is None or not parse(known.name).facility_class:
        return
    for reading in matter.prose:
        yield from first_few(_wrong_class(reading, known))


def _wrong_class(reading: Reading, known: Known) -> Iterator[Finding]:
    right = parse(known.name)
    quotes, past = Quotes(reading), history(reading)
    for match in _pattern(known.kind, known.city).finditer(reading.clear):
        said = parse(match[0])
        if said.classless != right.classless or said.facility_class == right.facility_class:
            continue
        # In the same town a unit of that very class may stand too.
        if match.start() in quotes or _registered(match[0], known):
            continue
        if match.start() in past:
            continue
        yield reading.finding(
            match.span("class"),
            rule="own_class",
            group=Group.DAY,
            level=Level.WARNING,
            reason=_("On the day of the event the unit was called %s.") % known.name,
            source=_SOURCE,
            replacements=(_class_of(known.name),),
        )


def _class_of(name: str) -> str:
    found = _CLASS.search(name)
    return found["class"] if found else ""


def _registered(text: str, known: Known) -> bool:
    if known.gazetteer is None:
        return False
    named = [entry.name for one in known.gazetteer.mentions(text) for entry in one.entries]
    return key(text) in {key(name) for name in named}


@lru_cache(maxsize=256)
def _pattern(kind: str, city: str) -> re.Pattern[str]:
    """A unit's kind, class and place as any text writes them."""
    place = r"\s*".join(map(re.escape, city.split()))
    head = (
        r"(?:Ka(?:lapas|rutan|bapas)|Lapas|Lembaga\s+Pemasyarakatan|Rutan|Rumah\s+Tahanan(?:\s+Negara)?"
        r"|LPKA|Lembaga\s+Pembinaan\s+Khusus\s+Anak|LPP|Bapas|Balai\s+Pemasyarakatan)"
    )
    return re.compile(
        rf"\b{head}(?:\s*\([^()\n]{{2,12}}\))?(?:\s+(?:Perempuan|Wanita|Narkotika|Terbuka|Pemuda"
        rf"|Khusus))?\s+{_CLASS.pattern}\s+{place}\b",
        re.IGNORECASE,
    )


def former_names(matter: Matter) -> Iterator[Finding]:
    """A warning where the unit bears a name of another time; a suggestion where the registry does
    not know when it changed."""
    known, day = matter.known, matter.event_date
    if known is None or day is None:
        return
    today = key(known.name)
    others = [
        one for one in known.official if key(one.name) != today and not _in_force(one, matter)
    ]
    for reading in matter.prose:
        for one in others:
            yield from first_few(_bearing(reading, one, known))


def _in_force(one: Dated, matter: Matter) -> bool:
    dated = one.since.valid_from or one.since.valid_to
    return bool(dated and matter.event_date and one.since.on(matter.event_date))


def _bearing(reading: Reading, former: Dated, known: Known) -> Iterator[Finding]:
    quotes, past = Quotes(reading), history(reading)
    dated = former.since.valid_from or former.since.valid_to
    for match in _named(former.name, key(without_class(known.name))).finditer(reading.clear):
        if match.start() in quotes or match.start() in past:
            continue
        classed = _CLASS.search(match[0])
        yield reading.finding(
            match.span(),
            rule="former_names",
            group=Group.DAY,
            level=Level.WARNING if dated else Level.SUGGESTION,
            reason=_("On the day of the event the unit was called %s.") % known.name,
            source=_SOURCE,
            replacements=(known.name if classed else without_class(known.name),),
        )


@lru_cache(maxsize=256)
def _named(name: str, not_today: str) -> re.Pattern[str]:
    """The name, and its form without class where that is not today's too."""
    short = without_class(name)
    forms = [name] if key(short) == not_today else [name, short]
    spelled = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"\b(?:{spelled})\b", re.IGNORECASE)
