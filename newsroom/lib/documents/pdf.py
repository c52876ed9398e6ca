"""A PDF's pages alone: no scripts, forms, attachments, notes, links or metadata (ISO 32000-1)."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from newsroom.lib.isolation import isolated

from .bare import Bare
from .refusals import Broken, Locked, TooLong, Unusable
from .sniffing import PDF

PAGES_MOST = 100
#: What a page needs to be seen; everything else may act or tell.
_PAGE_KEYS = ("/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/UserUnit")
#: Keys that tell of makers or act, wherever in a page's resources they stand.
_TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/OpenAction", "/JS", "/AF", "/OC")
_DEEPEST = 60


def read(content: bytes) -> Bare:
    """The pages of the document, written anew, with their words and the number of images.

    Raises Locked, TooLong, Broken.
    """
    answer = isolated(lambda: _read(content), Unusable, PyPdfError, name="Reading a PDF")
    if isinstance(answer, Unusable):
        raise answer
    if isinstance(answer, Exception):
        raise Broken from answer
    return answer


def _read(content: bytes) -> Bare:
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted:
        raise Locked
    if len(reader.pages) > PAGES_MOST:
        raise TooLong(PAGES_MOST)
    writer, pictures = PdfWriter(), 0
    for page in reader.pages:
        fresh = writer.add_page(_bare_page(page))
        pictures += _strip(fresh, set())
    writer.metadata = None
    written = io.BytesIO()
    writer.write(written)
    text = "\n\n".join(page.extract_text() for page in reader.pages).strip()
    return Bare(PDF, written.getvalue(), text, pictures)


def _bare_page(page: PageObject) -> PageObject:
    """A page with what is inherited from its parents written into it, and nothing that acts."""
    bare = PageObject()
    bare[NameObject("/Type")] = NameObject("/Page")
    for key in _PAGE_KEYS:
        found = _inherited(page, key)
        if found is not None:
            bare[NameObject(key)] = found
    bare.pdf = page.pdf
    return bare


def _inherited(page: DictionaryObject, key: str) -> Any:
    """The page's own entry, or its nearest parent's (7.7.3.4)."""
    node: Any = page
    for _level in range(_DEEPEST):
        if node is None or key in node:
            break
        node = node["/Parent"].get_object() if "/Parent" in node else None
    return None if node is None else node.raw_get(key)


def _strip(holder: Any, seen: set[int], depth: int = 0) -> int:
    """Take what tells or acts out of everything below; returns how many images there are."""
    pictures = 0
    if depth > _DEEPEST or id(holder) in seen:
        return 0
    seen.add(id(holder))
    if isinstance(holder, DictionaryObject):
        for key in _TELLING:
            holder.pop(key, None)
        if holder.get("/Subtype") == "/Image" and isinstance(holder, StreamObject):
            pictures += 1
            _strip_jpeg(holder)
    for part in _parts(holder):
        pictures += _strip(part, seen, depth + 1)
    return pictures


def _parts(holder: Any) -> Iterator[Any]:
    inside: list[Any] = []
    if isinstance(holder, DictionaryObject):
        inside = [holder.raw_get(key) for key in list(holder) if key != "/Parent"]
    elif isinstance(holder, ArrayObject):
        inside = list(holder)
    for part in inside:
        yield part.get_object() if isinstance(part, IndirectObject) else part


def _strip_jpeg(image: StreamObject) -> None:
    """A JPEG inside carries its camera's EXIF along: leave out its application segments."""
    filters = image.get("/Filter")
    names = filters if isinstance(filters, ArrayObject) else [filters]
    if list(names) == ["/DCTDecode"]:
        image._data = _without_segments(image._data)


def _without_segments(jpeg: bytes) -> bytes:
    """APP1, APP3 to APP13, APP15 and comments go; JFIF, colour profile and Adobe's mark stay."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        marker, size = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big") + 2
        if marker == 0xDA:
            break
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker in {0xE0, 0xE2, 0xEE}:
            kept.append(jpeg[at : at + size])
        at += size
    return b"".join([*kept, jpeg[at:]])
