"""Every photo that staff may send arrives upright, in the right colours, and bare."""

import io

import pillow_heif
import pytest
from PIL import Image, ImageCms

from newsroom.lib import images
from tests.lib.images import samples

FORMATS = ["JPEG", "PNG", "WEBP", "HEIF"]


def near(pixel, wanted, *, by=14):
    return all(abs(a - b) <= by for a, b in zip(pixel, wanted, strict=True))


def assert_corners(picture):
    width, height = picture.size
    at = {
        (width // 4, height // 4): samples.RED,
        (3 * width // 4, height // 4): samples.GREEN,
        (width // 4, 3 * height // 4): samples.BLUE,
        (3 * width // 4, 3 * height // 4): samples.WHITE,
    }
    for place, colour in at.items():
        assert near(picture.getpixel(place), colour), (place, picture.getpixel(place), colour)


@pytest.mark.parametrize("format_name", FORMATS)
def test_each_format_becomes_an_opaque_jpeg_of_the_same_size(read, shown, format_name):
    upright = read(samples.encoded(samples.corners(), format_name, quality=95))

    assert upright.content.startswith(b"\xff\xd8\xff")
    assert (upright.width, upright.height) == samples.SIZE
    assert_corners(shown(upright.content))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format_name", FORMATS)
def test_the_camera_may_be_held_in_any_way(read, shown, format_name, orientation):
    stored = samples.stored_turned(orientation)

    upright = read(samples.encoded(stored, format_name, exif=samples.exif(orientation), quality=95))

    assert (upright.width, upright.height) == samples.SIZE
    assert_corners(shown(upright.content))


@pytest.mark.parametrize(
    "content",
    [
        samples.talkative_jpeg(),
        samples.talkative_png(),
        samples.encoded(samples.corners(), "WEBP", exif=samples.exif(), xmp=samples.SECRET),
        samples.encoded(samples.corners(), "HEIF", exif=samples.exif(), xmp=samples.SECRET),
        samples.jpeg() + b"PK\x03\x04" + samples.SECRET,
        samples.jpeg() + b"<html><script>" + samples.SECRET + b"</script></html>",
    ],
    ids=["jpeg", "png", "webp", "heic", "jpeg and zip", "jpeg and html"],
)
def test_no_byte_of_metadata_or_of_an_appended_file_survives(read, content):
    secrets = (samples.SECRET, samples.SECRET.decode().encode("utf-16le"))
    assert any(secret in content for secret in secrets)

    upright = read(content)

    for made in [upright.content, *(made.content for made in images.renditions(upright.content))]:
        for trace in (*secrets, b"Exif", b"xmp", b"8BIM", b"ICC_PROFILE", b"script", b"PK\x03"):
            assert trace not in made
    assert segments(upright.content) <= {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}


def segments(jpeg):
    """Markers of a JPEG's segments up to its pixels: JFIF, tables and frame are all there is."""
    markers, at = set(), 2
    while True:
        marker = jpeg[at + 1]
        markers.add(marker)
        if marker == 0xDA:
            return markers
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")


def test_a_wide_gamut_profile_is_turned_into_srgb(read, shown):
    # BT.2020-like primaries cannot be made with ImageCms; swapping sRGB's own red and blue
    # columns gives a lawful profile under which stored red is blue.
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"tmpX", 1).replace(b"bXYZ", b"rXYZ", 1)
    swapped = swapped.replace(b"tmpX", b"bXYZ", 1)

    upright = read(samples.encoded(Image.new("RGB", (300, 300), "red"), icc_profile=swapped))

    assert near(shown(upright.content).getpixel((150, 150)), (0, 0, 255), by=30)


def test_a_profile_that_is_rubbish_does_not_cost_the_photo(read, shown):
    upright = read(samples.encoded(samples.corners(), icc_profile=b"rubbish", quality=95))

    assert_corners(shown(upright.content))


@pytest.mark.parametrize(
    ("image", "format_name", "wanted"),
    [
        (Image.new("CMYK", (300, 300), (0, 255, 255, 0)), "JPEG", (255, 0, 0)),
        (Image.new("L", (300, 300), 128), "JPEG", (128, 128, 128)),
        (Image.new("LA", (300, 300), (0, 0)), "PNG", (255, 255, 255)),
        (Image.new("RGBA", (300, 300), (255, 0, 0, 128)), "PNG", (255, 127, 127)),
        (Image.new("RGBA", (300, 300), (9, 9, 9, 0)), "WEBP", (255, 255, 255)),
        (Image.new("I;16", (300, 300), 0x8000), "PNG", (128, 128, 128)),
        (Image.new("RGB", (300, 300), (0, 0, 255)).quantize(4), "PNG", (0, 0, 255)),
        (Image.new("1", (300, 300), 1), "PNG", (255, 255, 255)),
    ],
    ids=["cmyk", "grey", "clear grey", "half red", "clear webp", "16 bit", "palette", "bilevel"],
)
def test_every_mode_arrives_in_the_right_colour(read, shown, image, format_name, wanted):
    upright = read(samples.encoded(image, format_name))

    assert near(shown(upright.content).getpixel((150, 150)), wanted)


def test_the_colour_a_palette_names_as_clear_becomes_white(read, shown):
    image = Image.new("P", (300, 300), 0)
    image.putpalette([200, 0, 0, 0, 200, 0])

    upright = read(samples.encoded(image, "PNG", transparency=0))

    assert near(shown(upright.content).getpixel((150, 150)), (255, 255, 255))


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("width", [3200, 6400])
def test_a_large_photo_is_kept_at_three_thousand_pixels(read, shown, format_name, width):
    upright = read(samples.encoded(samples.corners((width, width // 4)), format_name))

    assert (upright.width, upright.height) == (3000, 750)
    assert_corners(shown(upright.content))


def test_the_first_of_two_jpegs_in_one_file_is_the_photo(read, shown):
    assert_corners(shown(read(samples.two_jpegs(), "portrait.jpg").content))


def test_the_same_upload_gives_the_same_bytes_and_checksum(read):
    first, second = read(samples.jpeg()), read(samples.jpeg())

    assert first.content == second.content
    assert first.checksum == second.checksum
    assert len(first.checksum) == 64


def test_the_upload_stays_open_for_whoever_holds_it(limits):
    file = io.BytesIO(samples.encoded(samples.corners(), "HEIF"))

    images.read(file, limits)

    assert not file.closed
    assert pillow_heif.open_heif(file).size == samples.SIZE
