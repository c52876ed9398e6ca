"""What the safeguards look at: plain values, made by whoever holds the release.

newsroom.releases.matter makes them from a working text; labelled cases make them from JSON.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from facilities.known import Known

from .names import Census, census_of
from .reading import Reading
from .viewing import View

Part = Literal[
    "official", "inmate", "detainee", "child", "victim", "family", "visitor", "public_figure"
]

#: Whether a face may be seen, in the words of whoever answered for it.
FaceAnswer = Literal["", "blur", "staff", "public_figure", "consent"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the release speaks of, as declared by its officer.

    ``age`` in years where it matters. ``consent``: one is on file for the name, not withdrawn and
    not run out. A declared child is a child whatever the age says.
    """

    name: str
    part: Part
    age: int | None = None
    consent: bool = False

    @property
    def is_child(self) -> bool:
        """Under 18 (UU 11/2012 art. 1; Peraturan Dewan Pers 1/2019)."""
        return self.part == "child" or (self.age is not None and self.age < 18)


@dataclass(frozen=True, slots=True)
class PhotoState:
    """What is known of a photo: whether faces were looked for, and how each is answered.

    ``given_up``: the service could not look, so a person must. ``lettering`` counts places where
    letters can be read in the picture: name boards, documents; ``lettering_seen``: a person has
    looked at them.
    """

    searched: bool = True
    faces: tuple[FaceAnswer, ...] = ()
    lettering: int = 0
    lettering_seen: bool = False
    given_up: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentState:
    """What is known of a document or recording beside the text; its words are a field.

    ``format`` as people know it: PDF. ``spoken``: it is listened to. ``pictures`` counts images in
    it; ``readable``: words were found in it. ``checksum`` tells one file from another.
    """

    format: str
    spoken: bool = False
    pictures: int = 0
    readable: bool = True
    checksum: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One text that will be seen somewhere. ``text`` is plain: markup is gone, blocks are divided
    by blank lines. Places: headline, lead, body, dateline_place, ednote, change_note, slug,
    topics.N, photos.N.caption|credit|alt|file_name, attachments.N.file_name|text."""

    place: str
    text: str


@dataclass(frozen=True)
class Matter:
    """A release as the safeguards see it.

    ``today`` is the day of the check. ``dictionary``: words the unit has declared right, folded.
    ``bylines``: names of those who sign, who are staff. ``known`` None: nothing is known of the
    facility. ``for_children``: a topic or the kind of facility says that children live here.
    ``parts_asked``: whether empty required fields are findings (they stand in ``fields`` too).
    """

    fields: tuple[Field, ...]
    event_date: date | None = None
    today: date | None = None
    people: tuple[Person, ...] = ()
    photos: tuple[PhotoState, ...] = ()
    attachments: tuple[AttachmentState, ...] = ()
    known: Known | None = None
    dictionary: frozenset[str] = frozenset()
    bylines: tuple[str, ...] = ()
    for_children: bool = False
    parts_asked: bool = True

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The fields that hold anything, undisguised; made once for all rules."""
        return tuple(Reading(one.place, one.text) for one in self.fields if one.text.strip())

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The same fields for rules that look for patterns."""
        return tuple(View(one) for one in self.readings)

    @cached_property
    def census(self) -> Census:
        """Everybody named in any field, with what the release says of them; made once."""
        return census_of(self.readings, self.familiar)

    @property
    def familiar(self) -> Iterator[str]:
        """Names that may stand in a release: office holders, who signs, adults cleared for it."""
        if self.known is not None:
            yield from (one.name for one in self.known.holders)
        yield from self.bylines
        for one in self.people:
            cleared = one.part in {"official", "public_figure"} or one.consent
            if cleared and not one.is_child:
                yield one.name

    @property
    def prose(self) -> Iterator[Reading]:
        """The fields people read as sentences."""
        return (one for one in self.readings if one.prose)

    def reading(self, place: str) -> Reading | None:
        """The field of that place, or None where it is empty."""
        return next((one for one in self.readings if one.place == place), None)
