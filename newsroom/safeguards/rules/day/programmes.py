"""A programme of the service is named only while it runs (C07)."""

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

from .calendar import in_words
from .history import Quotes, history
from .number_words import spelled

_OWNER = re.compile(r"\s+(?:Menteri|Kementerian|Kemenimipas|Direktorat)\b.*")


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[str]:
    """The programme as texts name it: without its owner, its number in words too, "Tahun" or not
    before its year."""
    words = _OWNER.sub("", name).split() or name.split()
    parts = [re.escape(word) for word in words]
    if words[0].isdecimal():
        word = re.escape(spelled(int(words[0])))
        parts[0] = rf"(?:{words[0]}(?:\s\({word}\))?|{word})"
    if re.fullmatch(r"20\d\d", words[-1]) and len(words) > 1:
        parts[-1] = rf"(?:Tahun\s+)?{words[-1]}"
    phrase = r"\s+".join(parts)
    return re.compile(rf"(?<!\w){phrase}(?!\w)", re.IGNORECASE)


def programmes(matter: Matter) -> Iterator[Finding]:
    """A warning for each programme that did not run on the day of the event."""
    known, day = matter.known, matter.event_date
    if known is None or day is None:
        return
    over = [one for one in known.programmes if not one.since.on(day) and one.name.strip()]
    running = [one for one in known.programmes if one.since.on(day)]
    for reading in matter.prose:
        for one in over:
            yield from first_few(_untimely(reading, one, running, day))


def _untimely(reading: Reading, over: Dated, running: list[Dated], day: date) -> Iterator[Finding]:
    quotes, past = Quotes(reading), history(reading)
    to_come = over.since.valid_from is not None and day < over.since.valid_from
    for match in _pattern(over.name).finditer(reading.clear):
        if match.start() in quotes:
            continue
        if not to_come and match.start() in past:
            continue
        yield reading.finding(
            match.span(),
            rule="programmes",
            group=Group.DAY,
            level=Level.WARNING,
            reason=_time_of(over, to_come),
            source="Daftar program",
            replacements=tuple(one.name for one in running) if len(running) == 1 else (),
        )


def _time_of(over: Dated, to_come: bool) -> str:
    if to_come and over.since.valid_from:
        return _("This programme began on %s, after the day of the event.") % in_words(
            over.since.valid_from
        )
    if over.since.valid_to:
        return _("This programme ended on %s, before the day of the event.") % in_words(
            over.since.valid_to
        )
    return _("This programme did not run on the day of the event.")
