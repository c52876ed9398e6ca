"""The dateline names the unit's place (C09)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from facilities.atlas import bare, folded
from facilities.known import Known
from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.reading import Reading, Span

_CAPS = r"[A-Z][A-Z’'\-]*(?: [A-Z][A-Z’'\-]*){0,3}"
_NAMED = r"[A-Z][\w’']+(?: [A-Z][\w’']+){0,2}"
_DASH = r"\s?[-–—|]"
#: "SAMARINDA - ", "BERITAUJI, SAMARINDA – ", "SAMARINDA, INFO_PAS - ", "Luwuk, INFO_PAS."
_IN_LEAD = (
    re.compile(rf"(?P<place>{_CAPS})(?:, [\w.]{{2,30}})?{_DASH}"),
    re.compile(rf"[\w.]{{2,30}}(?:, | [-–—] )(?P<place>{_CAPS}){_DASH}"),
    re.compile(rf"(?P<place>{_NAMED}), INFO_?PAS\b"),
)
_NATIONAL = re.compile(
    r"\b(?:Jakarta|Ditjen\s?pas|Direktorat Jenderal|Dirjen\s?pas|Kementerian|Kemenimipas"
    r"|Kemenkumham|Menteri|nasional|pusat)\b",
    re.IGNORECASE,
)


def dateline(matter: Matter) -> Iterator[Finding]:
    """A warning where the dateline names a place known to be elsewhere, unless the story says that
    the event was there; a suggestion where it is Jakarta and the story speaks of the ministry."""
    known = matter.known
    if known is None or known.atlas is None:
        return
    for reading, span in _datelines(matter):
        place = reading.clear[span.start : span.end].strip()
        if not known.atlas.find(place) or _own(place, known) or _told(matter, place):
            continue
        capital = folded(place).startswith("jakarta") and _national(matter)
        yield reading.finding(
            span,
            rule="dateline",
            group=Group.DAY,
            level=Level.SUGGESTION if capital else Level.WARNING,
            reason=_("The unit stands in %s. Does the story come from this other place?")
            % known.city,
            source="Daftar unit",
            replacements=(known.city.upper() if place.isupper() else known.city,),
        )


def _datelines(matter: Matter) -> Iterator[tuple[Reading, Span]]:
    field = matter.reading("dateline_place")
    if field is not None:
        yield field, Span(0, len(field.clear))
    for name in ("lead", "body"):
        reading = matter.reading(name)
        if reading:
            found = [pattern.match(reading.clear) for pattern in _IN_LEAD]
            spans = dict.fromkeys(Span(*match.span("place")) for match in found if match)
            yield from ((reading, span) for span in spans)


def _own(place: str, known: Known) -> bool:
    """Whether it is the unit's place, regency, province, or in one of its names."""
    wanted = folded(bare(place))
    own = [known.city, bare(known.regency), known.province, known.region, *known.names]
    return len(wanted) > 2 and any(wanted in folded(one) for one in own)


def _told(matter: Matter, place: str) -> bool:
    """Whether the story itself says that something happened in that place."""
    there = re.compile(rf"\b(?:di|ke)\s+(?:Kota\s+|Kabupaten\s+)?{re.escape(place)}\b", re.I)
    return any(there.search(one.clear) for one in matter.prose)


def _national(matter: Matter) -> bool:
    return any(_NATIONAL.search(one.clear) for one in matter.prose if one.place in _TEXT)


_TEXT = {"headline", "lead", "body"}
