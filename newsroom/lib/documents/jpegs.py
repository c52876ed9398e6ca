"""Photos inside a PDF without what their camera wrote: JPEG (ITU-T T.81) and JPEG 2000."""

import struct

#: Segments that stay: JFIF, colour profile, Adobe's mark.
_SHOWN = frozenset({0xE0, 0xE2, 0xEE})
_COMMENT, _SCAN = 0xFE, 0xDA
#: Boxes of JPEG 2000 that tell instead of showing (ISO/IEC 15444-1, annex I.7).
_TELLING = frozenset({b"xml ", b"uuid", b"uinf", b"jp2i"})


def bare_jpeg(jpeg: bytes) -> bytes:
    """Without comments and application segments but those that change how it looks."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != _SCAN:
        marker, size = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big") + 2
        if not (0xE0 <= marker <= 0xEF or marker == _COMMENT) or marker in _SHOWN:
            kept.append(jpeg[at : at + size])
        at += size
    end = jpeg.rfind(b"\xff\xd9")  # what is appended behind the picture goes too
    return b"".join([*kept, jpeg[at : end + 2 if end >= at else len(jpeg)]])


def bare_jpeg2000(content: bytes) -> bytes:
    """The same boxes, those that tell left out; a bare codestream stays as it is."""
    if content[4:8] != b"jP  ":
        return content
    kept, at = [], 0
    while at + 8 <= len(content):
        size, name = struct.unpack_from(">I4s", content, at)
        size = struct.unpack_from(">Q", content, at + 8)[0] if size == 1 else size
        end = at + size if size >= 8 else len(content)
        if name not in _TELLING:
            kept.append(content[at:end])
        at = end
    return b"".join(kept)
