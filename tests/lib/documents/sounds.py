"""Sound to read in tests, built byte by byte, with a marker in every place for tags."""

import io
import struct
import wave

from tests.lib.documents.pages import MARKER

_TOLD = MARKER.encode()
#: MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes a frame.
FRAME = b"\xff\xfb\x90\x00" + bytes(413)


def id3(inside: bytes = _TOLD, *, footer: bool = False) -> bytes:
    """An ID3v2.4 tag."""
    size = bytes(len(inside) >> shift & 0x7F for shift in (21, 14, 7, 0))
    tag = b"ID3\x04\x00" + (b"\x10" if footer else b"\x00") + size + inside
    return tag + (b"3DI\x04\x00\x10" + size if footer else b"")


def mp3(frames: int = 3) -> bytes:
    """Frames with every kind of tag around them; the cover holds what looks like a frame."""
    cover = b"APIC" + FRAME[:200] + _TOLD * 3
    ape = b"APETAGEX" + _TOLD * 4 + b"\xff\xfb\x90\x00" + _TOLD * 9
    return id3(cover, footer=True) + id3() + FRAME * frames + ape + b"TAG" + _TOLD.ljust(125)


def wav() -> bytes:
    """A tenth of a second, with remarks before and behind the samples."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(range(200)) * 8)
    plain = out.getvalue()
    told = b"LIST" + struct.pack("<I", 4 + len(_TOLD) + 1) + b"INFO" + _TOLD + b"\x00"
    odd = b"bext" + struct.pack("<I", len(_TOLD)) + _TOLD + b"\x00" * (len(_TOLD) % 2)
    body = plain[8:36] + told + odd + plain[36:] + told
    return b"RIFF" + struct.pack("<I", len(body)) + body


def box(name: bytes, inside: bytes = b"", *, wide: bool = False) -> bytes:
    """A box of ISO/IEC 14496-12."""
    if wide:
        return struct.pack(">I4sQ", 1, name, len(inside) + 16) + inside
    return struct.pack(">I4s", len(inside) + 8, name) + inside


def m4a(kind: bytes = b"soun", brand: bytes = b"M4A ") -> bytes:
    """The skeleton of a recording with everything that tells."""
    dated = bytes(4) + struct.pack(">II", 3_800_000_000, 3_800_000_001) + bytes(80)
    dated64 = b"\x01" + bytes(3) + struct.pack(">QQ", 3_800_000_000, 3_800_000_001) + bytes(80)
    handler = bytes(8) + kind + bytes(12) + _TOLD + b"\x00"
    told = box(b"udta", box(b"meta", _TOLD) + box(b"loci", _TOLD))
    minf = box(b"minf", box(b"smhd", bytes(8)) + box(b"stbl", box(b"stsd", bytes(8))))
    mdia = box(b"mdia", box(b"mdhd", dated64) + box(b"hdlr", handler) + minf)
    trak = box(b"trak", box(b"tkhd", dated) + mdia + box(b"uuid", _TOLD))
    moov = box(b"moov", box(b"mvhd", dated) + trak + told)
    return (
        box(b"ftyp", brand + bytes(4) + b"M4A ")
        + box(b"free", _TOLD)
        + moov
        + box(b"beam", _TOLD, wide=True)
        + box(b"mdat", b"SUARA" * 20)
        + _TOLD[:7]
    )


def ogg_sum(page: bytes) -> int:
    """The sum of RFC 3533, worked out bit by bit and not by a table."""
    value = 0
    for byte in page:
        value ^= byte << 24
        for _bit in range(8):
            value = (value << 1 ^ 0x04C11DB7 if value >> 31 else value << 1) & 0xFFFFFFFF
    return value


def page(number: int, *packets: bytes, flags: int = 0, serial: int = 7) -> bytes:
    """A page of whole packets."""
    lacing = b"".join(b"\xff" * (len(one) // 255) + bytes([len(one) % 255]) for one in packets)
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, 0, serial, number, 0)
    whole = head + bytes([len(lacing)]) + lacing + b"".join(packets)
    return whole[:22] + struct.pack("<I", ogg_sum(whole)) + whole[26:]


def remarks(mark: bytes, end: bytes = b"") -> bytes:
    """A packet of comments with a vendor and two comments."""
    told = b"ARTIST=" + _TOLD * 50
    said = struct.pack("<I", len(_TOLD)) + _TOLD + struct.pack("<I", 2)
    return mark + said + (struct.pack("<I", len(told)) + told) * 2 + end


def opus(*, padding: int = 0) -> bytes:
    """A voice note as a phone's messenger writes it."""
    head = b"OpusHead\x01\x01\x38\x01\x80\x3e\x00\x00\x00\x00\x00"
    tags = remarks(b"OpusTags") + bytes(padding)
    sound = [page(2 + number, b"\x4b" + bytes(60), b"\x4b" + bytes(300)) for number in range(3)]
    return page(0, head, flags=2) + page(1, tags) + b"".join(sound)


def vorbis() -> bytes:
    """Vorbis, where comments and set-up share a page."""
    head = b"\x01vorbis" + bytes(23)
    told = page(1, remarks(b"\x03vorbis", b"\x01"), b"\x05vorbis" + b"SETUP" * 120)
    return page(0, head, flags=2) + told + page(2, bytes(90)) + page(3, bytes(700), flags=4)
