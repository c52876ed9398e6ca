"""What is no photo is refused by name, and before it is decoded."""

import io
import random
from contextlib import suppress

import pytest
from PIL import Image, ImageFile

from newsroom.lib import images
from tests.lib.images import samples

#: Pillow warns of damaged EXIF, and reads on.
GRUMBLING = pytest.mark.filterwarnings("ignore::UserWarning:PIL")
HEIC = samples.encoded(samples.corners(), "HEIF")


@pytest.fixture
def undecoded(monkeypatch):
    """Fails the test where any pixel is decoded."""

    def refuse(image):
        raise AssertionError("decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", refuse)


def test_the_guard_against_decoding_can_fail(undecoded, read):
    with pytest.raises(AssertionError, match="decoded"):
        read(samples.jpeg())


@pytest.mark.usefixtures("undecoded")
@pytest.mark.parametrize(
    "content",
    [
        samples.png_header(8000, 5001),
        samples.png_header(65_000, 65_000),
        samples.jpeg_header(65_000, 65_000),
        samples.webp_header(16_384, 16_384),
        samples.encoded(Image.new("L", (8000, 5001)), "WEBP", lossless=True, method=0),
        samples.encoded(Image.new("L", (8000, 5001)), "WEBP", method=0),
    ],
    ids=["png", "png bomb", "jpeg bomb", "webp bomb", "lossless webp", "lossy webp"],
)
def test_too_many_pixels_are_refused_by_the_header_alone(read, content):
    with pytest.raises(images.TooLarge):
        read(content)


@pytest.mark.usefixtures("undecoded")
def test_a_heic_with_too_many_pixels_is_refused_by_its_header():
    tight = images.Limits(bytes_most=10**6, pixels_most=samples.SIZE[0] * samples.SIZE[1] - 1)

    with pytest.raises(images.TooLarge):
        images.read(io.BytesIO(HEIC), tight)


def test_exactly_forty_megapixels_are_taken(read):
    upright = read(samples.encoded(Image.new("L", (8000, 5000))))

    assert (upright.width, upright.height) == (3000, 1875)


@pytest.mark.usefixtures("undecoded")
def test_too_many_bytes_are_refused_without_being_read():
    class Unread(io.BytesIO):
        def read(self, size=-1):
            raise AssertionError("read")

    with pytest.raises(images.TooHeavy, match="25"):
        images.read(Unread(b"\0" * (25 * 2**20 + 1)), images.Limits(25 * 2**20, 40_000_000))


@pytest.mark.usefixtures("undecoded")
@pytest.mark.parametrize(
    "content",
    [
        samples.moving("PNG"),
        samples.moving("WEBP"),
        samples.moving("GIF"),
        samples.moving("HEIF"),
        samples.webp_header(400, 400, moves=True),
        HEIC[:8] + b"hevc" + HEIC[12:],
        HEIC[:8] + b"msf1" + HEIC[12:],
    ],
    ids=["apng", "webp", "gif", "two heics", "webp header", "hevc sequence", "image sequence"],
)
def test_what_moves_is_refused(read, content):
    with pytest.raises(images.Animated):
        read(content)


@pytest.mark.usefixtures("undecoded")
@pytest.mark.parametrize(
    ("content", "name", "content_type"),
    [
        (samples.encoded(samples.corners(), "PNG"), "foto.jpg", "image/jpeg"),
        (samples.jpeg(), "foto.png", ""),
        (samples.jpeg(), "foto.html", "text/html"),
        (samples.jpeg(), "", "text/html"),
        (samples.jpeg(), "foto.jpg.php", "image/jpeg"),
        (HEIC, "IMG_0001.JPG", "image/jpeg"),
    ],
)
def test_a_name_that_tells_another_format_is_refused(read, content, name, content_type):
    with pytest.raises(images.Disguised):
        read(content, name, content_type)


@pytest.mark.parametrize(
    ("content", "name", "content_type"),
    [
        (samples.jpeg(), "FOTO.JPEG", "image/jpeg"),
        (samples.jpeg(), "blob", "application/octet-stream"),
        (HEIC, "IMG_0001.HEIC", ""),
        (HEIC, "IMG_0001.heif", "image/heic; charset=binary"),
    ],
)
def test_a_name_that_agrees_or_claims_nothing_is_taken(read, content, name, content_type):
    assert read(content, name, content_type).width == samples.SIZE[0]


@pytest.mark.usefixtures("undecoded")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8",
        b"bukan foto, hanya catatan",
        b"<svg xmlns='http://www.w3.org/2000/svg'></svg>",
        b"<html><body>" + samples.jpeg(),
        b"%PDF-1.7\n" + samples.jpeg(),
        samples.encoded(samples.corners(), "TIFF"),
        samples.encoded(samples.corners(), "AVIF"),
        b"\0\0\0\x14ftypqt  \0\0\0\0qt  ",
    ],
    ids=["empty", "stub", "text", "svg", "html first", "pdf first", "tiff", "avif", "film"],
)
def test_what_is_no_photo_of_ours_is_refused(read, content):
    with pytest.raises(images.NotAPhoto):
        read(content, "foto.jpg")


def test_a_photo_too_small_to_show_is_refused(read):
    with pytest.raises(images.TooSmall, match="199"):
        read(samples.jpeg((199, 400)))


@GRUMBLING
def test_rubbish_where_the_camera_wrote_its_notes_does_not_cost_the_photo(read):
    content = samples.encoded(samples.corners(), exif=b"Exif\0\0II*\0rubbish")

    assert read(content).width == samples.SIZE[0]


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_photo_that_was_not_copied_completely_is_broken(read, format_name, share):
    noise = Image.effect_noise((400, 400), 80).convert("RGB")
    content = samples.encoded(noise, format_name)

    with pytest.raises(images.Broken):
        read(content[: int(len(content) * share)])


@GRUMBLING
@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_bytes_that_lie_are_either_read_or_refused_and_never_crash(read, format_name):
    whole = samples.encoded(samples.corners((240, 240)), format_name, exif=samples.exif(6))
    chance = random.Random(format_name)  # noqa: S311 - the same damage in each run
    for _round in range(150):
        damaged = bytearray(whole)
        for _hit in range(chance.randint(1, 12)):
            damaged[chance.randrange(min(len(damaged), 2000))] = chance.randrange(256)
        with suppress(images.Unusable):
            assert read(bytes(damaged)).width > 0
