"""Places in a picture, in shares of its sides, so that they hold for every size made from it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

#: A picture is divided into so many squares across and down when neighbours are looked up.
SQUARES = 24


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in shares 0 to 1 of the upright picture, from its top left corner.

    Values outside 0 to 1 are lawful (a finger may drag a box over the edge); ``pixels`` clips.
    """

    x: float
    y: float
    width: float
    height: float

    @property
    def area(self) -> float:
        """Share of the picture's area."""
        return max(0.0, self.width) * max(0.0, self.height)

    def grown(self, share: float, *, across: float = 0.0, down: float = 0.0) -> "Box":
        """With a margin on each side: a share of its own side, at least ``across`` or ``down``."""
        more_x = max(self.width * share, across)
        more_y = max(self.height * share, down)
        return Box(
            self.x - more_x, self.y - more_y, self.width + 2 * more_x, self.height + 2 * more_y
        )

    def clipped(self) -> "Box":
        """The part inside the picture; may be empty."""
        left, top = min(1.0, max(0.0, self.x)), min(1.0, max(0.0, self.y))
        right = min(1.0, max(left, self.x + self.width))
        bottom = min(1.0, max(top, self.y + self.height))
        return Box(left, top, right - left, bottom - top)

    def pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Left, top, right, bottom in a picture of that size: rounded outwards and clipped."""
        left, top = _within(floor(self.x * width), width), _within(floor(self.y * height), height)
        right = max(left, _within(ceil((self.x + self.width) * width), width))
        bottom = max(top, _within(ceil((self.y + self.height) * height), height))
        return left, top, right, bottom

    def overlap(self, other: "Box") -> float:
        """Shared area over joint area (IoU), 0 to 1."""
        shared = self.shared(other)
        joint = self.area + other.area - shared
        return shared / joint if joint > 0 else 0.0

    def shared(self, other: "Box") -> float:
        """Area that both cover, as a share of the picture."""
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        down = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return across * down if across > 0 and down > 0 else 0.0

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


def without_doubles(boxes: Iterable[Box], *, most: int) -> list[Box]:
    """One box for each place, the first of several; at most that many (non-maximum suppression).

    A box is a double where it shares a good part with an earlier one, or mostly lies in an earlier
    one of its own kind of size: tiles cut a face in two, and each half was found.
    """
    kept: list[Box] = []
    # Each box is compared with its neighbours only: a crowd has thousands.
    squares: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for box in boxes:
        if len(kept) == most:
            break
        touched = _squares(box)
        near = {other for square in touched for other in squares[square]}
        if not any(_double(box, other) for other in near):
            kept.append(box)
            for square in touched:
                squares[square].append(box)
    return kept


def _squares(box: Box) -> list[tuple[int, int]]:
    left, top, right, bottom = box.pixels(SQUARES, SQUARES)
    return [(across, down) for across in range(left, right) for down in range(top, bottom)]


def _double(box: Box, other: Box) -> bool:
    shared = box.shared(other)
    if not shared:
        return False
    smaller, larger = sorted((box.area, other.area))
    return shared > 0.35 * (box.area + other.area - shared) or (
        shared > 0.6 * smaller and smaller > 0.2 * larger
    )


def _within(value: int, most: int) -> int:
    return min(most, max(0, value))
