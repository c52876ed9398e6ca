"""What was masked cannot be brought back from the file."""

import io

import pytest
from PIL import Image, ImageChops

from newsroom.lib import images
from newsroom.lib.images.masking import CELLS
from tests.lib.images import samples

#: In a picture of 800 x 600: region 96 x 96 with its margin of 18, cells of 24.
FACE = images.Box(300 / 800, 200 / 600, 60 / 800, 60 / 600)
REGION = (282, 182, 378, 278)


def noise(size=(800, 600), spread=90):
    bands = [Image.effect_noise(size, spread) for _band in range(3)]
    return Image.merge("RGB", bands)


def with_region(region):
    picture = Image.new("RGB", (800, 600), "grey")
    picture.paste(region, REGION[:2])
    return picture


def chequered(dark, light, square):
    """Squares of two colours; each cell of the mask holds as many of the one as of the other."""
    side = REGION[2] - REGION[0]
    region = Image.new("RGB", (side, side), dark)
    for top in range(0, side, square):
        for left in range(0, side, square):
            if (top + left) // square % 2:
                region.paste(light, (left, top, left + square, top + square))
    return region


def test_two_different_faces_of_equal_cells_become_equal_pixels():
    fine, coarse = chequered("black", "white", 2), chequered((60, 60, 60), (195, 195, 195), 12)
    plain = Image.new("RGB", fine.size, (128, 128, 128))

    results = [images.masked(with_region(one), [FACE]) for one in (fine, coarse, plain)]

    assert fine.tobytes() != coarse.tobytes() != plain.tobytes()
    assert results[0].tobytes() == results[1].tobytes() == results[2].tobytes()


def test_what_remains_of_a_region_is_told_by_its_cells_alone():
    picture = noise()
    cells = picture.crop(REGION).resize((CELLS, CELLS), Image.Resampling.BOX)
    # Blocks of the cells' colours hold nothing but the cells, and give the very same mask.
    blocks = picture.copy()
    blocks.paste(cells.resize((96, 96), Image.Resampling.NEAREST), REGION[:2])

    first, second = images.masked(picture, [FACE]), images.masked(blocks, [FACE])

    assert first.tobytes() == second.tobytes()
    assert len(cells.tobytes()) == 48


def test_pixels_outside_the_region_stay_as_they_were():
    picture = noise()
    result = images.masked(picture, [FACE])

    changed = ImageChops.difference(picture, result).getbbox()

    assert changed == REGION


def test_the_picture_given_stays_as_it_was():
    picture = noise()
    before = picture.tobytes()
    images.masked(picture, [FACE])
    assert picture.tobytes() == before


@pytest.mark.parametrize(
    "box",
    [
        images.Box(-0.2, -0.2, 0.3, 0.3),
        images.Box(0.95, 0.95, 0.4, 0.4),
        images.Box(0, 0, 1, 1),
        images.Box(-5, -5, 20, 20),
        images.Box(0.5, 0.5, 0.0001, 0.0001),
        images.Box(0.0, 0.5, 1.0, 0.001),
    ],
    ids=["top left", "bottom right", "all", "far beyond", "a speck", "a line"],
)
def test_boxes_over_the_edge_huge_and_tiny_are_masked(box):
    picture = noise()
    result = images.masked(picture, [box])
    inside = box.pixels(*picture.size)

    assert result.size == picture.size
    left, deviation = result.crop(inside), picture.crop(inside)
    assert left.tobytes() != deviation.tobytes()


@pytest.mark.parametrize("box", [images.Box(2, 2, 1, 1), images.Box(-3, 0, 1, 1)])
def test_a_box_beyond_the_picture_changes_nothing(box):
    picture = noise((200, 200))
    assert images.masked(picture, [box]).tobytes() == picture.tobytes()


def test_a_picture_of_one_pixel_can_be_masked():
    one = Image.new("RGB", (1, 1), (9, 8, 7))
    assert images.masked(one, [images.Box(0, 0, 1, 1)]).getpixel((0, 0)) == (9, 8, 7)


def test_overlapping_boxes_hide_all_that_either_holds():
    picture = noise()
    other = images.Box(330 / 800, 220 / 600, 60 / 800, 60 / 600)

    result = images.masked(picture, [FACE, other])

    for box in (FACE, other):
        region = result.crop(box.pixels(800, 600))
        # Noise of a deviation of 90 is smooth now: neighbours differ by little.
        shifted = ImageChops.offset(region, 1, 0).crop((1, 0, *region.size))
        steps = ImageChops.difference(region.crop((1, 0, *region.size)), shifted)
        assert max(high for _low, high in steps.getextrema()) < 40


def test_every_rendition_carries_the_mask_and_none_without_boxes():
    striking = Image.new("RGB", (2000, 1500), "grey")
    face = images.Box(0.4, 0.4, 0.1, 0.1)
    striking.paste(chequered("red", "lime", 12).resize((200, 150)), (800, 600))
    master = samples.encoded(striking, quality=92)

    def colours(made):
        picture = Image.open(io.BytesIO(made.content)).convert("RGB")
        return picture.crop(face.pixels(*picture.size)).getextrema()

    for made in images.renditions(master):
        assert any(high - low > 120 for low, high in colours(made)[:2]), made.name
    for made in images.renditions(master, [face]):
        assert all(high - low < 40 for low, high in colours(made)[:2]), made.name
