"""What a file is by its first bytes, and whether that agrees with what it claims to be."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import IO

from .refusals import Animated, Disguised, NotAPhoto, TooHeavy

#: Bytes that hold every signature, WebP's canvas and the brands of HEIC.
HEAD = 64


@dataclass(frozen=True, slots=True)
class Limits:
    """Beyond these a file is refused before it is decoded."""

    bytes_most: int
    pixels_most: int
    side_least: int = 200


@dataclass(frozen=True, slots=True)
class Claim:
    """What the sender says the file is. An empty claim is believed to be nothing."""

    name: str = ""
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of photo that we take, with the names it may lawfully travel under."""

    name: str
    suffixes: frozenset[str]
    content_types: frozenset[str]


JPEG = Format(
    "JPEG",
    frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"}),
    frozenset({"image/jpeg", "image/jpg", "image/pjpeg", "image/mpo"}),
)
PNG = Format("PNG", frozenset({".png"}), frozenset({"image/png", "image/x-png"}))
WEBP = Format("WebP", frozenset({".webp"}), frozenset({"image/webp"}))
HEIC = Format(
    "HEIC", frozenset({".heic", ".heif", ".hif"}), frozenset({"image/heic", "image/heif"})
)

#: Brands of ISO/IEC 23008-12: stills coded in HEVC, and sequences, which move.
STILL = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"mif2", b"mif3", b"miaf"}
MOVING = {b"hevc", b"hevx", b"hevm", b"hevs", b"msf1"}
AV1 = {b"avif", b"avis"}

#: Content types by which a browser says that it does not know.
NO_CLAIM = {"", "application/octet-stream"}


def weigh(file: IO[bytes], limits: Limits) -> None:
    """Refuse a file with more bytes than allowed, without reading it."""
    if file.seek(0, 2) > limits.bytes_most:
        raise TooHeavy(limits.bytes_most)
    file.seek(0)


def sniff(head: bytes) -> Format:
    """The format that the first bytes show. Raises NotAPhoto, or Animated for what must move."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp":
        return _by_brands(head)
    if head.startswith((b"GIF87a", b"GIF89a")):
        raise Animated
    raise NotAPhoto


def _by_brands(head: bytes) -> Format:
    box = head[: int.from_bytes(head[:4], "big")]
    major = box[8:12]
    brands = {major} | {box[at : at + 4] for at in range(16, len(box), 4)}
    if brands & AV1 or not brands & (STILL | MOVING):
        raise NotAPhoto
    if major in MOVING:
        raise Animated
    return HEIC


def compare(found: Format, claim: Claim) -> None:
    """Refuse a file whose name or content type tells of another format than its bytes."""
    suffix = PurePath(claim.name).suffix.lower()
    if suffix and suffix not in found.suffixes:
        raise Disguised(suffix.removeprefix(".").upper(), found.name)
    content_type = claim.content_type.partition(";")[0].strip().lower()
    if content_type not in NO_CLAIM | found.content_types:
        raise Disguised(content_type, found.name)


def webp_canvas(head: bytes) -> tuple[int, int, bool]:
    """Width, height and whether it moves, from WebP's first chunk (RFC 9649, section 2).

    Pillow's decoder of WebP makes room for the whole canvas before anybody can look at the size.
    """
    chunk, body = head[12:16], head[20:]
    if chunk == b"VP8X":
        moves = bool(body[0] & 0x02)
        return _number(body[4:7]) + 1, _number(body[7:10]) + 1, moves
    if chunk == b"VP8L":
        bits = _number(body[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, False
    return _number(body[6:8]) & 0x3FFF, _number(body[8:10]) & 0x3FFF, False


def _number(little: bytes) -> int:
    return int.from_bytes(little, "little")
