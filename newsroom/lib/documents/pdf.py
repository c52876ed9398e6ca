"""A PDF's pages alone: no scripts, forms, attachments, notes, links or metadata (ISO 32000-1)."""

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.filters import ASCII85Decode, ASCIIHexDecode, FlateDecode
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from .bare import Bare
from .jpegs import bare_jpeg, bare_jpeg2000
from .refusals import Broken, Locked, TooLong
from .sniffing import PDF

PAGES_MOST = 100
#: What a page needs to be seen; everything else may act or tell.
_PAGE_KEYS = ("/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/UserUnit")
#: Keys that tell of makers or act, wherever in a page's resources they stand.
_TELLING = (
    "/Metadata", "/PieceInfo", "/LastModified", "/AA", "/OpenAction", "/JS", "/AF", "/OC",
    "/Alternates", "/OPI", "/Ref", "/Measure", "/Properties", "/StructParents", "/StructParent",
)  # fmt: skip
#: A stream whose bytes lie in another file (7.3.8.2).
_ELSEWHERE = ("/F", "/FFilter", "/FDecodeParms")
_DEEPEST = 60
_INLINE_IMAGE = re.compile(rb"(?:^|\s)BI\s[^\x00]{1,400}?\sID\s")
#: Filters that may lie around a JPEG.
_AROUND: dict[str, Any] = {
    "/FlateDecode": FlateDecode,
    "/ASCII85Decode": ASCII85Decode,
    "/ASCIIHexDecode": ASCIIHexDecode,
}


def read(content: bytes) -> Bare:
    """The pages of the document, written anew, with their words and the number of images.

    A document that anybody may open, though not change, has an empty password. Raises Locked,
    TooLong, Broken, and what pypdf raises for damage.
    """
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Locked
    if not 0 < len(reader.pages) <= PAGES_MOST:
        raise TooLong(PAGES_MOST) if len(reader.pages) else Broken
    writer, pictures, seen = PdfWriter(), 0, set[int]()
    for page in reader.pages:
        fresh = writer.add_page(_bare_page(page))
        pictures += _strip(fresh, seen) + _inline(fresh)
    writer.metadata = None
    written = io.BytesIO()
    writer.write(written)
    text = "\n\n".join(page.extract_text() for page in reader.pages).strip()
    return Bare(PDF, written.getvalue(), text, pictures)


def _inline(page: PageObject) -> int:
    """Images that stand within the page's own drawing (8.9.7)."""
    drawing = page.get_contents()
    return len(_INLINE_IMAGE.findall(drawing.get_data())) if drawing is not None else 0


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
        for key in (*_TELLING, *(_ELSEWHERE if isinstance(holder, StreamObject) else ())):
            holder.pop(key, None)
        if holder.get("/Subtype") == "/Image" and isinstance(holder, StreamObject):
            pictures += 1
            _strip_image(holder)
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


def _strip_image(image: StreamObject) -> None:
    """A photo inside carries what its camera wrote; it is cut out where the photo lies open.

    Filters around a JPEG are taken off first.
    """
    filters = image.get("/Filter", ArrayObject())
    names = list(filters) if isinstance(filters, ArrayObject) else [filters]
    while len(names) > 1 and names[-1] in {"/DCTDecode", "/JPXDecode"}:
        image._data = bytes(_AROUND[names.pop(0)].decode(image._data))
        image[NameObject("/Filter")] = ArrayObject(names)
        image.pop("/DecodeParms", None)
    if names == ["/DCTDecode"]:
        image._data = bare_jpeg(image._data)
    elif names == ["/JPXDecode"]:
        image._data = bare_jpeg2000(image._data)
