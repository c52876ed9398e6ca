"""A working text as the safeguards look at it."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.text import slugify

from facilities import almanac
from newsroom.lib.html import plain
from newsroom.safeguards import AttachmentState, Field, Matter, Person, PhotoState, child_gate
from newsroom.safeguards.gate import CHILDREN_LIVE_IN
from newsroom.safeguards.models import Consent, DictionaryWord

from .content import Content
from .models import Attachment
from .models import Person as Declared
from .models.attachments import format_named

#: Three letters in a row: less is what a scanner takes for words.
_WORD = re.compile(r"[^\W\d_]{3}")


def matter_of(content: Content, *, at: datetime) -> Matter:
    """Everything in the content that anybody will see, with what is known of it at that time.

    People are the content's; one typed just now carries a ``name``, one saved its row's ``id``.
    """
    day = date.fromisoformat(content["event_date"]) if content["event_date"] else None
    facility = content["facility"]["id"]
    today = at.astimezone(ZoneInfo(content["facility"]["time_zone"])).date()
    texts = _texts(content)
    return Matter(
        fields=tuple(_fields(content, texts)),
        event_date=day,
        today=today,
        people=_people(content, today),
        photos=_photos(content["photos"], today),
        attachments=tuple(
            _attachment(one, texts[one["id"]]) for one in content.get("attachments", [])
        ),
        bylines=tuple(one["name"] for one in content["bylines"]),
        dictionary=_dictionary(facility),
        known=almanac.of(facility, day) if facility else None,  # none is chosen yet
        for_children=_for_children(content),
    )


def concerns_children(content: Content) -> bool:
    """Whether the child gate applies to the content. Asks for attachments' words alone."""
    parts = [Person("", one["part"], one["age"]) for one in content.get("people", [])]
    fields = tuple(_fields(content, _texts(content)))
    return child_gate(Matter(fields, people=tuple(parts), for_children=_for_children(content)))


def _dictionary(facility: int | None) -> frozenset[str]:
    """The words the unit has declared right, folded: one query."""
    words = DictionaryWord.objects.filter(facility=facility) if facility else ()
    return frozenset(one.folded for one in words)


def _for_children(content: Content) -> bool:
    return content["facility"].get("kind") in CHILDREN_LIVE_IN


def _people(content: Content, today: date) -> tuple[Person, ...]:
    """Two queries where anybody is declared, else none. Only one's own word is a consent."""
    declared = content.get("people", [])
    if not declared:
        return ()
    rows = Declared.objects.filter(pk__in=[one["id"] for one in declared if "id" in one])
    by_key = {row.pk: row for row in rows}
    wanted = [one["consent"] for one in declared if one["consent"]]
    valid = Consent.objects.valid(today).filter(pk__in=wanted, for_name=True)
    here = valid.filter(facility=content["facility"]["id"])
    consents = {one.pk: one for one in here} if wanted else {}
    people = []
    for one in declared:
        name = one["name"] if "name" in one else _name_of(by_key.get(one["id"]), one)
        given = consents.get(one["consent"])
        agreed = given is not None and given.is_of(name)
        people.append(Person(name, one["part"], one["age"], consent=agreed))
    return tuple(people)


def _name_of(row: Declared | None, told: Content) -> str:
    """Whom the content means; nobody where the row is no more what it was when that was written."""
    if row is None or row.mark != told.get("mark", ""):
        return ""
    return row.name


def _photos(photos: list[Content], today: date) -> tuple[PhotoState, ...]:
    """One query where a face is shown by consent, else none. A photo from before faces were looked
    for counts as not searched; a face whose consent has ended, as not answered."""
    faces = [face for photo in photos for face in photo.get("faces", [])]
    named = {face["consent"] for face in faces if "consent" in face}
    consents = Consent.objects.valid(today).filter(pk__in=named, for_face=True)
    ended = named - set(consents.values_list("pk", flat=True)) if named else set()
    return tuple(
        PhotoState(
            searched=photo.get("searched", False),
            given_up=photo.get("given_up", False),
            faces=tuple(
                "" if face.get("consent") in ended else face["answer"]
                for face in photo.get("faces", [])
            ),
            lettering=photo.get("lettering", 0),
            lettering_seen=photo.get("lettering_seen", False),
        )
        for photo in photos
    )


def _texts(content: Content) -> dict[int, str]:
    """The words of the content's attachments by their ids: one query where there are any."""
    ids = [one["id"] for one in content.get("attachments", [])]
    found = dict(Attachment.objects.filter(pk__in=ids).values_list("pk", "text")) if ids else {}
    return {pk: found[pk] for pk in ids}  # a row that is gone must not pass as one without words


def _attachment(one: Content, text: str) -> AttachmentState:
    return AttachmentState(
        format=one["format"],
        spoken=format_named(one["format"]).spoken,
        pictures=one["pictures"],
        readable=_WORD.search(text) is not None,
        checksum=one["checksum"],
    )


def _fields(content: Content, texts: dict[int, str]) -> Iterator[Field]:
    yield Field("headline", content["headline"])
    yield Field("lead", content["lead"])
    yield Field("body", plain(content["body"]))
    yield Field("dateline_place", content["dateline_place"])
    yield Field("ednote", content["ednote"])
    if content["change"]["kind"] or content["change"]["note"]:
        yield Field("change_note", content["change"]["note"])
    yield Field("slug", content.get("slug") or slugify(content["headline"])[:100])
    for number, topic in enumerate(content["topics"]):
        yield Field(f"topics.{number}", topic)
    for number, photo in enumerate(content["photos"]):
        for name in ("caption", "credit", "alt"):
            yield Field(f"photos.{number}.{name}", photo[name])
    for number, one in enumerate(content.get("attachments", [])):
        yield Field(f"attachments.{number}.file_name", one["title"])
        yield Field(f"attachments.{number}.text", texts[one["id"]])
