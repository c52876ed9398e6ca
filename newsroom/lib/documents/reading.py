"""An upload becomes a bare document, by the reader of its format."""

from collections.abc import Callable
from typing import IO

from . import audio, docx, pdf, sniffing
from .bare import Bare
from .refusals import TooHeavy
from .sniffing import Claim

#: Each reader takes the whole file and gives it back bare; it raises a subclass of Unusable.
_READERS: dict[str, Callable[[bytes], Bare]] = {
    "PDF": pdf.read,
    "DOCX": docx.read,
    "MP3": audio.read_mp3,
    "M4A": audio.read_m4a,
    "OGG": audio.read_ogg,
    "WAV": audio.read_wav,
}


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
    return _READERS[found.name](content)
