"""Photos with the faces that people see in them, and how well an engine agrees.

Beside ``NAME.jpg`` (or .jpeg, .png, .webp, .heic) lies ``NAME.json``: ``{"faces": [[x, y, width,
height], ...]}`` in pixels of the photo as it is shown, upright.
"""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from newsroom.lib import images
from newsroom.lib.images.reading import READERS
from newsroom.lib.images.sniffing import HEAD, sniff

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")
#: A find counts from this share of common area, or where the middle of each lies in the other:
#: people box a head, engines a face.
ENOUGH = 0.4
#: The product's own limits stand in its settings; a measuring set may hold larger photos.
_LIMITS = images.Limits(bytes_most=100_000_000, pixels_most=60_000_000, side_least=1)


class BadLabel(ValueError):
    """The photo or its labels cannot be used; ``str()`` of it says why, for a person."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A photo as we keep it, and its faces."""

    name: str
    master: bytes
    faces: tuple[images.Box, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What an engine found in one photo, and the seconds it took."""

    name: str
    expected: int
    missed: tuple[images.Box, ...]
    extra: tuple[images.Box, ...]
    seconds: float

    @property
    def hits(self) -> int:
        """Faces that were found."""
        return self.expected - len(self.missed)

    @property
    def found(self) -> int:
        """Boxes that the engine gave."""
        return self.hits + len(self.extra)

    def record(self) -> dict[str, Any]:
        """As ``--json`` prints it; boxes in shares of the photo."""
        return {
            "photo": self.name,
            "expected": self.expected,
            "found": self.found,
            "hits": self.hits,
            "missed": [_numbers(box) for box in self.missed],
            "extra": [_numbers(box) for box in self.extra],
            "milliseconds": round(1000 * self.seconds),
        }


def pairs(folder: Path) -> Iterator[tuple[str, Path | None, Path | None]]:
    """Name, photo and labels of everything in the folder; None where one of the two is missing."""
    photos = {one.stem: one for one in _files(folder) if one.suffix.lower() in SUFFIXES}
    labels = {one.stem: one for one in _files(folder) if one.suffix.lower() == ".json"}
    for name in sorted(photos.keys() | labels.keys()):
        yield name, photos.get(name), labels.get(name)


def _files(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if one.is_file())


def read_labelled(name: str, photo: Path | None, labels: Path | None) -> Labelled:
    """The photo, read the way an upload is read, with its faces. Raises BadLabel."""
    if photo is None:
        raise BadLabel(_("the photo beside the labels is missing"))
    if labels is None:
        raise BadLabel(_("the JSON file with the labels is missing"))
    rectangles = _rectangles(labels)
    try:
        content = photo.read_bytes()
        upright = images.read(io.BytesIO(content), _LIMITS)
    except (OSError, images.Unusable) as error:
        raise BadLabel(str(error)) from error
    width, height = _shown_size(content, upright)
    faces = (images.Box(x / width, y / height, w / width, h / height) for x, y, w, h in rectangles)
    return Labelled(photo.name, upright.content, tuple(faces))


def compare(labelled: Labelled, found: list[images.Box], *, seconds: float) -> Compared:
    """Pair faces and finds one to one, the best agreement first."""
    agreeing = sorted(
        (
            (face.overlap(box), place, spot)
            for place, face in enumerate(labelled.faces)
            for spot, box in enumerate(found)
            if _agree(face, box)
        ),
        reverse=True,
    )
    met: set[int] = set()
    used: set[int] = set()
    for _overlap, place, spot in agreeing:
        if place not in met and spot not in used:
            met.add(place)
            used.add(spot)
    missed = tuple(face for place, face in enumerate(labelled.faces) if place not in met)
    extra = tuple(box for spot, box in enumerate(found) if spot not in used)
    return Compared(labelled.name, len(labelled.faces), missed, extra, seconds)


def _agree(one: images.Box, other: images.Box) -> bool:
    if not one.shared(other):
        return False
    return one.overlap(other) >= ENOUGH or (_middle_in(one, other) and _middle_in(other, one))


def _middle_in(one: images.Box, other: images.Box) -> bool:
    return other.holds(one.x + one.width / 2, one.y + one.height / 2)


def _rectangles(labels: Path) -> list[tuple[float, float, float, float]]:
    try:
        content = json.loads(labels.read_bytes())
    except OSError as error:
        raise BadLabel(str(error)) from error
    except (ValueError, RecursionError) as error:
        raise BadLabel(_("the labels are no JSON")) from error
    faces = content.get("faces") if isinstance(content, dict) else None
    if not isinstance(faces, list) or not all(_is_rectangle(face) for face in faces):
        raise BadLabel(_('the labels must be {"faces": [[x, y, width, height], ...]} in pixels'))
    return [(x, y, w, h) for x, y, w, h in faces]


def _is_rectangle(face: object) -> bool:
    return (
        isinstance(face, list)
        and len(face) == 4
        and all(type(one) in (int, float) and abs(one) < 1e6 and isfinite(one) for one in face)
        and min(face[2:]) > 0
    )


def _shown_size(content: bytes, upright: images.Upright) -> tuple[int, int]:
    """Width and height before the photo was made smaller, turned as it is shown."""
    width, height = READERS[sniff(content[:HEAD]).name](io.BytesIO(content)).size
    lies, lay = upright.width > upright.height, width > height
    return (height, width) if lies != lay else (width, height)


def _numbers(box: images.Box) -> list[float]:
    return [round(one, 4) for one in (box.x, box.y, box.width, box.height)]
