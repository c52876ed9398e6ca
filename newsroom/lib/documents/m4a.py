"""M4A that tells nothing: the boxes that sound needs, where they were (ISO/IEC 14496-12)."""

import struct
from collections.abc import Iterator

from .bare import Bare
from .refusals import Broken, NotSoundAlone
from .sniffing import M4A

#: Boxes that hold others.
_HOLDERS = frozenset(
    {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"moof", b"traf", b"mvex", b"edts", b"dinf"}
)
#: Boxes that a player of sound needs; every other one is blanked.
_NEEDED = _HOLDERS | {
    b"ftyp", b"styp", b"mdat", b"sidx", b"mvhd", b"iods", b"trex", b"mehd", b"tkhd", b"elst",
    b"mdhd", b"hdlr", b"smhd", b"dref", b"stsd", b"stts", b"ctts", b"stsc", b"stsz", b"stz2",
    b"stco", b"co64", b"stss", b"sgpd", b"sbgp", b"mfhd", b"tfhd", b"tfdt", b"trun",
}  # fmt: skip
_DATED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_DEEPEST = 8
_HANDLERS = frozenset({b"hdlr:soun", b"hdlr:else"})


def read(content: bytes) -> Bare:
    """The same boxes at the same places; those that tell of makers, hours and places are blanked.

    Sample tables count bytes from the start of the file, so nothing may move. Raises Broken, and
    NotSoundAlone where a track is a film, a picture or a text.
    """
    bare = bytearray(content)
    seen = set(_blank(bare, 0, len(bare)))
    if not {b"ftyp", b"moov", b"mdat"} <= seen:
        raise Broken
    kinds = seen & _HANDLERS
    if kinds != {b"hdlr:soun"}:
        raise NotSoundAlone if kinds else Broken
    return Bare(M4A, bytes(bare))


def _blank(bare: bytearray, start: int, end: int, depth: int = 0) -> Iterator[bytes]:
    """Blank what is not needed; gives the names of the boxes, and for each handler its kind."""
    at = start
    while at + 8 <= end:
        name, head, size = _box(bare, at, end)
        yield name
        inside = at + head, at + size
        if name not in _NEEDED:
            bare[at + 4 : at + 8] = b"free"
            bare[slice(*inside)] = bytes(size - head)
        elif name in _HOLDERS and depth < _DEEPEST:
            yield from _blank(bare, *inside, depth + 1)
        elif name == b"hdlr":
            yield _unname(bare, *inside)
        elif name in _DATED:
            _undate(bare, *inside)
        at += size
    bare[at:end] = bytes(max(0, end - at))


def _box(bare: bytearray, at: int, end: int) -> tuple[bytes, int, int]:
    """Name, length of the head and length of all of the box that begins here (4.2)."""
    size, name = struct.unpack_from(">I", bare, at)[0], bytes(bare[at + 4 : at + 8])
    head = 8
    if size == 1 and at + 16 <= end:
        size, head = struct.unpack_from(">Q", bare, at + 8)[0], 16
    size = size or end - at
    if size < head or at + size > end:
        raise Broken
    return name, head, size


def _unname(bare: bytearray, start: int, end: int) -> bytes:
    """Take the name of the program out of a handler; says whether it handles sound (8.4.3)."""
    kind = bytes(bare[start + 8 : start + 12])
    bare[start + 24 : end] = bytes(max(0, end - start - 24))
    return b"hdlr:soun" if kind == b"soun" else b"hdlr:else"


def _undate(bare: bytearray, start: int, end: int) -> None:
    """Set the hours of creation and change to nothing (8.2.2, 8.3.2, 8.4.2)."""
    width = 16 if bare[start : start + 1] == b"\x01" else 8
    stop = min(start + 4 + width, end)
    bare[start + 4 : stop] = bytes(max(0, stop - start - 4))
