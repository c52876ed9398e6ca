"""MP3 without tags: the frames of ISO/IEC 11172-3 and 13818-3 alone, one after the other."""

from collections.abc import Iterator

from .bare import Bare
from .refusals import Broken
from .sniffing import MP3

#: Kilobits a second of layer III by the header's four bits: MPEG 1, then MPEG 2 and 2.5.
_RATES = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),
}
_SAMPLINGS = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
#: Bytes between two frames that are skipped in search of the next one; what follows more is left.
_GAP_MOST = 1 << 16


def read(content: bytes) -> Bare:
    """The frames alone: ID3, APE, Lyrics3 and whatever else lies between them is left out.

    Raises Broken where there is not a single whole frame.
    """
    frames = b"".join(content[start:end] for start, end in _frames(content, _behind_id3(content)))
    if not frames:
        raise Broken
    return Bare(MP3, frames)


def _behind_id3(content: bytes) -> int:
    """Where the tags in front end (ID3v2.4, 3.1: four bytes of seven bits tell the size)."""
    at = 0
    while content[at : at + 3] == b"ID3" and len(content) >= at + 10:
        size = 0
        for byte in content[at + 6 : at + 10]:
            size = size << 7 | byte & 0x7F
        at += 10 + size + (10 if content[at + 5] & 0x10 else 0)
    return at


def _frames(content: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Start and end of each whole frame; out of step, two in a row must agree to be believed."""
    in_step = False
    while 0 <= at < len(content):
        end = at + _length(content, at)
        whole = at < end <= len(content)
        if whole and (in_step or end == len(content) or _length(content, end)):
            yield at, end
            at, in_step = end, True
        else:
            at, in_step = _next(content, at), False


def _next(content: bytes, at: int) -> int:
    """The next place that looks like a frame, not far away; -1 where there is none."""
    edge = min(len(content), at + 1 + _GAP_MOST)
    found = content.find(b"\xff", at + 1, edge)
    while found >= 0 and not _length(content, found):
        found = content.find(b"\xff", found + 1, edge)
    return found


def _length(content: bytes, at: int) -> int:
    """Bytes of the frame that begins here; 0 where none does (2.4.2.3 of the standard)."""
    head = content[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, sampling = head[1] >> 3 & 3, head[2] >> 2 & 3
    rate = _RATES[version == 3][head[2] >> 4]
    if version == 1 or sampling == 3 or rate == 0:
        return 0
    samples = 144 if version == 3 else 72
    return samples * rate * 1000 // _SAMPLINGS[version][sampling] + (head[2] >> 1 & 1)
