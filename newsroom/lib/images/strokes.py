"""Patches of one tone in a picture: connected pixels darker or lighter than what is around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

#: Steps of grey (of 255) by which ink differs from the mean around it.
CONTRAST = 20
#: Pixels on each side over which that mean is taken: more than a stroke is thick.
AROUND = 14
#: A picture that falls into more stretches than this is gravel or leaves; the rest is not read.
STRETCHES_MOST = 80_000

_SET = re.compile(rb"\xff+")


@dataclass(slots=True)
class Patch:
    """A rectangle in pixels around connected ink, and how many pixels are ink."""

    left: int
    top: int
    right: int
    bottom: int
    ink: int

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.bottom - self.top

    @property
    def fill(self) -> float:
        """Share of the rectangle that is ink."""
        return self.ink / (self.width * self.height)

    def swallow(self, other: "Patch") -> None:
        """Become what covers both."""
        self.left, self.top = min(self.left, other.left), min(self.top, other.top)
        self.right, self.bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        self.ink += other.ink


def inks(grey: Image.Image) -> Iterator[Image.Image]:
    """Masks (255 = ink) of what is darker, then of what is lighter than its surroundings."""
    mean = grey.filter(ImageFilter.BoxBlur(AROUND))
    table = [255 if step > CONTRAST else 0 for step in range(256)]
    yield ImageChops.subtract(mean, grey).point(table)
    yield ImageChops.subtract(grey, mean).point(table)


def patches(mask: Image.Image) -> list[Patch]:
    """The connected patches of a mask; diagonal neighbours touch. Linear in its stretches."""
    content, width = mask.tobytes(), mask.width
    found: list[Patch] = []
    roots: list[int] = []
    above: list[tuple[int, int, int]] = []
    for y in range(mask.height):
        row = content[y * width : (y + 1) * width]
        here: list[tuple[int, int, int]] = []
        for match in _SET.finditer(row):
            left, right = match.span()
            here.append((left, right, len(found)))
            roots.append(len(found))
            found.append(Patch(left, y, right, y + 1, right - left))
        _join(above, here, found, roots)
        above = here
        if len(found) > STRETCHES_MOST:
            break
    return [patch for place, patch in enumerate(found) if roots[place] == place]


def _join(
    above: list[tuple[int, int, int]],
    here: list[tuple[int, int, int]],
    found: list[Patch],
    roots: list[int],
) -> None:
    """Unite the stretches of one row with those of the row above that they touch."""
    first = 0
    for left, right, place in here:
        while first < len(above) and above[first][1] < left:
            first += 1
        at = first
        while at < len(above) and above[at][0] <= right:
            _unite(_root(above[at][2], roots), _root(place, roots), found, roots)
            at += 1


def _unite(one: int, other: int, found: list[Patch], roots: list[int]) -> None:
    if one != other:
        roots[other] = one
        found[one].swallow(found[other])


def _root(place: int, roots: list[int]) -> int:
    while roots[place] != place:
        roots[place] = roots[roots[place]]
        place = roots[place]
    return place
