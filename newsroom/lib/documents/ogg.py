"""Ogg without comments: Opus and Vorbis (RFC 3533, RFC 7845; Vorbis I, section 5)."""

import struct
from collections.abc import Iterator

from .bare import Bare
from .refusals import Broken, NotSoundAlone
from .sniffing import OGG

_NOTHING_SAID = bytes(8)  # a vendor and a list of comments, both empty
#: The mark of a packet of comments, and what must stand behind them.
_COMMENTS = {b"OpusTags": b"", b"\x03vorbis": b"\x01"}
_SOUND = (b"OpusHead", b"\x01vorbis")
_FIRST = 0x02  # of a stream: the flag of its first page


def read(content: bytes) -> Bare:
    """The same pages; each packet of comments is written anew with no vendor and no comment.

    Raises Broken, and NotSoundAlone where a stream is not Opus or Vorbis.
    """
    pages = list(_pages(content))
    opened = [body for head, body in pages if head[5] & _FIRST]
    if not all(body.startswith(_SOUND) for body in opened):
        raise NotSoundAlone
    told = sum(_tells(body) for _head, body in pages)
    if not opened or told < len(opened) or len(pages) < 2 * len(opened) + 1:
        raise Broken
    return Bare(OGG, b"".join(_silent(head, body) for head, body in pages))


def _tells(body: bytes) -> bool:
    return body.startswith(tuple(_COMMENTS))


def _pages(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Head with its lacing, and body, of each page; what lies behind the last one is left."""
    at = 0
    while at + 27 <= len(content):
        head = content[at : at + 27 + content[at + 26]]
        size = sum(head[27:])
        body = content[at + len(head) : at + len(head) + size]
        if head[:4] != b"OggS" or len(head) < 27 + content[at + 26] or len(body) < size:
            raise Broken
        yield head, body
        at += len(head) + size


def _silent(head: bytes, body: bytes) -> bytes:
    """The page, without comments where its first packet holds them."""
    if not _tells(body):
        return head + body
    mark = next(mark for mark in _COMMENTS if body.startswith(mark))
    first, lacing = _first_packet(head)
    said = mark + _NOTHING_SAID + _COMMENTS[mark]
    lacing = _laced(len(said)) + lacing
    head = head[:22] + bytes(4) + bytes([len(lacing)]) + lacing
    body = said + body[first:]
    return head[:22] + struct.pack("<I", _sum(head + body)) + head[26:] + body


def _first_packet(head: bytes) -> tuple[int, bytes]:
    """Bytes of the page's first packet, and the lacing of those behind it.

    Raises Broken where it goes on in the next page: comments of that length carry pictures.
    """
    size = 0
    for position, lace in enumerate(head[27:], 28):
        size += lace
        if lace < 255:
            return size, head[position:]
    raise Broken


def _laced(size: int) -> bytes:
    return b"\xff" * (size // 255) + bytes([size % 255])


def _sum(page: bytes) -> int:
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
