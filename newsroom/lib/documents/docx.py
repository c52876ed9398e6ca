"""A Word document's own parts alone: no makers, comments, macros, embedded files (ECMA-376)."""

import io
import re
import zipfile
from xml.sax.saxutils import unescape

from PIL import Image

from newsroom.lib import images

from .bare import Bare
from .refusals import Acting, Broken, TooHeavy
from .sniffing import DOCX

UNPACKED_MOST = 60 * 1024 * 1024
_PARTS_MOST = 2000
_MAIN = "word/document.xml"
#: Parts that make up what is seen. Properties, comments, people and custom data stay behind.
_SEEN = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/_rels/[\w.]+\.rels|word/(?:document|styles|numbering"
    r"|fontTable|footnotes|endnotes|webSettings|header\d*|footer\d*)\.xml|word/theme/theme\d+\.xml"
    r"|word/media/[\w.-]+\.(?:png|jpe?g)",
    re.IGNORECASE,
)
_ACTING = re.compile(r"vbaProject|activeX|\.bin$|embeddings/|macros", re.IGNORECASE)
_SAVED_BY = re.compile(rb'\sw(?:\d+)?:(?:author|initials|date|rsid\w*|userId)="[^"]*"')
_REMARK = re.compile(rb"<w:comment(?:RangeStart|RangeEnd|Reference)\b[^>]*/>")
_HIDDEN = re.compile(rb"<w:del\b[^>]*>.*?</w:del>", re.DOTALL)
_RELATION = re.compile(rb"<Relationship\b[^>]*?/>")
_TYPE_OF_PART = re.compile(rb'<Override\b[^>]*?PartName="/([^"]+)"[^>]*?/>')
_TEXT = re.compile(rb"<w:t\b[^>]*>([^<]*)</w:t>|(<w:(?:p|br|tab|tr)\b)")
_PICTURE = re.compile(r"\.(?:png|jpe?g)$", re.IGNORECASE)
_LIMITS = images.Limits(bytes_most=UNPACKED_MOST, pixels_most=40_000_000, side_least=1)
#: One hour for every part, so that the file does not tell when it was written.
_NO_HOUR = (1980, 1, 1, 0, 0, 0)


def read(content: bytes) -> Bare:
    """The document written anew, with its words and the number of pictures.

    Raises Acting, TooHeavy, Broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = _parts(packed)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, RuntimeError, ValueError) as error:
        raise Broken from error
    if _MAIN not in parts:
        raise Broken
    text = "\n".join(_words(part) for name, part in parts.items() if _is_read(name))
    pictures = sum(1 for name in parts if _PICTURE.search(name))
    return Bare(DOCX, _packed(parts), text.strip(), pictures)


def _parts(packed: zipfile.ZipFile) -> dict[str, bytes]:
    """Parts that are kept, cleaned. Sizes are counted before anything is unpacked."""
    entries = packed.infolist()
    if any(_ACTING.search(one.filename) for one in entries):
        raise Acting
    seen = [one for one in entries if _SEEN.fullmatch(one.filename)]
    if len(entries) > _PARTS_MOST or sum(one.file_size for one in seen) > UNPACKED_MOST:
        raise TooHeavy(UNPACKED_MOST)
    names = {one.filename for one in seen}
    return {one.filename: _clean(one.filename, packed.read(one), names) for one in seen}


def _clean(name: str, part: bytes, names: set[str]) -> bytes:
    if _PICTURE.search(name):
        return _bare_picture(name, part)
    if name.endswith(".rels"):
        return _RELATION.sub(
            lambda one: one[0] if _leads_inside(one[0], name, names) else b"", part
        )
    if name == "[Content_Types].xml":
        return _TYPE_OF_PART.sub(lambda one: one[0] if one[1].decode() in names else b"", part)
    return _SAVED_BY.sub(b"", _REMARK.sub(b"", _HIDDEN.sub(b"", part)))


def _leads_inside(relation: bytes, name: str, names: set[str]) -> bool:
    """Whether a relationship leads to a part that is kept, or is a link a reader may follow."""
    if b'TargetMode="External"' in relation:
        return b"/hyperlink" in relation and re.search(rb'Target="https?://', relation) is not None
    target = re.search(rb'Target="([^"]+)"', relation)
    folder = "" if name.startswith("_rels") else "word/"
    path = target[1].decode("utf-8", "replace") if target else ""
    return (path.removeprefix("/") if path.startswith("/") else folder + path) in names


def _bare_picture(name: str, part: bytes) -> bytes:
    """The picture's pixels alone, in the format its name tells."""
    try:
        upright = images.read(io.BytesIO(part), _LIMITS)
    except images.Unusable as error:
        raise Broken from error
    if not name.lower().endswith(".png"):
        return upright.content
    written = io.BytesIO()
    with Image.open(io.BytesIO(upright.content)) as pixels:
        pixels.save(written, "PNG")
    return written.getvalue()


def _is_read(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml") and "theme" not in name


def _words(part: bytes) -> str:
    pieces = (
        "\n" if found[2] else unescape(found[1].decode("utf-8", "replace"))
        for found in _TEXT.finditer(part)
    )
    return re.sub(r"\n{2,}", "\n", "".join(pieces))


def _packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _NO_HOUR), part, zipfile.ZIP_DEFLATED)
    return written.getvalue()
