"""An upload becomes an upright JPEG in sRGB that holds pixels and nothing else."""

import hashlib
import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import ceil
from threading import Lock
from typing import IO

from PIL import Image, ImageCms, ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile
from pillow_heif import HeifImageFile

from . import sniffing
from .refusals import Animated, Broken, TooLarge, TooSmall
from .sniffing import Claim, Limits

#: Pixels of the longest side that is kept.
LONGEST = 3000
#: Rows converted at a time: at 40 megapixels a second whole copy would cost 160 MB.
BAND = 256
QUALITY = 92
#: Modes that a colour profile may speak of; all others become RGB first.
KEPT = {"RGB", "L", "CMYK"}

#: A photo at the limit takes up to 0.6 GB while it is decoded: one at a time in a process.
_ONE_DECODER = Lock()

EXIF_ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

#: Each format is opened by its own reader: a file cannot reach a decoder nobody meant, and an
#: MPO (two JPEGs of a stereo or portrait camera) is read as its first JPEG.
READERS: dict[str, type[ImageFile.ImageFile]] = {
    "JPEG": JpegImageFile,
    "PNG": PngImageFile,
    "WebP": WebPImageFile,
    "HEIC": HeifImageFile,
}

#: What Pillow and libheif are seen to raise on bytes that lie.
DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    RuntimeError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)


@dataclass(frozen=True, slots=True)
class Upright:
    """A photo as we keep it: JPEG bytes, its size in pixels, and their SHA-256 in hex."""

    content: bytes = field(repr=False)
    width: int
    height: int

    @property
    def checksum(self) -> str:
        """SHA-256 of the content in hex."""
        return hashlib.sha256(self.content).hexdigest()


def read(file: IO[bytes], limits: Limits, claim: Claim | None = None) -> Upright:
    """The photo in the file: upright, sRGB, opaque, at most LONGEST pixels long, no metadata.

    Raises a subclass of Unusable that names the reason; all but Broken are known from the header,
    before pixels are decoded. The file must be seekable and is left open.
    """
    sniffing.weigh(file, limits)
    head = file.read(sniffing.HEAD)
    found = sniffing.sniff(head)
    sniffing.compare(found, claim or Claim())
    if found is sniffing.WEBP:
        width, height, moves = _webp_canvas(head)
        _check(width, height, limits, moves=moves)
    file.seek(0)
    with _damage_is_broken():
        image = READERS[found.name](file)
    _check(*image.size, limits, moves=getattr(image, "is_animated", False))
    with _ONE_DECODER, _damage_is_broken(), image:
        return _encode(_turn(_srgb(_bounded(image), image), image))


@contextmanager
def _damage_is_broken() -> Iterator[None]:
    try:
        yield
    except DAMAGE as error:
        raise Broken from error


def _webp_canvas(head: bytes) -> tuple[int, int, bool]:
    with _damage_is_broken():
        return sniffing.webp_canvas(head)


def _check(width: int, height: int, limits: Limits, *, moves: bool) -> None:
    if moves:
        raise Animated
    if width * height > limits.pixels_most:
        raise TooLarge(width, height, limits.pixels_most)
    if min(width, height) < limits.side_least:
        raise TooSmall(width, height, limits.side_least)


def _bounded(image: ImageFile.ImageFile) -> Image.Image:
    """The pixels, opaque, in mode RGB, L or CMYK, at most LONGEST a side."""
    share = LONGEST / max(image.size)
    if share < 1 and isinstance(image, JpegImageFile):
        # libjpeg halves while it decodes: the full picture never stands in memory.
        image.draft(None, (int(image.width * share), int(image.height * share)))
    image.load()
    return _fitted(_shrunk(image, max(1, max(image.size) // LONGEST)))


def _fitted(pixels: Image.Image) -> Image.Image:
    share = LONGEST / max(pixels.size)
    if share >= 1:
        return pixels
    size = (max(1, round(pixels.width * share)), max(1, round(pixels.height * share)))
    return pixels.resize(size, Image.Resampling.LANCZOS)


def _shrunk(image: Image.Image, factor: int) -> Image.Image:
    """A copy 1/factor as wide and high, made band by band."""
    if factor == 1 and image.mode in KEPT and not image.has_transparency_data:
        return image
    size = (ceil(image.width / factor), ceil(image.height / factor))
    canvas: Image.Image | None = None
    for top in range(0, image.height, BAND * factor):
        bottom = min(image.height, top + BAND * factor)
        band = _opaque(image.crop((0, top, image.width, bottom))).reduce(factor)
        canvas = canvas or Image.new(band.mode, size)
        canvas.paste(band, (0, top // factor))
    if canvas is None:
        raise Broken
    return canvas


def _opaque(band: Image.Image) -> Image.Image:
    """In mode RGB, L or CMYK; what shows through is white, as on paper."""
    if band.mode.startswith("I"):
        return band.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if band.has_transparency_data:
        layer = band.convert("RGBA")
        white = Image.new("RGB", layer.size, "white")
        white.paste(layer, mask=layer.getchannel("A"))
        return white
    return band if band.mode in KEPT else band.convert("RGB")


def _srgb(pixels: Image.Image, source: Image.Image) -> Image.Image:
    """The same colours in sRGB; a profile that cannot be used is treated as absent."""
    if profile := source.info.get("icc_profile"):
        try:
            found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(pixels, found, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            return pixels.convert("RGB")
        return converted or pixels.convert("RGB")
    return pixels.convert("RGB")


def _turn(pixels: Image.Image, source: Image.Image) -> Image.Image:
    """As the camera was held. libheif has turned a HEIC already and says so."""
    try:
        turn = TURNS.get(source.getexif().get(EXIF_ORIENTATION, 1))
    except DAMAGE:
        return pixels
    return pixels if turn is None else pixels.transpose(turn)


def _encode(pixels: Image.Image) -> Upright:
    # A fresh image: Pillow would otherwise write profile and comment from ``info`` again.
    pixels.info.clear()
    written = io.BytesIO()
    pixels.save(written, "JPEG", quality=QUALITY, subsampling=0)
    return Upright(written.getvalue(), pixels.width, pixels.height)
