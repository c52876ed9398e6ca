"""Whatever is sent: a bare document, or a sentence that says what to do."""

import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsroom.lib import documents
from newsroom.lib.documents import FORMATS, Bare, Claim, Disguised, NotTaken, TooHeavy, Unusable
from tests.lib.documents import pages, sounds

WHOLE = {
    "PDF": pages.written(pages.telling()),
    "DOCX": pages.word(**{"word/media/image1.jpeg": pages.photo()}),
    "MP3": sounds.mp3(),
    "M4A": sounds.m4a(),
    "OGG": sounds.opus(),
    "WAV": sounds.wav(),
}


def read(content: bytes, claim: Claim | None = None, most: int = 1 << 24) -> Bare:
    """The document as it is kept."""
    return documents.read(io.BytesIO(content), bytes_most=most, claim=claim)


def outcome(content: bytes) -> Bare | Unusable:
    """What came of it; any other exception goes through."""
    try:
        return read(content)
    except Unusable as reason:
        return reason


@pytest.mark.parametrize("name", list(WHOLE))
def test_each_format_is_known_by_its_bytes(name: str) -> None:
    bare = read(WHOLE[name])
    assert bare.format.name == name
    assert read(bare.content).content == bare.content  # what is bare stays as it is


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_every_name_and_type_a_format_travels_under_is_taken(one: documents.Format) -> None:
    for suffix in one.suffixes:
        for content_type in ("", "application/octet-stream", *one.content_types):
            claim = Claim(f"Berkas{suffix.upper()}", content_type)
            assert read(WHOLE[one.name], claim).format is one


@pytest.mark.parametrize(
    ("name", "claim"),
    [
        ("PDF", Claim("surat.docx")),
        ("DOCX", Claim("surat.pdf")),
        ("DOCX", Claim("surat.docm")),
        ("MP3", Claim("suara.wav")),
        ("OGG", Claim("suara.ogg", "text/html")),
        ("M4A", Claim("suara.m4a", "image/jpeg")),
    ],
)
def test_a_disguise_is_named(name: str, claim: Claim) -> None:
    with pytest.raises(Disguised, match=name):
        read(WHOLE[name], claim)


@pytest.mark.parametrize(
    "content", [b"", b"MZ\x90", b"<html>", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0"]
)
def test_anything_else_is_not_taken(content: bytes) -> None:
    with pytest.raises(NotTaken, match="PDF, DOCX, MP3, M4A, OGG"):
        read(content)


def test_what_weighs_too_much_is_not_read() -> None:
    with pytest.raises(TooHeavy):
        read(WHOLE["PDF"], most=100)


_HEADS = [b"%PDF-1.7\n", b"PK\x03\x04", b"ID3\x04", b"\xff\xfb\x90", b"OggS", b"RIFF\0\0\0\0WAVE",
          b"\0\0\0\x18ftypM4A "]  # fmt: skip


@given(head=st.sampled_from(_HEADS), rest=st.binary(max_size=400))
@settings(deadline=None, max_examples=150)
def test_any_bytes_are_bare_or_unusable(head: bytes, rest: bytes) -> None:
    assert isinstance(outcome(head + rest), (Bare, Unusable))


@given(name=st.sampled_from(sorted(WHOLE)), cut=st.floats(0, 1), put=st.binary(max_size=12))
@settings(deadline=None, max_examples=150)
@example(name="PDF", cut=0.5, put=b"")
def test_a_file_cut_or_changed_anywhere_is_bare_or_unusable(
    name: str, cut: float, put: bytes
) -> None:
    whole = WHOLE[name]
    at = int(len(whole) * cut)
    assert isinstance(outcome(whole[:at]), (Bare, Unusable))
    assert isinstance(outcome(whole[:at] + put + whole[at + len(put) :]), (Bare, Unusable))
