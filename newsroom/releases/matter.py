"""A working text as the safeguards look at it."""

from collections.abc import Iterator
from datetime import date

from django.utils.text import slugify

from newsroom.lib.html import plain
from newsroom.safeguards import Field, Matter
from newsroom.safeguards.gate import CHILDREN_LIVE_IN

from .content import Content


def matter_of(content: Content, *, today: date) -> Matter:
    """Everything in the content that anybody will see, with what is known of it today."""
    day = content["event_date"]
    return Matter(
        fields=tuple(_fields(content)),
        event_date=date.fromisoformat(day) if day else None,
        today=today,
        bylines=tuple(one["name"] for one in content["bylines"]),
        for_children=content["facility"].get("kind") in CHILDREN_LIVE_IN,
    )


def _fields(content: Content) -> Iterator[Field]:
    yield Field("headline", content["headline"])
    yield Field("lead", content["lead"])
    yield Field("body", plain(content["body"]))
    yield Field("dateline_place", content["dateline_place"])
    yield Field("ednote", content["ednote"])
    if content["change"]["kind"] or content["change"]["note"]:
        yield Field("change_note", content["change"]["note"])
    yield Field("slug", slugify(content["headline"])[:100])
    for number, topic in enumerate(content["topics"]):
        yield Field(f"topics.{number}", topic)
    for number, photo in enumerate(content["photos"]):
        for name in ("caption", "credit", "alt"):
            yield Field(f"photos.{number}.{name}", photo[name])
