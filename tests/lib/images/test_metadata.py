"""Published files say whose they are and what they show, in the trade's own tags, and no more."""

import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image, IptcImagePlugin

from newsroom.lib import images
from tests.lib.images import samples
from tests.lib.images.test_reading import segments

TAGS = images.Tags(
    creator="Humas Lapas Contoh",
    credit="Lapas Contoh & Mitra",
    copyright="© 2026 <Contoh>",
    caption="Panen sayur di kebun – «enak».",
    alt="Dua petugas memegang keranjang.",
)
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}


@pytest.fixture(params=["avif", "webp", "jpg"])
def extension(request):
    return request.param


def written(tags, extension):
    made = images.renditions(samples.jpeg(), tags=tags)
    return next(one.content for one in made if one.extension == extension)


def xmp_of(content):
    packet = Image.open(io.BytesIO(content)).info["xmp"].decode()
    body = re.sub(r"<\?xpacket.*?\?>", "", packet)
    description = ElementTree.fromstring(body).find(".//rdf:Description", NAMES)  # noqa: S314
    assert description is not None
    return {
        f"{prefix}:{child.tag.rpartition('}')[2]}": "".join(child.itertext())
        for child in description
        for prefix, address in NAMES.items()
        if child.tag.startswith("{" + address)
    }


def iim_of(content):
    found = IptcImagePlugin.getiptcinfo(Image.open(io.BytesIO(content)))
    assert found is not None
    return found


def test_xmp_of_every_format_says_all_five(extension):
    assert xmp_of(written(TAGS, extension)) == {
        "dc:creator": TAGS.creator,
        "dc:rights": TAGS.copyright,
        "dc:description": TAGS.caption,
        "photoshop:Credit": TAGS.credit,
        "Iptc4xmpCore:AltTextAccessibility": TAGS.alt,
    }


def test_a_jpeg_says_it_to_systems_that_read_only_iim():
    assert iim_of(written(TAGS, "jpg")) == {
        (1, 90): b"\x1b%G",
        (2, 0): b"\x00\x04",
        (2, 80): TAGS.creator.encode(),
        (2, 110): TAGS.credit.encode(),
        (2, 116): TAGS.copyright.encode(),
        (2, 120): TAGS.caption.encode(),
    }


def test_fields_of_iim_end_at_their_limits_with_a_whole_letter():
    long = images.Tags(creator="é" * 100, credit="a" + "é" * 100, caption="😀" * 3000)
    found = iim_of(written(long, "jpg"))

    assert found[2, 80].decode() == "é" * 16
    assert found[2, 110].decode() == "a" + "é" * 15
    assert found[2, 120].decode() == "😀" * 500
    assert (2, 116) not in found


def test_markup_and_control_characters_cannot_break_out(extension):
    nasty = images.Tags(
        caption='</rdf:li><x y="1">&amp;\x00\x01\ud800\u202e\ufffe]]>',
        alt="satu\r\ndua\ttiga",
    )
    said = xmp_of(written(nasty, extension))

    assert said["dc:description"] == '</rdf:li><x y="1">&amp;]]>'
    assert said["Iptc4xmpCore:AltTextAccessibility"] == "satu dua tiga"


@pytest.mark.parametrize("tags", [None, images.Tags(), images.Tags(alt=" \n\x00")])
def test_without_tags_nothing_is_written(extension, tags):
    content = written(tags, extension)
    for trace in (b"xmp", b"Photoshop", b"8BIM", b"xpacket"):
        assert trace not in content


def test_nothing_but_the_tags_is_written(extension):
    master = samples.talkative_jpeg()
    made = next(
        one.content for one in images.renditions(master, tags=TAGS) if one.extension == extension
    )
    marks = (samples.SECRET, b"Exif", b"ICC_PROFILE", b"EXIF", b"ICCP", b"GPS", b"prof")
    for trace in marks:
        assert trace not in made
    if extension == "jpg":
        allowed = {0xE0, 0xE1, 0xED, 0xDB, 0xC2, 0xC4, 0xDA}
        assert segments(made) <= allowed
        assert made.count(b"http://ns.adobe.com/xap/1.0/\x00") == 1


def test_the_longest_texts_fit_into_a_jpeg():
    long = images.Tags(*["&" * 100_000] * 5)
    assert len(xmp_of(written(long, "jpg"))["dc:description"]) == 2000
