"""Documents and sound beside a text: refuse what is not what it says, keep the rest bare.

``read`` turns an upload into a ``Bare``: a PDF, DOCX, MP3, M4A, OGG or WAV made anew without
metadata and without anything that acts (scripts, macros, embedded files, links to other programs),
with the words that can be read in it.
"""

from .bare import Bare
from .reading import read
from .refusals import (
    Acting,
    Broken,
    Disguised,
    Involved,
    Locked,
    NotSoundAlone,
    NotTaken,
    TooHeavy,
    TooLong,
    Unusable,
)
from .sniffing import FORMATS, Claim, Format

__all__ = [
    "FORMATS",
    "Acting",
    "Bare",
    "Broken",
    "Claim",
    "Disguised",
    "Format",
    "Involved",
    "Locked",
    "NotSoundAlone",
    "NotTaken",
    "TooHeavy",
    "TooLong",
    "Unusable",
    "read",
]
