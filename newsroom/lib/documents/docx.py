"""A Word document's own parts alone: no makers, comments, macros, embedded files (ECMA-376)."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from PIL import Image

from newsroom.lib import images

from .bare import Bare
from .refusals import Acting, Broken, Involved, Locked, NotTaken, TooHeavy
from .sniffing import DOCX
from .wordml import cleaned, parsed, words

UNPACKED_MOST = 60 * 1024 * 1024
#: A part of XML takes many times its size once it is parsed.
_XML_MOST = 12 * 1024 * 1024
_PARTS_MOST = 2000
_TYPES = "[Content_Types].xml"
_MAIN = re.compile(r"word/document\d*\.xml")
#: Parts that make up what is seen. Properties, comments, people and custom data stay behind.
_SEEN = re.compile(
    r"word/(?:(?:document|styles|numbering|fontTable|footnotes|endnotes|webSettings|header|footer)"
    r"\d*\.xml|theme/theme\d*\.xml|media/[^/]+\.(?:png|jpe?g))",
    re.IGNORECASE,
)
_ACTING = re.compile(r"vbaProject|vbaData|activeX|\.bin$|embeddings/|macros", re.IGNORECASE)
_INVOLVED = re.compile(r"word/(?:charts|diagrams|afchunk)", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:png|jpe?g)$", re.IGNORECASE)
_LIMITS = images.Limits(bytes_most=UNPACKED_MOST, pixels_most=40_000_000, side_least=1)
#: One hour for every part, so that the file does not tell when it was written.
_NO_HOUR = (1980, 1, 1, 0, 0, 0)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def read(content: bytes) -> Bare:
    """The document written anew, with its words and the number of pictures.

    Raises Acting, Involved, Locked, TooHeavy, NotTaken, Broken, and what zipfile and the XML
    parser raise for damage.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        entries = packed.infolist()
        _refuse(entries)
        seen = {one.filename: packed.read(one) for one in entries if _is_wanted(one.filename)}
    if "macroEnabled" in seen.get(_TYPES, b"").decode("utf-8", "replace"):
        raise Acting
    parts = {name: part for name, part in seen.items() if _SEEN.fullmatch(name)}
    bare = _bare(parts, seen)
    texts = [words(part) for name, part in bare.items() if _is_text(name)]
    pictures = sum(1 for name in parts if _PICTURE.search(name))
    return Bare(DOCX, _packed(bare), "\n".join(filter(None, texts)), pictures)


def _refuse(entries: list[zipfile.ZipInfo]) -> None:
    """Look at names and sizes before anything is unpacked."""
    names = [one.filename for one in entries]
    if any(one.flag_bits & 1 for one in entries):
        raise Locked
    if _TYPES not in names or not any(_MAIN.fullmatch(name) for name in names):
        raise NotTaken
    if any(_ACTING.search(name) for name in names):
        raise Acting
    if any(_INVOLVED.match(name) for name in names):
        raise Involved
    wanted = [one for one in entries if _is_wanted(one.filename)]
    written = sum(one.file_size for one in wanted if not _PICTURE.search(one.filename))
    heavy = sum(one.file_size for one in wanted) > UNPACKED_MOST or written > _XML_MOST
    if heavy or len(names) > _PARTS_MOST or len(set(names)) < len(names):
        raise TooHeavy(UNPACKED_MOST)


def _is_wanted(name: str) -> bool:
    return bool(_SEEN.fullmatch(name)) or name == _TYPES or name.endswith(".rels")


def _bare(parts: dict[str, bytes], seen: dict[str, bytes]) -> dict[str, bytes]:
    """Every part cleaned, with fresh lists of types and relationships for what is left."""
    main = next(name for name in parts if _MAIN.fullmatch(name))
    bare = {_TYPES: _types(seen[_TYPES], parts), "_rels/.rels": _root(main)}
    for name, part in parts.items():
        if _PICTURE.search(name):
            bare[name] = _bare_picture(name, part)
            continue
        folder, _slash, file = name.rpartition("/")
        beside = f"{folder}/_rels/{file}.rels"
        lost: list[str] = []
        if beside in seen:
            bare[beside], lost = _relations(seen[beside], folder, parts)
        bare[name] = cleaned(part, lost)
    return bare


def _types(part: bytes, kept: Iterable[str]) -> bytes:
    """The content type of each kept part, as the document told it."""
    defaults, own = {}, {}
    for one in parsed(part):
        if "PartName" in one.attrib:
            own[one.attrib["PartName"].removeprefix("/")] = one.attrib["ContentType"]
        elif "Extension" in one.attrib:
            defaults[one.attrib["Extension"].lower()] = one.attrib["ContentType"]
    defaults["rels"] = "application/vnd.openxmlformats-package.relationships+xml"
    used = {"rels", *(name.rpartition(".")[2].lower() for name in kept)}
    lines = [
        f"<Default Extension={quoteattr(end)} ContentType={quoteattr(kind)}/>"
        for end, kind in defaults.items()
        if end in used
    ]
    lines += [
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(own[name])}/>"
        for name in kept
        if name in own
    ]
    return f'{_HEAD}<Types xmlns="{_CONTENT_TYPES}">{"".join(lines)}</Types>'.encode()


def _root(main: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    line = f'<Relationship Id="rId1" Type="{kind}" Target={quoteattr(main)}/>'
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{line}</Relationships>'.encode()


def _relations(part: bytes, folder: str, kept: Iterable[str]) -> tuple[bytes, list[str]]:
    """The relationships that lead to a kept part, and the ids of the others: links go too."""
    lines, lost = [], []
    for one in parsed(part):
        told = one.attrib
        target = posixpath.normpath(posixpath.join("/" + folder, told["Target"]))
        if told.get("TargetMode") == "External" or target.removeprefix("/") not in kept:
            lost.append(told["Id"])
            continue
        named = " ".join(f"{key}={quoteattr(told[key])}" for key in ("Id", "Type", "Target"))
        lines.append(f"<Relationship {named}/>")
    text = f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'
    return text.encode(), lost


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


def _is_text(name: str) -> bool:
    return bool(re.match(r"word/(?:document|footnotes|endnotes|header|footer)\d*\.xml", name))


def _packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _NO_HOUR), part, zipfile.ZIP_DEFLATED)
    return written.getvalue()
