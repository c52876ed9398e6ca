"""A PDF keeps its pages; nothing in it acts, and nothing tells who made it."""

import io
import zlib

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject

from newsroom.lib import documents
from newsroom.lib.documents import Bare, Broken, Locked, TooLong
from tests.lib.documents import pages
from tests.lib.documents.pages import MARKER, image, photo, with_image, writer, written

_MOST = 20 * 1024 * 1024


def read(content: bytes) -> Bare:
    """The document as it is kept."""
    return documents.read(io.BytesIO(content), bytes_most=_MOST)


def unpacked(content: bytes) -> bytes:
    """Everything in a PDF as plain bytes, streams opened."""
    told = [content]
    for number in range(1, len(PdfReader(io.BytesIO(content)).xref[0]) + 1):
        one = PdfReader(io.BytesIO(content)).get_object(number)
        told.append(repr(one).encode())
        if hasattr(one, "_data"):
            told += [bytes(one._data), _opened(one)]
    return b"\n".join(told)


def _opened(stream) -> bytes:  # type: ignore[no-untyped-def]
    try:
        return bytes(stream.get_data())
    except Exception:  # noqa: BLE001 - an image that only a decoder of images opens
        return b""


def test_the_marker_is_there_before_and_nowhere_after() -> None:
    before = written(pages.telling())
    assert MARKER.encode() in unpacked(before)
    bare = read(before)
    assert MARKER.encode() not in unpacked(bare.content)
    assert MARKER not in bare.text


def test_words_and_pictures_are_told() -> None:
    bare = read(written(pages.telling()))
    assert bare.text == "Panen raya di kebun"
    assert bare.pictures == 1
    assert bare.format.name == "PDF"
    shown = PdfReader(io.BytesIO(bare.content))
    assert shown.pages[0].extract_text() == "Panen raya di kebun"
    assert shown.metadata is None or not dict(shown.metadata)
    assert shown.pages[0].images[0].image.size == (64, 48)


def test_nothing_in_it_acts() -> None:
    root = PdfReader(io.BytesIO(read(written(pages.telling())).content)).root_object
    assert set(root) <= {"/Type", "/Pages"}


@pytest.mark.parametrize("filters", [["/DCTDecode"], ["/FlateDecode", "/DCTDecode"]])
def test_a_photo_inside_a_filter_loses_what_its_camera_wrote(filters: list[str]) -> None:
    content = photo()
    packed = zlib.compress(content) if len(filters) > 1 else content
    bare = read(written(with_image(writer(), image(packed, filters))))
    assert MARKER.encode() not in unpacked(bare.content)
    assert PdfReader(io.BytesIO(bare.content)).pages[0].images[0].image.size == (64, 48)


def test_a_photo_of_jpeg_2000_loses_what_its_camera_wrote() -> None:
    box = b"uuid" + bytes(16) + MARKER.encode()
    boxed = b"\x00\x00\x00\x0cjP  \r\n\x87\n" + (len(box) + 4).to_bytes(4, "big") + box
    bare = read(written(with_image(writer(), image(boxed, "/JPXDecode"))))
    assert MARKER.encode() not in bare.content
    assert bare.pictures == 1


def test_an_image_within_the_drawing_is_counted() -> None:
    made = writer()
    pages.drawn(made.pages[0], b"q BI /W 1 /H 1 /BPC 8 /CS /G ID \x01 EI Q")
    assert read(written(made)).pictures == 1


def test_what_a_page_inherits_is_written_into_it() -> None:
    made = writer("Diwarisi")
    page, parent = made.pages[0], made.root_object["/Pages"].get_object()
    for key in ("/Resources", "/MediaBox"):
        parent[NameObject(key)] = page.raw_get(key)  # type: ignore[index]
        del page[key]
    bare = read(written(made))
    shown = PdfReader(io.BytesIO(bare.content)).pages[0]
    assert shown.extract_text() == bare.text == "Diwarisi"
    assert shown.mediabox.width == 300


def test_a_circle_of_pages_comes_to_an_end() -> None:
    made = writer()
    resources = made.pages[0]["/Resources"]
    resources[NameObject("/ExtGState")] = ArrayObject([made._add_object(resources)])  # type: ignore[index]
    assert read(written(made)).text == "Panen raya di kebun"


def test_a_password_is_asked_for_in_words() -> None:
    made = writer()
    made.encrypt("sandi", algorithm="AES-256")
    with pytest.raises(Locked):
        read(written(made))


def test_a_document_that_only_may_not_be_changed_is_taken() -> None:
    made = writer()
    made.encrypt("", "pemilik", algorithm="AES-256")
    bare = read(written(made))
    assert bare.text == "Panen raya di kebun"
    assert not PdfReader(io.BytesIO(bare.content)).is_encrypted


def test_a_hundred_pages_and_no_more() -> None:
    assert len(PdfReader(io.BytesIO(read(written(writer(*"x" * 100))).content)).pages) == 100
    with pytest.raises(TooLong, match="100"):
        read(written(writer(*"x" * 101)))


def test_no_page_is_no_document() -> None:
    with pytest.raises(Broken):
        read(written(PdfWriter()))


def test_a_document_may_begin_behind_something_else() -> None:
    assert read(b"\xef\xbb\xbf\n" + written(writer("Awal"))).text == "Awal"


def test_the_same_document_is_kept_as_the_same_bytes() -> None:
    content = written(pages.telling())
    assert read(content).checksum == read(content).checksum
