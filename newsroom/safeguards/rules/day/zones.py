"""The label of the time zone is the unit's (style rule C04; Keppres 41/1987)."""

import re
from collections.abc import Iterator
from functools import partial

from django.utils.translation import gettext as _

from facilities.known import Known
from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading
from newsroom.safeguards.rules.looking import first_few

from .history import Sentences
from .places import named_in

_TIME = re.compile(
    r"\b\d{1,2}(?:[.:]\d{2})?(?:\s?[-–]\s?\d{1,2}[.:]\d{2})?\s{0,2}(?P<label>WIB|WITA|WIT)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b(?:WIB|WITA|WIT)\b", re.IGNORECASE)
#: Words by which a sentence speaks of the capital, whose clock is WIB.
_CAPITAL = re.compile(
    r"\b(?:Jakarta|pusat|terpusat|tele ?conference|telekonferensi|video ?conference"
    r"|konferensi video|zoom|virtual|daring|siaran langsung|streaming|serentak|nasional"
    r"|Ditjen\s?pas|Direktorat Jenderal|Dirjen\s?pas|Kementerian|Kemenimipas|Kemenkumham|Menteri"
    r"|Istana)\b",
    re.IGNORECASE,
)


def zones(matter: Matter) -> Iterator[Finding]:
    """A warning for each time with another zone's label, unless it is another place's time."""
    if matter.known is None:
        return
    for reading in matter.prose:
        yield from first_few(_wrong(reading, matter.known))


def _wrong(reading: Reading, known: Known) -> Iterator[Finding]:
    elsewhere = {
        label: Sentences(reading, partial(_elsewhere, label=label, known=known))
        for label in ("WIB", "WITA", "WIT")
    }
    for match in _TIME.finditer(reading.clear):
        label = match["label"].upper()
        if label == known.zone_label or match.start() in elsewhere[label]:
            continue
        yield reading.finding(
            match.span("label"),
            rule="zones",
            group=Group.DAY,
            level=Level.WARNING,
            reason=_(
                "The unit keeps %(label)s. Correct the label, or say where this time is meant."
            )
            % {"label": known.zone_label},
            source="Keppres 41/1987",
            replacements=(known.zone_label,),
        )


def _elsewhere(sentence: str, label: str, known: Known) -> bool:
    """Whether the sentence gives the unit's own time too or speaks of a place that keeps this."""
    if known.zone_label in {one.upper() for one in _LABEL.findall(sentence)}:
        return True
    if label == "WIB" and _CAPITAL.search(sentence):
        return True
    return any(place.zone_label == label for place in named_in(sentence, known.atlas))
