"""What a file is by its first bytes, and whether that agrees with what it claims to be."""

from dataclasses import dataclass
from pathlib import PurePath

from newsroom.lib.images.sniffing import NO_CLAIM, Claim

from .refusals import Disguised, NotTaken

__all__ = ["FORMATS", "Claim", "Format", "compare", "sniff"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file we take: its name for people, its own suffix and content type, and others it
    may lawfully travel under. ``spoken``: it is listened to, not read."""

    name: str
    suffix: str
    content_type: str
    suffixes: frozenset[str]
    content_types: frozenset[str]
    spoken: bool = False


PDF = Format("PDF", ".pdf", "application/pdf", frozenset({".pdf"}), frozenset({"application/pdf"}))
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCX = Format("DOCX", ".docx", _WORD, frozenset({".docx"}), frozenset({_WORD, "application/zip"}))
MP3 = Format(
    "MP3", ".mp3", "audio/mpeg", frozenset({".mp3"}), frozenset({"audio/mpeg", "audio/mp3"}), True
)
M4A = Format(
    "M4A",
    ".m4a",
    "audio/mp4",
    frozenset({".m4a", ".mp4"}),
    frozenset({"audio/mp4", "audio/x-m4a", "audio/m4a", "audio/aac", "video/mp4"}),
    True,
)
OGG = Format(
    "OGG",
    ".ogg",
    "audio/ogg",
    frozenset({".ogg", ".oga", ".opus"}),
    frozenset({"audio/ogg", "audio/opus", "application/ogg", "video/ogg"}),
    True,
)
WAV = Format(
    "WAV",
    ".wav",
    "audio/wav",
    frozenset({".wav"}),
    frozenset({"audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"}),
    True,
)
FORMATS = (PDF, DOCX, MP3, M4A, OGG, WAV)

#: First bytes of an MPEG layer III frame: eleven bits of sync, a version, layer III.
_FRAMES = frozenset({0xFB, 0xFA, 0xF3, 0xF2, 0xE3, 0xE2})


def sniff(content: bytes) -> Format:
    """The format that the bytes show; raises NotTaken."""
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return DOCX  # whether it is a Word document its reader finds out
    if content.startswith(b"ID3") or (content[:1] == b"\xff" and content[1:2] in _sync()):
        return MP3
    if content.startswith(b"OggS"):
        return OGG
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return WAV
    if content[4:8] == b"ftyp" and content[8:12] in {b"M4A ", b"mp42", b"isom", b"M4B ", b"mp41"}:
        return M4A
    raise NotTaken


def compare(found: Format, claim: Claim) -> None:
    """Refuse a file whose name or content type tells of another format than its bytes."""
    suffix = PurePath(claim.name).suffix.lower()
    if suffix and suffix not in found.suffixes:
        raise Disguised(suffix.removeprefix(".").upper(), found.name)
    content_type = claim.content_type.partition(";")[0].strip().lower()
    if content_type not in NO_CLAIM | found.content_types:
        raise Disguised(content_type, found.name)


def _sync() -> frozenset[bytes]:
    return frozenset(bytes([one]) for one in _FRAMES)
