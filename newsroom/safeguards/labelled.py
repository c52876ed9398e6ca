"""Labelled cases: a story, the people it speaks of, and what the safeguards must find in it.

One JSON object a line, in the shape that cases/README.md tells of. What a case leaves out is empty.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from django.utils.translation import gettext as _

from facilities.known import Known
from newsroom.lib.html import plain

from .findings import Group, Level
from .gate import speaks_of_children
from .matter import Field, Matter, Part, Person

#: The groups that cases are labelled with; missing parts and photos are measured elsewhere.
GROUPS = (
    Group.CHILD, Group.INMATE, Group.PERSONAL, Group.SECURITY, Group.DAY, Group.LANGUAGE,
)  # fmt: skip

_PARTS = frozenset(get_args(Part))
_LEVELS = {level.word: level for level in Level}
_PROSE = ("headline", "lead", "body", "ednote")
_OF_A_PHOTO = ("caption", "credit", "alt", "file_name")
_OF_AN_ATTACHMENT = ("file_name", "text")


class BadCase(ValueError):
    """A line is no labelled case; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Case:
    """``expect``: the strongest level of each group that must be found; {} is a story that passes.

    ``facility`` is its name as the case writes it; empty where it names none.
    """

    name: str
    facility: str
    event_date: date | None
    fields: tuple[Field, ...]
    people: tuple[Person, ...]
    expect: dict[Group, Level]

    def matter(self, known: Known | None) -> Matter:
        """The case as the rules see it, judged on the day of its event."""
        return Matter(
            fields=self.fields,
            event_date=self.event_date,
            today=self.event_date,
            people=self.people,
            known=known,
            for_children=speaks_of_children([self.facility]),
            parts_asked=False,
        )


def read_case(line: bytes) -> Case:
    """The case of one line. Raises BadCase."""
    try:
        told = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadCase(_("it is not text in UTF-8.")) from error
    except (ValueError, RecursionError) as error:
        raise BadCase(_("it is not JSON: %s") % error) from error
    if not isinstance(told, dict):
        raise BadCase(_("it is not a JSON object."))
    return Case(
        name=_text(told, "id"),
        facility=_text(told, "facility"),
        event_date=_day(_text(told, "event_date")),
        fields=tuple(_fields(_object(told, "story"))),
        people=tuple(_person(one) for one in _objects(told, "people")),
        expect=_expect(_object(told, "expect")),
    )


def _fields(story: dict[str, Any]) -> Iterator[Field]:
    for name in _PROSE:
        text = _text(story, name)
        yield Field(name, plain(text) if name == "body" else text)
    yield Field("slug", _text(story, "slug"))
    for number, topic in enumerate(_list(story, "topics")):
        yield Field(f"topics.{number}", _text({"topics": topic}, "topics"))
    for place, parts in (("photos", _OF_A_PHOTO), ("attachments", _OF_AN_ATTACHMENT)):
        for number, one in enumerate(_objects(story, place)):
            for part in parts:
                yield Field(f"{place}.{number}.{part}", _text(one, part))


def _person(told: dict[str, Any]) -> Person:
    part, age = _text(told, "part"), told.get("age")
    if part not in _PARTS:
        raise BadCase(_("“%s” is no part that a person plays.") % part)
    if age is not None and type(age) is not int:
        raise BadCase(_("“%s” must be a number.") % "age")
    consent = told.get("consent") or False
    if type(consent) is not bool:
        raise BadCase(_("“%s” must be true or false.") % "consent")
    return Person(_text(told, "name"), part, age, consent)  # type: ignore[arg-type]


def _expect(told: dict[str, Any]) -> dict[Group, Level]:
    found: dict[Group, Level] = {}
    for name, level in told.items():
        if name not in GROUPS or level not in _LEVELS:
            raise BadCase(
                _("“%(group)s: %(level)s” is no group with a level.")
                % {"group": name, "level": level}
            )
        found[Group(name)] = _LEVELS[level]
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise BadCase(_("“%s” is no date of the form YYYY-MM-DD.") % text) from error


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadCase(_("“%s” must be text.") % name)
    # JSON can spell half a character; what cannot be written anywhere is shown as "?".
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _object(told: dict[str, Any], name: str) -> dict[str, Any]:
    value = told.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise BadCase(_("“%s” must be an object.") % name)
    return value


def _list(told: dict[str, Any], name: str) -> list[Any]:
    value = told.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadCase(_("“%s” must be a list.") % name)
    return value


def _objects(told: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [_object({name: one}, name) for one in _list(told, name)]
