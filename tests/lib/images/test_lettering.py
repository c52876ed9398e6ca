"""Boards and papers in a photo are asked about; walls, plants, crowds and fences are not."""

import pytest
from PIL import Image

from newsroom.lib import images
from newsroom.lib.images import strokes
from newsroom.workshop.samples.pictures import draw
from tests.lib.images import drawn

BOARD = "LEMBAGA PEMASYARAKATAN\nKELAS II CONTOH"
PAPER = "\n".join(
    [
        "Daftar hadir kegiatan pembinaan kemandirian",
        "yang dilaksanakan di ruang serbaguna",
        "oleh petugas dan mitra kerja sama",
        "pada hari Senin pukul sembilan pagi",
    ]
)


def search(picture):
    return images.lettering(drawn.jpeg(drawn.grain(picture)))


@pytest.mark.parametrize("scenery", [drawn.wall, drawn.leaves, drawn.bricks])
@pytest.mark.parametrize("light", [True, False])
@pytest.mark.parametrize(
    ("text", "size", "tilt"),
    [(BOARD, 24, 0), (BOARD, 60, 0), (BOARD, 32, 8), (PAPER, 20, 0), ("LAPAS CONTOH", 120, 0)],
)
def test_letters_on_a_board_or_paper_are_found_where_they_are(scenery, light, text, size, tilt):
    picture = scenery(1600, 1067)
    where = drawn.board(picture, text, size, tilt=tilt, light=light)

    found = search(picture)

    assert len(found) == 1
    assert found[0].shared(where) > 0.8 * found[0].area
    assert found[0].shared(where) > 0.2 * where.area


@pytest.mark.parametrize(
    "picture",
    [
        drawn.wall(1600, 1067),
        drawn.leaves(1600, 1067),
        drawn.bars(1600, 1067),
        drawn.bricks(1600, 1067),
        drawn.grid(1600, 1200, 12, 9).picture,
        Image.effect_noise((1200, 900), 90).convert("RGB"),
        Image.new("RGB", (1, 1)),
        Image.new("RGB", (3000, 40), "grey"),
    ],
    ids=["wall", "leaves", "fence", "bricks", "crowd", "noise", "one pixel", "strip"],
)
def test_a_photo_without_letters_gives_no_question(picture):
    assert images.lettering(drawn.jpeg(picture)) == []


@pytest.mark.parametrize("name", ["garden", "hall", "books", "network", "craft"])
def test_our_own_sample_photos_give_no_question(name):
    assert images.lettering(draw(name).content) == []


def test_two_boards_apart_are_two_places():
    picture = drawn.wall(1600, 1067)
    drawn.board(picture, BOARD, 32)
    lower = Image.new("RGB", (1600, 500), "#b0b8b0")
    drawn.board(lower, BOARD, 32)
    picture.paste(lower, (0, 567))

    assert len(search(picture)) == 2


def test_what_is_no_jpeg_is_an_os_error():
    with pytest.raises(OSError, match="identify"):
        images.lettering(b"bukan foto")


def test_patches_are_joined_across_rows_and_corners():
    mask = Image.new("L", (9, 5))
    for spot in [(0, 0), (1, 1), (0, 2), (2, 2), (6, 0), (8, 0), (6, 1), (7, 1), (8, 1), (4, 4)]:
        mask.putpixel(spot, 255)

    found = {(p.left, p.top, p.right, p.bottom, p.ink) for p in strokes.patches(mask)}

    assert found == {(0, 0, 3, 3, 4), (6, 0, 9, 2, 5), (4, 4, 5, 5, 1)}
