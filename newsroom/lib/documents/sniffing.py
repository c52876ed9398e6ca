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


_PDF_TYPES = frozenset({"application/pdf", "application/x-pdf"})
PDF = Format("PDF", ".pdf", "application/pdf", frozenset({".pdf"}), _PDF_TYPES)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCX = Format(
    "DOCX",
    ".docx",
    _WORD,
    frozenset({".docx"}),
    frozenset({_WORD, "application/zip", "application/x-zip-compressed"}),
)
MP3 = Format(
    "MP3",
    ".mp3",
    "audio/mpeg",
    frozenset({".mp3", ".mpga"}),
    frozenset({"audio/mpeg", "audio/mp3", "audio/x-mp3", "audio/x-mpeg"}),
    True,
)
M4A = Format(
    "M4A",
    ".m4a",
    "audio/mp4",
    frozenset({".m4a", ".mp4"}),
    frozenset({"audio/mp4", "audio/x-m4a", "audio/m4a", "audio/mp4a-latm", "video/mp4"}),
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

#: Second bytes of an MPEG layer III frame: eleven bits of sync, a version, layer III.
_FRAMES = frozenset({0xFB, 0xFA, 0xF3, 0xF2, 0xE3, 0xE2})
#: Brands of the files that recorders and phones write; whether they hold sound their reader sees.
_BRANDS = frozenset(
    {b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"iso5", b"iso6", b"dash", b"3gp4"}
)
#: A PDF may begin behind a little of something else (ISO 32000-1, annex H.3.4.1).
_PDF_WITHIN = 1024


def sniff(content: bytes) -> Format:
    """The format that the bytes show; raises NotTaken."""
    if content.startswith(b"PK\x03\x04"):
        return DOCX  # whether it is a Word document its reader finds out
    sound = _sniff_sound(content)
    if sound is not None:
        return sound
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return PDF
    raise NotTaken


def _sniff_sound(content: bytes) -> Format | None:
    if content.startswith(b"OggS"):
        return OGG
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return WAV
    if content[4:8] == b"ftyp" and content[8:12] in _BRANDS:
        return M4A
    framed = content[:1] == b"\xff" and content[1:2] and content[1] in _FRAMES
    return MP3 if framed or content.startswith(b"ID3") else None


def compare(found: Format, claim: Claim) -> None:
    """Refuse a file whose name or content type tells of another format than its bytes."""
    suffix = PurePath(claim.name).suffix.lower()
    if suffix and suffix not in found.suffixes:
        raise Disguised(suffix.removeprefix(".").upper(), found.name)
    content_type = claim.content_type.partition(";")[0].strip().lower()
    if content_type not in NO_CLAIM | found.content_types:
        raise Disguised(content_type, found.name)
