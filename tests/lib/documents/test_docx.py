"""A Word document keeps what is seen; who wrote, changed or remarked it stays behind."""

import io
import zipfile
from xml.etree import ElementTree

import pytest
from PIL import Image

from newsroom.lib import documents
from newsroom.lib.documents import (
    Acting,
    Bare,
    Broken,
    Involved,
    Locked,
    NotTaken,
    TooHeavy,
    Unusable,
)
from tests.lib.documents.pages import MARKER, body, paragraph, photo, relations, word

_CHANGED = body(
    '<w:p w:rsidR="00RAHASIA" w14:paraId="RAHASIA"><w:pPr><w:rPr>'
    '<w:del w:id="1" w:author="RAHASIA" w:date="2026-01-01T00:00:00Z"/></w:rPr></w:pPr>'
    '<w:r><w:t xml:space="preserve">Panen </w:t></w:r>'
    '<w:del w:id="2" w:author="RAHASIA"><w:r><w:delText>RAHASIA</w:delText></w:r></w:del>'
    '<w:moveFrom w:id="3" w:author="RAHASIA"><w:r><w:t>RAHASIA</w:t></w:r></w:moveFrom>'
    '<w:ins w:id="4" w:author="RAHASIA"><w:r><w:rPr><w:b/><w:rPrChange w:id="5" '
    'w:author="RAHASIA"><w:rPr/></w:rPrChange></w:rPr><w:t>raya di kebun</w:t></w:r></w:ins>'
    '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r><!-- RAHASIA --></w:p>'
)


def read(content: bytes) -> Bare:
    """The document as it is kept."""
    return documents.read(io.BytesIO(content), bytes_most=20 * 1024 * 1024)


def parts(bare: Bare) -> dict[str, bytes]:
    """The parts of what is kept; every part of XML must parse, and nothing may hold the marker."""
    with zipfile.ZipFile(io.BytesIO(bare.content)) as packed:
        assert packed.testzip() is None
        found = {name: packed.read(name) for name in packed.namelist()}
    for name, part in found.items():
        assert MARKER.encode() not in part, name
        assert MARKER not in name
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)  # noqa: S314 - made by us
    return found


def test_makers_remarks_and_programs_of_the_file_stay_behind() -> None:
    bare = read(
        word(
            **{
                "docProps/core.xml": MARKER,
                "docProps/app.xml": MARKER,
                "docProps/thumbnail.jpeg": MARKER,
                "word/comments.xml": MARKER,
                "word/people.xml": MARKER,
                "word/settings.xml": MARKER,
                "customXml/item1.xml": MARKER,
            }
        )
    )
    assert set(parts(bare)) == {"[Content_Types].xml", "_rels/.rels", "word/document.xml"}
    assert bare.text == "Panen raya di kebun"
    assert bare.pictures == 0


def test_changes_are_as_if_they_had_been_accepted() -> None:
    bare = read(word(_CHANGED))
    assert bare.text == "Panen raya di kebun"
    assert b"author" not in parts(bare)["word/document.xml"]


def test_words_come_from_every_part_that_is_seen() -> None:
    said = body(f"<w:p><w:r><w:t>Satu</w:t><w:tab/><w:t>dua</w:t></w:r></w:p>{paragraph('tiga')}")
    footer = said.replace("w:document", "w:ftr").replace("tiga", "kaki")
    bare = read(word(said, **{"word/footer1.xml": footer, "word/footnotes.xml": body("")}))
    assert bare.text == "Satu\ndua\ntiga\nSatu\ndua\nkaki"


def test_words_are_found_whatever_their_prefix() -> None:
    other = body(paragraph("Kata asing")).replace("w:", "n0:").replace("xmlns:n0:", "xmlns:w:")
    other = other.replace("xmlns:w14", "xmlns:n14")
    assert "Kata asing" in read(word(other.replace("xmlns:w=", "xmlns:n0="))).text


def test_pictures_lose_what_their_camera_wrote() -> None:
    drawing = (
        f'<w:p><w:drawing><wp:docPr id="1" name="{MARKER}.jpg" descr="{MARKER}"/>'
        f'<pic:cNvPr id="1" name="{MARKER}"/><a:blip r:embed="rId7"/></w:drawing></w:p>'
    )
    bare = read(
        word(
            body(drawing + paragraph("Panen")),
            **{
                "word/media/image1.jpeg": photo(),
                "word/media/image2.png": photo("PNG"),
                "word/_rels/document.xml.rels": relations(("rId7", "media/image1.jpeg", "")),
            },
        )
    )
    kept = parts(bare)
    assert bare.pictures == 2
    assert bare.text == "Panen"
    for name, format_name in (("image1.jpeg", "JPEG"), ("image2.png", "PNG")):
        with Image.open(io.BytesIO(kept[f"word/media/{name}"])) as shown:
            assert (shown.format, shown.size) == (format_name, (64, 48))
            assert not shown.getexif()
    assert b'r:embed="rId7"' in kept["word/document.xml"]


def test_a_lost_relationship_is_nowhere_asked_for() -> None:
    main = body(f'<w:hyperlink r:id="rId9">{paragraph("tautan")}</w:hyperlink>')
    rows = (("rId9", f"https://uji.example/{MARKER}", "External"), ("rId8", "comments.xml", ""))
    bare = read(word(main, **{"word/_rels/document.xml.rels": relations(*rows)}))
    kept = parts(bare)
    assert bare.text == "tautan"
    assert b"rId9" not in kept["word/document.xml"]
    assert b"<Relationship " not in kept["word/_rels/document.xml.rels"]


def test_the_main_part_may_have_a_number() -> None:
    with zipfile.ZipFile(io.BytesIO(word())) as packed:
        texts = {name: packed.read(name).decode() for name in packed.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in texts.items():
            swapped = text.replace("word/document.xml", "word/document2.xml")
            packed.writestr(name.replace("document.xml", "document2.xml"), swapped)
    assert read(out.getvalue()).text == "Panen raya di kebun"


@pytest.mark.parametrize(
    "name", ["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin"]
)
def test_programs_inside_are_refused(name: str) -> None:
    with pytest.raises(Acting):
        read(word(**{name: b"x"}))


def test_a_kind_with_macros_is_refused_whatever_it_is_called() -> None:
    types = '<Types xmlns="x"><Override PartName="/word/document.xml" ContentType="macroEnabled"/>'
    with pytest.raises(Acting):
        read(word(**{"[Content_Types].xml": types + "</Types>"}))


@pytest.mark.parametrize("asked", ["DDEAUTO c:\\\\x", 'INCLUDEPICTURE "https://x"', "dde x"])
def test_a_field_that_would_fetch_or_run_is_refused(asked: str) -> None:
    half = len(asked) // 2
    runs = f"<w:r><w:instrText>{asked[:half]}</w:instrText></w:r>"
    runs += f"<w:r><w:instrText>{asked[half:]}</w:instrText></w:r>"
    with pytest.raises(Acting):
        read(word(body(f"<w:p>{runs}</w:p>")))


def test_page_numbers_are_no_program() -> None:
    runs = f"<w:r><w:instrText> PAGE </w:instrText></w:r>{paragraph('Halaman')}"
    assert "Halaman" in read(word(body(f"<w:p>{runs}</w:p>"))).text


def test_charts_are_asked_for_as_pdf() -> None:
    with pytest.raises(Involved):
        read(word(**{"word/charts/chart1.xml": b"x"}))


def test_a_packed_flood_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(TooHeavy):
        read(word(**{"word/styles.xml": bytes(13 * 1024 * 1024)}))


def test_what_is_packed_but_no_word_document_is_not_taken() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(NotTaken):
        read(out.getvalue())


def test_a_locked_part_is_said_to_be_locked() -> None:
    content = bytearray(word())
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    with pytest.raises(Locked):
        read(bytes(content))


@pytest.mark.parametrize(
    "main",
    [
        "<!DOCTYPE x [<!ENTITY a 'b'>]>" + body(paragraph("&a;")),
        body(paragraph("<![CDATA[Nama]]>")),
        body("<w:p>"),
        body(f"<w:p><w:r><w:t>x</w:t></w:r><w:x w:author='{MARKER}' w:b=''/></w:p>").replace(
            " w:author", "\nn9:author"
        ),
    ],
)
def test_what_cannot_be_read_for_certain_is_broken(main: str) -> None:
    with pytest.raises(Broken):
        read(word(main))


def test_letters_of_two_bytes_hide_nothing() -> None:
    wide = body(paragraph("Nama")).replace("UTF-8", "UTF-16").encode("utf-16")
    with pytest.raises(Broken):
        read(word(**{"word/document.xml": wide}))


def test_a_picture_that_is_none_is_broken() -> None:
    with pytest.raises(Unusable):
        read(word(**{"word/media/image1.jpeg": b"\xff\xd8\xff no picture"}))


def test_a_letter_as_a_phone_writes_it_is_taken_whole() -> None:
    box = (
        '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="wps"><w:drawing>'
        '<wp:docPr id="3" name="Kotak Teks 2" title=""/><wps:wsp xmlns:wps="urn:wps">'
        '<wps:cNvPr id="4" name="x"/><w:txbxContent>'
        + paragraph("KEMENTERIAN")
        + "</w:txbxContent>"
        "</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    said = (
        f'<w:p w14:paraId="1A" w:rsidRDefault="00B1"><w:r>{box}</w:r></w:p>'
        '<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r><w:t>Nomor: </w:t></w:r>'
        "<w:r><w:lastRenderedPageBreak/><w:t>W.9 &amp; 1</w:t></w:r><w:proofErr w:type='spellEnd'/>"
        '</w:p><w:sdt><w:sdtPr><w:date w:fullDate="2026-05-04T00:00:00Z"/></w:sdtPr><w:sdtContent>'
        + paragraph("4 Mei 2026")
        + '</w:sdtContent></w:sdt><w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r>'
        '</w:fldSimple></w:p><w:sectPr><w:footerReference w:type="default" r:id="rId3"/></w:sectPr>'
    )
    fonts = body('<w:font w:name="Calibri"><w:embedRegular r:id="rId1"/></w:font>')
    rows = relations(("rId3", "footer1.xml", ""), ("rId4", "settings.xml", ""))
    bare = read(
        word(
            body(said),
            **{
                "word/footer1.xml": body(paragraph("Kaki surat")),
                "word/fontTable.xml": fonts,
                "word/fonts/font1.odttf": b"x",
                "word/_rels/document.xml.rels": rows,
                "word/_rels/fontTable.xml.rels": relations(("rId1", "fonts/font1.odttf", "")),
            },
        )
    )
    kept = parts(bare)
    assert bare.text == "KEMENTERIAN\nNomor: W.9 & 1\n4 Mei 2026\n1\nKaki surat"
    assert b'<w:footerReference w:type="default" r:id="rId3"/>' in kept["word/document.xml"]
    assert b"embedRegular" not in kept["word/fontTable.xml"]
    assert b"Kotak Teks" not in kept["word/document.xml"]
