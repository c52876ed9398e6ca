"""What a published file says of itself: who made it, whose it is, what it shows. Nothing else.

Sources: IPTC Photo Metadata Standard 2023.2 (which property goes where), IPTC-NAA Information
Interchange Model 4.2 (datasets and their lengths), Adobe XMP Specification Part 3 (where XMP and
Photoshop's resource 1028 stand in a JPEG).
"""

import struct
from dataclasses import dataclass
from xml.sax.saxutils import escape

#: IIM 4.2, chapters 5 and 6: dataset -> octets at most.
_BYLINE, _CREDIT, _COPYRIGHT, _CAPTION = (80, 32), (110, 32), (116, 128), (120, 2000)
#: A JPEG segment ends at 65,533 bytes; texts are cut so that all of them fit, escaped, into one.
_XMP_LONGEST = 2000

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
        ("Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"),
    )
)


@dataclass(frozen=True, slots=True)
class Tags:
    """Plain texts, each may be empty: then nothing is written of it."""

    creator: str = ""
    credit: str = ""
    copyright: str = ""
    caption: str = ""
    alt: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        texts = (self.creator, self.credit, self.copyright, self.caption, self.alt)
        return any(_plain(text) for text in texts)


def xmp(tags: Tags) -> bytes:
    """An XMP packet in UTF-8: dc, photoshop and Iptc4xmpCore properties of the tags."""
    properties = "".join(
        (
            _listed("dc:creator", "Seq", tags.creator),
            _worded("dc:rights", tags.copyright),
            _worded("dc:description", tags.caption),
            _single("photoshop:Credit", tags.credit),
            _worded("Iptc4xmpCore:AltTextAccessibility", tags.alt),
        )
    )
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF {_NAMESPACES}><rdf:Description rdf:about="">{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )
    return packet.encode()


def iptc(tags: Tags) -> bytes:
    """A JPEG segment APP13 with the tags as IIM datasets; the alternative text has none in IIM."""
    datasets = _dataset(1, 90, b"\x1b%G") + _dataset(2, 0, b"\x00\x04")
    for (number, longest), text in (
        (_BYLINE, tags.creator),
        (_CREDIT, tags.credit),
        (_COPYRIGHT, tags.copyright),
        (_CAPTION, tags.caption),
    ):
        if value := _cut(_plain(text).encode(), longest):
            datasets += _dataset(2, number, value)
    resource = b"8BIM" + struct.pack(">H2xI", 1028, len(datasets)) + datasets
    content = b"Photoshop 3.0\0" + resource + b"\0" * (len(datasets) % 2)
    return b"\xff\xed" + struct.pack(">H", len(content) + 2) + content


def _dataset(record: int, number: int, value: bytes) -> bytes:
    """IIM 4.2, chapter 1: marker, record, dataset, length, value."""
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def _plain(text: str) -> str:
    """Without control characters (not lawful in XML 1.0) and lone surrogates; spaces for breaks."""
    spaced = "".join(" " if one.isspace() else one for one in text)
    kept = (one for one in spaced if one.isprintable() or one == "\u200d")
    return " ".join("".join(kept).split())


def _cut(value: bytes, longest: int) -> bytes:
    """At most so many octets, ending with a whole character."""
    return value[:longest].decode(errors="ignore").rstrip().encode()


def _text(text: str) -> str:
    return escape(_plain(text)[:_XMP_LONGEST])


def _single(name: str, text: str) -> str:
    value = _text(text)
    return f"<{name}>{value}</{name}>" if value else ""


def _listed(name: str, kind: str, text: str, attributes: str = "") -> str:
    value = _text(text)
    if not value:
        return ""
    return f"<{name}><rdf:{kind}><rdf:li{attributes}>{value}</rdf:li></rdf:{kind}></{name}>"


def _worded(name: str, text: str) -> str:
    """A text in the language that readers have by default (XMP Part 1, 8.2.2.4)."""
    return _listed(name, "Alt", text, ' xml:lang="x-default"')
