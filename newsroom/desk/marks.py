"""Faces as the page shows them, and as it sends them back."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.lib.images import Box
from newsroom.releases.actions import Mark
from newsroom.releases.models import Face, Photo, Release
from newsroom.safeguards.matter import FaceAnswer

#: Answers that may be given to all open faces at once.
FOR_ALL = frozenset({"staff", "public_figure", "blur"})
#: More than any photo has; a form with more is not ours.
MARKS_MOST = 2000
#: Of these a small picture is drawn beside the answers; further ones show as boxes only.
PICTURED_MOST = 120
_NAMED = re.compile(r"(face|new)-(\d{1,12})-box")
_AROUND = 0.35
_ANSWERS = set(Face.Answer.values)


@dataclass(frozen=True, slots=True)
class Card:
    """One face on the page: ``style`` places its box, ``view`` is its part of the picture."""

    face: Face
    style: str
    value: str
    view: str

    @property
    def name(self) -> str:
        """How the form's fields of this face begin."""
        return f"face-{self.face.pk}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered for it."""
        return not self.face.answer


def cards(photo: Photo) -> list[Card]:
    """The kept faces as one reads: row by row, each from the left."""
    return [
        _card(face, photo, pictured=number < PICTURED_MOST)
        for number, face in enumerate(_as_read(photo.faces.kept()))
    ]


def letters(photo: Photo) -> list[str]:
    """The styles of boxes around writing that nobody has read yet."""
    unread = [] if photo.lettering_seen_at else photo.lettering
    return [_style(Box(*shares)) for shares in unread]


def options(release: Release, *, consents: bool) -> list[tuple[str, str | Promise]]:
    """The answers a person may give here, the one that shows least last."""
    if release.concerns_children:
        return [
            ("staff", pgettext_lazy("face", "Adult staff")),
            ("public_figure", pgettext_lazy("face", "Adult public figure")),
            ("blur", pgettext_lazy("face", "Blur")),
        ]
    shown = [one for one in Face.Answer.choices if one[0]]
    return [one for one in shown if one[0] != "consent" or consents]


def marks_sent(sent: Mapping[str, Any]) -> list[Mark]:
    """What the form says of each face; what cannot be read is left out."""
    marks: list[Mark] = []
    for name in list(sent)[: MARKS_MOST * 5]:
        found = _NAMED.fullmatch(name)
        mark = _mark(found[1], int(found[2]), sent) if found else None
        if mark is not None and len(marks) < MARKS_MOST:
            marks.append(mark)
    return marks


def focal_sent(value: str) -> tuple[Decimal, Decimal] | None:
    """Two shares from 0 to 1, or None where the form sends none."""
    shares = _shares(value, 2)
    if shares is None:
        return None
    x, y = (Decimal(min(1.0, max(0.0, one))).quantize(Decimal("0.001")) for one in shares)
    return x, y


def faces_told(photo: Mapping[str, Any]) -> str:
    """The faces of a photo in a content in a few words: "Blur: 2 · Staff on duty: 1"."""
    answers = [face["answer"] for face in photo.get("faces", [])]
    labels = {str(value): label for value, label in Face.Answer.choices}
    labels[""] = _("Not answered, so blurred")
    told = [f"{labels[value]}: {answers.count(value)}" for value in labels if answers.count(value)]
    if photo.get("dismissed"):
        told.append(_("Boxes taken away: %(count)s") % {"count": photo["dismissed"]})
    return " · ".join(told)


def _as_read(faces: Iterable[Face]) -> Iterator[Face]:
    """A row ends where the next face begins below the middle of the row's first."""
    row: list[Face] = []
    for face in sorted(faces, key=lambda one: one.y):
        if row and face.y > row[0].y + row[0].height / 2:
            yield from sorted(row, key=lambda one: one.x)
            row = []
        row.append(face)
    yield from sorted(row, key=lambda one: one.x)


def _card(face: Face, photo: Photo, *, pictured: bool) -> Card:
    box = face.box
    around = box.grown(_AROUND).clipped()
    left, top, right, bottom = around.pixels(photo.width, photo.height)
    return Card(
        face=face,
        style=_style(box),
        value=f"{face.x} {face.y} {face.width} {face.height}",
        view=f"{left} {top} {right - left} {bottom - top}" if pictured else "",
    )


def _style(box: Box) -> str:
    sides = ("left", box.x), ("top", box.y), ("width", box.width), ("height", box.height)
    return ";".join(f"{side}:{share * 100:.3f}%" for side, share in sides)


def _mark(kind: str, number: int, sent: Mapping[str, Any]) -> Mark | None:
    name = f"{kind}-{number}"
    shares = _shares(sent[f"{name}-box"], 4)
    face = number if kind == "face" else None
    if f"{name}-removed" in sent:
        return Mark(face, None) if face else None
    if shares is None:
        return None
    answer = sent.get(f"{name}-answer", "")
    consent = sent.get(f"{name}-consent", "")
    return Mark(
        face=face,
        box=Box(*shares),
        answer=cast(FaceAnswer, answer if answer in _ANSWERS else ""),
        consent=int(consent) if re.fullmatch(r"[0-9]{1,12}", consent) else None,
    )


def _shares(value: str, count: int) -> list[float] | None:
    words = value.split()
    if len(words) != count or not all(
        re.fullmatch(r"-?\d{1,4}(\.\d{1,20})?", one) for one in words
    ):
        return None
    return [float(one) for one in words]
