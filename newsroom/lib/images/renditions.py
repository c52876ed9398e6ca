"""The files that readers and outlets get, made from a master."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from . import metadata
from .boxes import Box
from .masking import masked
from .metadata import Tags

#: Pixels wide: phone, tablet and text column, wide screen.
WIDTHS = (480, 960, 1600)
#: The one JPEG that outlets and share cards are given.
OUTLET_WIDTH = 1200

CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}

_WRITERS: dict[str, tuple[str, dict[str, int | bool]]] = {
    "avif": ("AVIF", {"quality": 60, "speed": 7}),
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 82, "optimize": True, "progressive": True}),
}


@dataclass(frozen=True, slots=True)
class Made:
    """One file: extension avif, webp or jpg; size in pixels; bytes with the tags and no more."""

    extension: str
    width: int
    height: int
    content: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """``960.avif``: the same for the same master."""
        return f"{self.width}.{self.extension}"


def renditions(
    master: bytes, boxes: Iterable[Box] = (), tags: Tags | None = None
) -> Iterator[Made]:
    """Files of a master JPEG from wide to narrow, one in memory at a time, never upscaled.

    What lies in the boxes is masked before anything is scaled, so that no file holds more of it
    than another; the tags are written into every file, and no other metadata.
    """
    with Image.open(io.BytesIO(master), formats=["JPEG"]) as image:
        pixels: Image.Image = image.convert("RGB")
    pixels.info.clear()
    pixels = masked(pixels, boxes)
    for width, extensions in _plan(pixels.width):
        height = max(1, round(pixels.height * width / pixels.width))
        # Each from the one before would be quicker, but softens twice.
        scaled = pixels.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        for extension in extensions:
            yield Made(extension, width, height, _write(scaled, extension, tags))


def _plan(master_width: int) -> list[tuple[int, tuple[str, ...]]]:
    """Which widths in which formats; a narrow master is itself the widest."""
    plan: dict[int, tuple[str, ...]] = {min(OUTLET_WIDTH, master_width): ("jpg",)}
    for width in WIDTHS:
        plan[min(width, master_width)] = ("avif", "webp", "jpg")
    return sorted(plan.items(), reverse=True)


def _write(pixels: Image.Image, extension: str, tags: Tags | None) -> bytes:
    format_name, options = _WRITERS[extension]
    written = io.BytesIO()
    pixels.save(written, format_name, **options, **_said(extension, tags))
    return written.getvalue()


def _said(extension: str, tags: Tags | None) -> dict[str, Any]:
    if not tags:
        return {}
    said = {"xmp": metadata.xmp(tags)}
    # Old newspaper systems read IIM and no XMP; only JPEG has a place for it.
    return {**said, "extra": metadata.iptc(tags)} if extension == "jpg" else said
