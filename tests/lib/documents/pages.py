"""PDF and Word documents to read in tests, with a marker wherever something can be hidden."""

import io
import zipfile
from typing import Any

from PIL import Image
from pypdf import PageObject, PdfWriter
from pypdf.annotations import Link, Text
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

#: A word that must be in nothing that is kept.
MARKER = "RAHASIA"
_FONT = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}


def photo(format_name: str = "JPEG", **options: Any) -> bytes:
    """A photo whose camera tells the marker."""
    written = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = MARKER
    Image.new("RGB", (64, 48), "green").save(written, format_name, exif=exif, **options)
    return written.getvalue()


def named(**entries: Any) -> DictionaryObject:
    """A dictionary of PDF: strings that begin with a stroke become names, the others texts."""
    made = DictionaryObject()
    for key, value in entries.items():
        if isinstance(value, str):
            value = (NameObject if value.startswith("/") else TextStringObject)(value)
        made[NameObject(f"/{key}")] = value
    return made


def font() -> DictionaryObject:
    """Helvetica under the name F1."""
    return named(F1=named(**{key[1:]: value for key, value in _FONT.items()}))


def drawn(page: PageObject, drawing: bytes) -> None:
    """Give a page its drawing."""
    stream = DecodedStreamObject()
    stream.set_data(drawing)
    page[NameObject("/Contents")] = stream


def said(words: str) -> bytes:
    """The drawing of one line."""
    return f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET".encode("latin-1")


def writer(*texts: str) -> PdfWriter:
    """A document with a page for each text."""
    made = PdfWriter()
    for text in texts or ("Panen raya di kebun",):
        page = made.add_blank_page(300, 200)
        page[NameObject("/Resources")] = named(Font=font())
        drawn(page, said(text))
    return made


def image(content: bytes, filters: Any = "/DCTDecode") -> StreamObject:
    """An image of PDF around the bytes of a file."""
    made = StreamObject()
    made._data = content
    facts = named(Type="/XObject", Subtype="/Image", ColorSpace="/DeviceRGB")
    made.update(facts)
    for key, number in (("/Width", 64), ("/Height", 48), ("/BitsPerComponent", 8)):
        made[NameObject(key)] = NumberObject(number)
    if not isinstance(filters, str):
        filters = ArrayObject(NameObject(one) for one in filters)
    made[NameObject("/Filter")] = NameObject(filters) if isinstance(filters, str) else filters
    return made


def with_image(made: PdfWriter, picture: StreamObject) -> PdfWriter:
    """Put the image on the first page."""
    resources: Any = made.pages[0]["/Resources"]
    resources[NameObject("/XObject")] = named(Im1=made._add_object(picture))
    return made


def written(made: PdfWriter) -> bytes:
    """The document's bytes."""
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def telling() -> PdfWriter:
    """A document that tells and acts wherever a PDF can."""
    made = writer("Panen raya di kebun")
    made.add_metadata({"/Author": MARKER, "/Title": MARKER, "/Producer": MARKER})
    made.xmp_metadata = (
        f'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" dc:format="{MARKER}"/></rdf:RDF></x:xmpmeta>'
        f'<?xpacket end="w"?>'
    ).encode()
    acting = named(S="/JavaScript", JS=f"app.alert('{MARKER}')")
    made.root_object[NameObject("/OpenAction")] = made._add_object(acting)
    made.add_attachment(f"{MARKER}.txt", MARKER.encode())
    made.add_outline_item(title=MARKER, page_number=0)
    made.add_annotation(0, Text(rect=(0, 0, 9, 9), text=MARKER, open=True))
    made.add_annotation(0, Link(rect=(0, 0, 9, 9), url=f"https://uji.example/{MARKER}"))
    page = made.pages[0]
    page[NameObject("/AA")] = named(O=named(S="/JavaScript", JS=MARKER))
    page[NameObject("/Metadata")] = TextStringObject(MARKER)
    field = named(FT="/Tx", T=MARKER, V=MARKER, Subtype="/Widget", Type="/Annot")
    made.root_object[NameObject("/AcroForm")] = named(Fields=ArrayObject([made._add_object(field)]))
    return with_image(made, _telling_image(photo()))


def _telling_image(content: bytes) -> StreamObject:
    made = image(content)
    made[NameObject("/Metadata")] = TextStringObject(MARKER)
    made[NameObject("/PieceInfo")] = named(App=named(Private=MARKER))
    return made


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ABOUT = "http://schemas.openxmlformats.org/package/2006"


def body(inside: str) -> str:
    """A main part around some paragraphs."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}" '
        f'xmlns:r="{_R}" xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:pic="urn:pic" '
        f'xmlns:w14="urn:w14"><w:body>{inside}</w:body></w:document>'
    )


def paragraph(words: str) -> str:
    """One paragraph."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def relations(*rows: tuple[str, str, str]) -> str:
    """Relationships from rows of id, target and mode."""
    lines = (
        f'<Relationship Id="{one}" Type="{_R}/x" Target="{target}"'
        + (f' TargetMode="{mode}"/>' if mode else "></Relationship>")
        for one, target, mode in rows
    )
    return f'<Relationships xmlns="{_ABOUT}/relationships">{"".join(lines)}</Relationships>'


def word(main: str = "", **parts: str | bytes) -> bytes:
    """A Word document; further parts by their names, which may take the place of ours."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_ABOUT}/content-types">'
            '<Default Extension="rels" ContentType="application/x"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="jpeg" ContentType="image/jpeg"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
            f'<Override PartName="/docProps/core.xml" ContentType="application/{MARKER}"/></Types>'
        ),
        "_rels/.rels": relations(
            ("rId1", "word/document.xml", ""), ("rId2", "docProps/core.xml", "")
        ),
        "word/document.xml": main or body(paragraph("Panen raya di kebun")),
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out.getvalue()
