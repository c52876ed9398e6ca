"""Short ways for tests to ask what the rules say about one text."""

from newsroom.safeguards import Field, Finding, Group, Level, Matter, Person, check


def found(
    text: str, group: Group, *, place: str = "body", people: tuple[Person, ...] = ()
) -> list[Finding]:
    """The group's findings in one field of a release."""
    matter = Matter((Field(place, text),), people=people, parts_asked=False)
    return [one for one in check(matter) if one.group is group]


def strongest(
    text: str, group: Group, *, place: str = "body", people: tuple[Person, ...] = ()
) -> Level | None:
    """The most serious level of the group in one field; None where it says nothing."""
    return min((one.level for one in found(text, group, place=place, people=people)), default=None)
