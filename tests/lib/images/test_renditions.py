"""Readers get small files in three formats; nothing is made larger than it was."""

import io

import pytest
from PIL import Image

from newsroom.lib import images
from tests.lib.images import samples


def names(master):
    return [made.name for made in images.renditions(master)]


def test_a_wide_master_gives_three_formats_and_one_jpeg_for_outlets():
    assert names(samples.jpeg((2000, 1000))) == [
        *("1600.avif", "1600.webp", "1600.jpg"),
        "1200.jpg",
        *("960.avif", "960.webp", "960.jpg"),
        *("480.avif", "480.webp", "480.jpg"),
    ]


@pytest.mark.parametrize(
    ("width", "widths"),
    [(300, {300}), (480, {480}), (700, {480, 700}), (1300, {480, 960, 1200, 1300})],
)
def test_a_narrow_master_is_its_own_widest_rendition(width, widths):
    made = list(images.renditions(samples.jpeg((width, 300))))

    assert {one.width for one in made} == widths
    assert len({one.name for one in made}) == len(made)


@pytest.mark.parametrize("extension", ["avif", "webp", "jpg"])
def test_each_file_is_what_its_name_says(extension):
    formats = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
    for made in images.renditions(samples.jpeg((1000, 500))):
        if made.extension == extension:
            with Image.open(io.BytesIO(made.content)) as image:
                assert image.format == formats[extension]
                assert image.size == (made.width, made.height)
                assert made.height == round(made.width / 2)
                red = image.convert("RGB").getpixel((made.width // 4, made.height // 4))
                assert all(abs(a - b) < 16 for a, b in zip(red, samples.RED, strict=True))


def test_the_same_master_gives_the_same_bytes():
    master = samples.jpeg((600, 400))

    assert list(images.renditions(master)) == list(images.renditions(master))
