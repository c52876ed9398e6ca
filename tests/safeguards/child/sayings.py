"""What the child rules say of a text of an LPKA."""

from newsroom.safeguards import Field, Finding, Group, Matter, Person, check


def found(text: str, place: str = "body", *people: Person) -> list[Finding]:
    """The findings of the group child for one field."""
    matter = Matter((Field(place, text),), for_children=True, parts_asked=False, people=people)
    return [one for one in check(matter) if one.group is Group.CHILD]
