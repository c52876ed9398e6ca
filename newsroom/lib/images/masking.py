"""Hides what lies in boxes so that nobody can bring it back from the picture."""

from collections.abc import Iterable

from PIL import Image, ImageFilter

from .boxes import Box

#: Of the box's side, on each of its sides: hair, ears and chin tell as much as the eyes.
MARGIN = 0.3
#: Pixels of margin at least, where the picture is large enough.
MARGIN_LEAST = 8
#: A region becomes this many cells across and down. People know familiar faces from some 7 x 10
#: cells (Sinha et al., "Face Recognition by Humans", Proc. IEEE 94, 2006); with the margin the face
#: itself keeps about 2.5 x 2.5.
CELLS = 4


def masked(pixels: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """A copy in which each box, its margin included, shows only CELLS x CELLS mean colours.

    What is written over a region is made from these means alone, so two regions of equal means come
    out equal: nothing else of them is left to recover, whatever is done to the result. Boxes may
    overlap and reach over the edge; pixels outside all regions stay as they were.
    """
    result = pixels.copy()
    # Large ones last: what several small boxes left is averaged once more.
    for box in sorted(boxes, key=lambda one: one.area):
        region = _region(box, pixels.size)
        left, top, right, bottom = region
        if right > left and bottom > top:
            result.paste(_dissolved(result.crop(region)), (left, top))
    return result


def _region(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = size
    wide = box.grown(MARGIN, across=MARGIN_LEAST / width, down=MARGIN_LEAST / height)
    return wide.pixels(width, height)


def _dissolved(region: Image.Image) -> Image.Image:
    cells = region.resize((CELLS, CELLS), Image.Resampling.BOX)
    smooth = cells.resize(region.size, Image.Resampling.BICUBIC)
    return smooth.filter(ImageFilter.GaussianBlur(min(region.size) / (4 * CELLS)))
