"""One part of a Word document: its words, and its XML without tellers (ECMA-376 part 1, 17)."""

import re
from collections.abc import Collection, Iterator
from xml.etree import ElementTree

from .refusals import Acting, Broken

#: Elements with all that is in them: deleted or moved away, formatting as it was before.
_GONE = re.compile(
    rb"<w:(del|moveFrom|rPrChange|pPrChange|sectPrChange|tblPrChange|tblGridChange|trPrChange"
    rb"|tcPrChange|tblPrExChange|numberingChange)\b(?:[^>]*[^>/])?>.*?</w:\1\s*>",
    re.DOTALL,
)
#: Marks of change and of remarks; what stands between two of them stays.
_MARK = re.compile(
    rb"</?w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|(?:moveFrom|moveTo|customXmlIns"
    rb"|customXmlDel|customXmlMoveFrom|customXmlMoveTo|comment)Range(?:Start|End)|commentReference"
    rb"|embed(?:Regular|Bold|Italic|BoldItalic)|docVars?|attachedTemplate)\b[^>]*>"
    rb"|<!--.*?-->|<\?(?!xml\s).*?\?>",
    re.DOTALL,
)
_SAVED_BY = re.compile(
    rb"\s(?:w\d*|w\d+\w*):(?:author|initials|date|dateUtc|rsid\w*|userId|paraId|textId)"
    rb"=(?:\"[^\"]*\"|'[^']*')"
)
#: What pictures and shapes were called, which is often the name of the file they came from.
_CALLED = re.compile(
    rb"(<(?:\w+:(?:docPr|cNvPr)|v:\w+|o:\w+)\b[^>]*?)"
    rb"\s(descr|title|alt|o:title)=(?:\"[^\"]*\"|'[^']*')"
)
_NAMED = re.compile(rb"(<\w+:(?:docPr|cNvPr)\b[^>]*?\sname=)(?:\"[^\"]*\"|'[^']*')")
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<!\[CDATA\[")
_ENCODED = re.compile(rb"<\?xml[^>]*?encoding=[\"']([\w-]+)")
_ACTING = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)\b", re.I)
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_BREAKS = frozenset({"p", "br", "cr", "tab", "tr"})
_TELLERS = frozenset(
    {"del", "ins", "moveFrom", "moveTo", "delText", "commentReference", "control", "OLEObject"}
)
_PICTURED = frozenset({"docPr", "cNvPr"})
_SAVERS = frozenset({"author", "initials", "userId"})


def cleaned(part: bytes, lost: Collection[str]) -> bytes:
    """The part without deletions, remarks, authors, hours and names of files.

    ``lost``: ids of relationships that are no longer there. Raises Broken where it cannot be made
    bare, Acting where a field would run or fetch something.
    """
    parsed(part)  # in a well-formed part no expression below looks for an end that is not there
    part = _SAVED_BY.sub(b"", _MARK.sub(b"", _GONE.sub(b"", part)))
    for _times in range(4):
        part = _CALLED.sub(rb"\1", part)
    part = _NAMED.sub(rb'\1""', part)
    if lost:
        ids = "|".join(re.escape(one) for one in lost)
        part = re.sub(rf'\s(?!w:)\w+:\w+="(?:{ids})"'.encode(), b"", part)
    _refuse_tellers(parsed(part))
    return part


def words(part: bytes) -> str:
    """What can be read in the part, with what its fields ask for; breaks are line breaks."""
    said = "".join(_said(parsed(part)))
    return re.sub(r"\s*\n\s*", "\n", said).strip()


def parsed(part: bytes) -> ElementTree.Element:
    """The part as a tree. One that declares entities, or is not in UTF-8 as Word writes it, is
    Broken: what reads it as bytes would not see its words."""
    if _DTD.search(part) or b"\x00" in part or _encoding(part) not in _UTF8:
        raise Broken
    part.decode()
    return ElementTree.fromstring(part)  # noqa: S314 - no DTD, so no entities


def _said(tree: ElementTree.Element) -> Iterator[str]:
    for one in tree.iter():
        name = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
        if name in {"t", "instrText"}:
            yield one.text or ""
        elif name in _BREAKS:
            yield "\n"


def _refuse_tellers(tree: ElementTree.Element) -> None:
    """What the expressions above did not find, as it was written in an unusual way."""
    asked = []
    for one in tree.iter():
        name = str(one.tag).rpartition("}")[2]
        if name in _TELLERS or _SAVERS & {key.rpartition("}")[2] for key in one.attrib}:
            raise Broken
        if name in _PICTURED and any(one.get(key) for key in ("name", "descr", "title")):
            raise Broken
        if name == "instrText":
            asked.append(one.text or "")
        if name == "fldSimple":
            asked.extend(one.attrib.values())
    if _ACTING.search("".join(asked)):
        raise Acting


def _encoding(part: bytes) -> str:
    declared = _ENCODED.match(part.removeprefix(b"\xef\xbb\xbf")[:200])
    return declared[1].decode().lower() if declared else "utf-8"
