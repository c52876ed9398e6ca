"""WAV without remarks: format and samples as chunks of a new RIFF file."""

import struct
from collections.abc import Iterator

from .bare import Bare
from .refusals import Broken
from .sniffing import WAV

_SOUND = frozenset({b"fmt ", b"fact", b"data"})
#: A recorder that writes as it goes leaves the size of the samples open in one of these ways.
_OPEN = frozenset({0, 0xFFFFFFFF})


def read(content: bytes) -> Bare:
    """Format and samples alone; raises Broken where either is missing."""
    kept: dict[bytes, bytes] = {}
    for name, body in _chunks(content):
        if name in _SOUND:
            kept.setdefault(name, body)
    if len(kept.get(b"fmt ", b"")) < 16 or not kept.get(b"data"):
        raise Broken
    chunks = [_chunk(name, kept[name]) for name in (b"fmt ", b"fact", b"data") if name in kept]
    body = b"WAVE" + b"".join(chunks)
    return Bare(WAV, b"RIFF" + struct.pack("<I", len(body)) + body)


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\x00" * (len(body) % 2)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(content):
        name, size = content[at : at + 4], struct.unpack_from("<I", content, at + 4)[0]
        if name == b"data" and size in _OPEN:
            size = len(content) - at - 8
        yield name, content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
