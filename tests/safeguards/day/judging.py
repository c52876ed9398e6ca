"""Short ways to ask what the rules of the day say of a story of a real facility."""

from datetime import date

from facilities import almanac
from newsroom.safeguards import Field, Finding, Level, Matter, check
from newsroom.safeguards.rules.day import DAY

LPKA = "LPKA Kelas II Palangka Raya"
PURWAKARTA = "Lapas Kelas IIB Purwakarta"
TOBELO = "Lapas Kelas IIB Tobelo"
#: A Monday, long after the ministry was divided.
MONDAY = date(2026, 5, 4)


def matter(facility: str, day: date | None, *, today: date | None = None, **texts: str) -> Matter:
    """A story of that facility; ``caption`` is the first photo's."""
    places = {"caption": "photos.0.caption", "alt": "photos.0.alt"}
    fields = tuple(Field(places.get(name, name), text) for name, text in texts.items())
    known = almanac.on_file(facility, day)
    return Matter(fields, event_date=day, today=today or day, known=known, parts_asked=False)


def found(
    rule: str, facility: str = PURWAKARTA, day: date | None = MONDAY, **texts: str
) -> list[Finding]:
    """What one rule says of the story."""
    said = check(matter(facility, day, **texts), DAY)
    assert [one for one in said if one.rule.endswith("_failed")] == []
    return [one for one in said if one.rule == rule]


def mended(
    rule: str, text: str, facility: str = PURWAKARTA, day: date | None = MONDAY, place: str = "body"
) -> list[tuple[str, str]]:
    """Each finding's excerpt with its first replacement ("" where it has none)."""
    return [
        (one.excerpt, one.replacements[0] if one.replacements else "")
        for one in found(rule, facility, day, **{place: text})
    ]


def levels(rule: str, text: str, facility: str = PURWAKARTA, day: date = MONDAY) -> list[Level]:
    """The levels of the rule's findings in a body."""
    return [one.level for one in found(rule, facility, day, body=text)]
