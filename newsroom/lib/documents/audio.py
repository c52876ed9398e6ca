"""Sound without tags: ID3 (id3.org), RIFF, ISO/IEC 14496-12 boxes, Ogg (RFC 3533, RFC 7845)."""

import struct
from collections.abc import Iterator

from .bare import Bare
from .refusals import Broken
from .sniffing import M4A, MP3, OGG, WAV

_NOTHING_SAID = b"\x00\x00\x00\x00\x00\x00\x00\x00"  # a vendor and a list of comments, both empty
_HEADERS = {b"OpusTags": b"", b"\x03vorbis": b"\x01"}
#: Boxes that hold others, and boxes that tell of makers, places and titles.
_HOLDERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"moof", b"traf"})
_TELLING = frozenset({b"udta", b"meta", b"uuid", b"ilst", b"XMP_", b"skip", b"free", b"wide"})


def read_mp3(content: bytes) -> Bare:
    """The frames alone: ID3v2 in front, APE, Lyrics3 and ID3v1 behind are left out."""
    start = 0
    while content[start : start + 3] == b"ID3" and len(content) >= start + 10:
        footer = 10 if content[start + 5] & 0x10 else 0
        start += 10 + _synchsafe(content[start + 6 : start + 10]) + footer
    frames = content[start:]
    if frames[-128:-125] == b"TAG":
        frames = frames[:-128]
    for mark in (b"APETAGEX", b"LYRICSBEGIN"):
        at = frames.rfind(mark)
        if at >= 0 and len(frames) - at < 1 << 20:
            frames = frames[:at]
    if len(frames) < 4 or frames.find(b"\xff") < 0:
        raise Broken
    return Bare(MP3, frames)


def _synchsafe(four: bytes) -> int:
    """Four bytes of seven bits each."""
    size = 0
    for byte in four:
        size = size << 7 | byte & 0x7F
    return size


def read_wav(content: bytes) -> Bare:
    """Format and samples alone, as chunks of a new RIFF file."""
    kept = [
        name + struct.pack("<I", len(body)) + body + b"\x00" * (len(body) % 2)
        for name, body in _chunks(content)
        if name in {b"fmt ", b"data", b"fact"}
    ]
    if len(kept) < 2:
        raise Broken
    body = b"WAVE" + b"".join(kept)
    return Bare(WAV, b"RIFF" + struct.pack("<I", len(body)) + body)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(content):
        name, size = content[at : at + 4], struct.unpack_from("<I", content, at + 4)[0]
        yield name, content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def read_m4a(content: bytes) -> Bare:
    """The same boxes at the same places; those that tell of makers and places are blanked.

    Sample tables count bytes from the start of the file, so nothing may move.
    """
    bare = bytearray(content)
    names = set(_blank(bare, 0, len(bare)))
    if not {b"ftyp", b"moov", b"mdat"} <= names:
        raise Broken
    return Bare(M4A, bytes(bare))


def _blank(bare: bytearray, start: int, end: int, depth: int = 0) -> Iterator[bytes]:
    at = start
    while at + 8 <= end:
        size, name = struct.unpack_from(">I", bare, at)[0], bytes(bare[at + 4 : at + 8])
        head = 8
        if size == 1 and at + 16 <= end:
            size, head = struct.unpack_from(">Q", bare, at + 8)[0], 16
        size = size or end - at
        if size < head or at + size > end:
            raise Broken
        yield name
        if name in _TELLING:
            bare[at + 4 : at + 8] = b"free"
            bare[at + head : at + size] = bytes(size - head)
        elif name in _HOLDERS and depth < 8:
            yield from _blank(bare, at + head, at + size, depth + 1)
        elif name in {b"mvhd", b"tkhd", b"mdhd"}:
            _undate(bare, at + head, at + size)
        at += size


def _undate(bare: bytearray, start: int, end: int) -> None:
    """Set the hours of creation and change to nothing (8.2.2, 8.3.2, 8.4.2 of the standard)."""
    width = 16 if bare[start : start + 1] == b"\x01" else 8
    stop = min(start + 4 + width, end)
    bare[start + 4 : stop] = bytes(max(0, stop - start - 4))


def read_ogg(content: bytes) -> Bare:
    """The same pages; the page of comments is written anew with no vendor and no comment."""
    pages = list(_pages(content))
    if len(pages) < 2:
        raise Broken
    told = [number for number, (_head, body) in enumerate(pages[:3]) if _is_comment(body)]
    if not told:
        raise Broken
    bare = (_page(*page, silent=number in told) for number, page in enumerate(pages))
    return Bare(OGG, b"".join(bare))


def _is_comment(body: bytes) -> bool:
    return body.startswith(tuple(_HEADERS))


def _pages(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 27 <= len(content):
        count = content[at + 26]
        if content[at : at + 4] != b"OggS" or at + 27 + count > len(content):
            raise Broken
        head = content[at : at + 27 + count]
        size = sum(head[27:])
        body = content[at + len(head) : at + len(head) + size]
        if len(body) < size:
            raise Broken
        yield head, body
        at += len(head) + size


def _page(head: bytes, body: bytes, *, silent: bool) -> bytes:
    if not silent:
        return head + body
    mark = next(mark for mark in _HEADERS if body.startswith(mark))
    told = mark + _NOTHING_SAID + _HEADERS[mark]
    first = _first_packet(head)
    if first is None:
        raise Broken  # comments over several pages: cover pictures
    body = told.ljust(first, b"\x00") + body[first:] if mark == b"OpusTags" else told + body[first:]
    lacing = _laced(len(body) - (sum(head[27:]) - first)) + _rest(head, first)
    head = head[:22] + b"\x00" * 4 + bytes([len(lacing)]) + lacing
    checksum = struct.pack("<I", _crc(head + body))
    return head[:22] + checksum + head[26:] + body


def _first_packet(head: bytes) -> int | None:
    """Bytes of the first packet, or None where it goes on in the next page."""
    size = 0
    for lace in head[27:]:
        size += lace
        if lace < 255:
            return size
    return None


def _rest(head: bytes, first: int) -> bytes:
    size = 0
    for position, lace in enumerate(head[27:]):
        size += lace
        if lace < 255:
            return head[28 + position :]
    return b""


def _laced(size: int) -> bytes:
    return b"\xff" * (size // 255) + bytes([size % 255])


def _crc(page: bytes) -> int:
    """Ogg's own sum: polynomial 0x04C11DB7, no reflection, starting at nought (RFC 3533, 6)."""
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ _TABLE[(value >> 24) ^ byte]
    return value


def _row(value: int) -> int:
    value <<= 24
    for _bit in range(8):
        value = (value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)
    return value & 0xFFFFFFFF


_TABLE = tuple(_row(value) for value in range(256))
