"""Makes real pictures for tests: every format, every trap. Four corners tell which way is up."""

import io
import struct
import zlib
from typing import Any

import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin

pillow_heif.register_heif_opener()

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 180, 30), (30, 30, 220), (250, 250, 250)
SIZE = (480, 320)
SECRET = b"RAHASIA-KAMERA"
GPS = 0x8825


def corners(size: tuple[int, int] = SIZE) -> Image.Image:
    """Red and green above, blue and white below."""
    width, height = size
    image = Image.new("RGB", size, WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image


def encoded(image: Image.Image, format_name: str = "JPEG", **options: Any) -> bytes:
    """The image's bytes in a format of Pillow."""
    written = io.BytesIO()
    image.save(written, format_name, **options)
    return written.getvalue()


def jpeg(size: tuple[int, int] = SIZE) -> bytes:
    """A plain JPEG."""
    return encoded(corners(size), quality=95)


def exif(orientation: int = 1) -> bytes:
    """What a phone writes: orientation, maker, comment and place."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = SECRET.decode()
    tags[0x9C9C] = SECRET.decode().encode("utf-16le")
    tags.get_ifd(GPS).update({1: "S", 2: (2.0, 12.0, 36.0), 3: "E", 4: (113.0, 55.0, 12.0)})
    return tags.tobytes()


def stored_turned(orientation: int) -> Image.Image:
    """The corners as a camera held that way stores them: undoing it gives ``corners()``."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = corners()
    return image.transpose(undo[orientation]) if orientation in undo else image


def talkative_jpeg() -> bytes:
    """A JPEG with EXIF, GPS, thumbnail-like tags, XMP, IPTC, ICC and a comment, all marked."""
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
    written = encoded(
        corners(),
        exif=exif(),
        xmp=xmp,
        comment=SECRET,
        icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    )
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(SECRET) + 5)
    iptc += b"\x1c\x02\x78" + struct.pack(">H", len(SECRET)) + SECRET
    segment = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
    return written[:2] + segment + written[2:]


def talkative_png() -> bytes:
    """A PNG with text chunks, XMP and EXIF."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", SECRET.decode())
    text.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET.decode()}</x>")
    return encoded(corners(), "PNG", pnginfo=text, exif=exif())


def moving(format_name: str) -> bytes:
    """Two frames."""
    second = corners().transpose(Image.Transpose.ROTATE_180)
    return encoded(corners(), format_name, save_all=True, append_images=[second])


def two_jpegs() -> bytes:
    """An MPO: the right picture first, as stereo and portrait cameras write it."""
    return encoded(corners(), "MPO", save_all=True, append_images=[Image.new("RGB", SIZE, "black")])


def png_header(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be as large as told."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b"")


def jpeg_header(width: int, height: int) -> bytes:
    """A JPEG whose frame header was overwritten with another size."""
    written = jpeg()
    at = written.index(b"\xff\xc0") + 5
    return written[:at] + struct.pack(">HH", height, width) + written[at + 4 :]


def webp_header(width: int, height: int, *, moves: bool = False) -> bytes:
    """Only the extended header of a WebP."""
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunk = b"VP8X" + struct.pack("<I", 10) + bytes([0x02 if moves else 0, 0, 0, 0]) + canvas
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk
