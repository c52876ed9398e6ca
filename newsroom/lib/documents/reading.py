"""An upload becomes a bare document, by the reader of its format."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import IO
from xml.etree import ElementTree

from pypdf.errors import PyPdfError

from newsroom.lib.isolation import isolated

from . import docx, m4a, mp3, ogg, pdf, sniffing, wav
from .bare import Bare
from .refusals import Broken, TooHeavy, Unusable
from .sniffing import Claim

#: Each reader takes the whole file and gives it back bare; it raises a subclass of Unusable.
_READERS: dict[str, Callable[[bytes], Bare]] = {
    "PDF": pdf.read,
    "DOCX": docx.read,
    "MP3": mp3.read,
    "M4A": m4a.read,
    "OGG": ogg.read,
    "WAV": wav.read,
}
#: What the readers' tools raise for a file that was cut or made up.
_DAMAGE = (
    PyPdfError,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    ElementTree.ParseError,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
)


def read(file: IO[bytes], *, bytes_most: int, claim: Claim | None = None) -> Bare:
    """The document in the file, bare. Raises a subclass of Unusable that names the reason.

    Costs up to some seconds for a long PDF: call it outside transactions. The file must be
    seekable and is left open.
    """
    if file.seek(0, 2) > bytes_most:
        raise TooHeavy(bytes_most)
    file.seek(0)
    content = file.read()
    found = sniffing.sniff(content)
    sniffing.compare(found, claim or Claim())
    return _read_by(_READERS[found.name], content)


def _read_by(reader: Callable[[bytes], Bare], content: bytes) -> Bare:
    """The reader's answer; whatever a strange file makes it stumble over, the file is Broken."""
    trouble = (Unusable, *_DAMAGE)
    answer = isolated(lambda: reader(content), *trouble, name=f"Reading by {reader.__module__}")
    if isinstance(answer, Unusable):
        raise answer
    if isinstance(answer, Exception):
        raise Broken from answer
    return answer
