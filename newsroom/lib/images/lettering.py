"""Where letters can be read in a picture: name boards, banners, papers held up.

A question to the officer, not a verdict. It looks for what printed lines have in common: patches of
one tone on a flat ground, of about one height and of changing widths, side by side on one straight
line. It knows printed letters, dark on light or light on dark, from about 1/140 of the picture's
longest side, tilted up to some 12 degrees. It does not know handwriting, letters joined to each
other, lines of fewer than LETTERS_LEAST letters (a name tag of four), text that is steeper, out of
focus or on a patterned ground, and it does not read. Walls, plants, crowds, faces and fences
mostly give none: they are not flat between their strokes, or their shapes are all alike.
"""

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean, median, pstdev

from PIL import Image, ImageChops, ImageStat

from .boxes import Box
from .strokes import Patch, inks, patches

#: Longest sides at which lines are looked for: papers, then banners.
SIDES = (1600, 500)
#: Pixels of a letter's height at either of these.
LOWEST, HIGHEST = 9, 90
#: Fewer letters than this in a line may be anything.
LETTERS_LEAST = 6
#: So many in a line are hardly chance.
LONG = 10
#: Steps of grey between ink and ground at least.
APART = 45
#: No photo has more places that an officer would look at one by one.
MOST = 40

Line = list[Patch]


def lettering(master: bytes) -> list[Box]:
    """Boxes around what looks like lines of letters in a master JPEG, from top to bottom.

    Raises OSError for bytes that are no JPEG.
    """
    with Image.open(io.BytesIO(master), formats=["JPEG"]) as image:
        image.draft("L", (SIDES[0], SIDES[0]))
        grey = image.convert("L")
    found: list[Box] = []
    for side in SIDES:
        small = grey.copy()
        small.thumbnail((side, side), Image.Resampling.LANCZOS)
        found += [_box(line, small.size) for line in _lines(small)]
    return sorted(_joined(found)[:MOST], key=lambda box: (box.y, box.x))


def _lines(grey: Image.Image) -> Iterator[Line]:
    for mask in inks(grey):
        letters = [patch for patch in patches(mask) if _like_a_letter(patch)]
        for line in _chains(letters):
            if _like_a_line(line) and _flat(line, grey, mask):
                yield line


def _like_a_letter(patch: Patch) -> bool:
    return (
        LOWEST <= patch.height <= HIGHEST
        and 2 <= patch.width <= 2 * patch.height
        and patch.fill > 0.12
    )


def _chains(letters: list[Patch]) -> Iterator[Line]:
    """Letters that follow each other from left to right, each in one chain only."""
    columns: dict[tuple[int, int], list[Patch]] = defaultdict(list)
    for letter in letters:
        columns[letter.left // HIGHEST, letter.bottom // HIGHEST].append(letter)
    taken: set[int] = set()
    for letter in sorted(letters, key=lambda one: one.left):
        if id(letter) in taken:
            continue
        line = [letter]
        while (after := _next(line[-1], columns, taken)) is not None:
            taken.add(id(after))
            line.append(after)
        if len(line) >= LETTERS_LEAST:
            yield line


def _next(
    letter: Patch, columns: dict[tuple[int, int], list[Patch]], taken: set[int]
) -> Patch | None:
    across, down = letter.left // HIGHEST, letter.bottom // HIGHEST
    near = (
        one
        for x in range(across, across + 4)
        for y in (down - 1, down, down + 1)
        for one in columns.get((x, y), ())
        if id(one) not in taken and _follows(letter, one)
    )
    return min(near, key=lambda one: one.left, default=None)


def _follows(letter: Patch, other: Patch) -> bool:
    tall = max(letter.height, other.height)
    return (
        other.left > letter.left
        and -0.2 * tall <= other.left - letter.right <= 0.9 * tall
        and tall <= 1.8 * min(letter.height, other.height)
        and abs(letter.bottom - other.bottom) <= 0.25 * tall
    )


def _like_a_line(line: Line) -> bool:
    """Whether it stands on one straight line, and its widths and fills change as letters' do.

    A short line must be surer: capitals are of much the same width, but so are seats in a row.
    """
    tall = median(letter.height for letter in line)
    widths = [letter.width for letter in line]
    fills = [letter.fill for letter in line]
    return (
        _bend(line) <= 0.1 * tall
        and _spread(widths) >= (0.09 if len(line) >= LONG else 0.2)
        and 0.1 <= _spread(fills) <= 0.55
        and 0.25 <= median(fills) <= 0.8
        and median(widths) <= 1.1 * tall
    )


def _spread(values: Sequence[float]) -> float:
    return pstdev(values) / fmean(values)


def _bend(line: Line) -> float:
    """Median distance in pixels of the letters' feet from the line between first and last."""
    xs = [(letter.left + letter.right) / 2 for letter in line]
    feet = [letter.bottom for letter in line]
    half = len(line) // 2
    left, right = (median(xs[:half]), median(feet[:half])), (median(xs[half:]), median(feet[half:]))
    slope = (right[1] - left[1]) / max(1.0, right[0] - left[0])
    return median(
        abs(foot - left[1] - slope * (x - left[0])) for x, foot in zip(xs, feet, strict=True)
    )


def _flat(line: Line, grey: Image.Image, mask: Image.Image) -> bool:
    """Whether ink and ground are two tones: far apart, and each for itself of one kind."""
    area = _around(line)
    part, ink, ground = grey.crop(area), mask.crop(area), Image.new("L", _size(area))
    for letter in line:
        # Around each letter only: the corners above and below a tilted line are not its ground.
        inside = (letter.left - area[0], letter.top - area[1])
        ground.paste(255, (*inside, inside[0] + letter.width, inside[1] + letter.height))
    inked = ImageStat.Stat(part, ImageChops.darker(ground, ink))
    bare = ImageStat.Stat(part, ImageChops.subtract(ground, ink))
    apart = abs(inked.mean[0] - bare.mean[0])
    return apart > APART and apart > (2.0 if len(line) >= LONG else 2.8) * bare.stddev[0]


def _around(line: Line) -> tuple[int, int, int, int]:
    return (
        min(letter.left for letter in line),
        min(letter.top for letter in line),
        max(letter.right for letter in line),
        max(letter.bottom for letter in line),
    )


def _size(area: tuple[int, int, int, int]) -> tuple[int, int]:
    return area[2] - area[0], area[3] - area[1]


def _box(line: Line, size: tuple[int, int]) -> Box:
    left, top, right, bottom = _around(line)
    width, height = size
    return Box(left / width, top / height, (right - left) / width, (bottom - top) / height)


def _joined(boxes: list[Box]) -> list[Box]:
    """Lines of one board or paper as one box, the largest boxes first."""
    joined: list[Box] = []
    for box in sorted(boxes, key=lambda one: one.y):
        near = [one for one in joined if _near(one, box)]
        joined = [one for one in joined if one not in near]
        joined.append(_cover([*near, box]))
    return sorted(joined, key=lambda one: -one.area)


def _near(one: Box, other: Box) -> bool:
    """Whether they touch once a line's height is added above, below and beside."""
    tall = min(one.height, other.height)
    return one.grown(0, across=tall / 2, down=1.5 * tall).shared(other) > 0


def _cover(boxes: list[Box]) -> Box:
    left, top = min(one.x for one in boxes), min(one.y for one in boxes)
    right = max(one.x + one.width for one in boxes)
    bottom = max(one.y + one.height for one in boxes)
    return Box(left, top, right - left, bottom - top)
