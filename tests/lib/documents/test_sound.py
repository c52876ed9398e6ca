"""Sound stays as it was, byte for byte; what was written beside it goes."""

import io
import struct
import wave

import pytest

from newsroom.lib import documents
from newsroom.lib.documents import Bare, Broken, Claim, NotSoundAlone
from tests.lib.documents import sounds
from tests.lib.documents.pages import MARKER

_OGG_HEAD = "<4sBBqIII"


def read(content: bytes, name: str = "") -> Bare:
    """The sound as it is kept; it tells nothing."""
    bare = documents.read(io.BytesIO(content), bytes_most=1 << 24, claim=Claim(name))
    assert MARKER.encode() not in bare.content
    assert (bare.text, bare.pictures, bare.format.spoken) == ("", 0, True)
    return bare


def pages(content: bytes) -> list[tuple[int, list[bytes]]]:
    """Number and packets of each Ogg page, its sum looked at."""
    found, at = [], 0
    while at < len(content):
        mark, _v, _f, _g, _s, number, told = struct.unpack_from(_OGG_HEAD, content, at)
        lacing = content[at + 27 : at + 27 + content[at + 26]]
        end = at + 27 + len(lacing) + sum(lacing)
        whole = content[at : at + 22] + bytes(4) + content[at + 26 : end]
        assert (mark, told) == (b"OggS", sounds.ogg_sum(whole))
        packets, rest, size = [], content[at + 27 + len(lacing) : end], 0
        for lace in lacing:
            size += lace
            if lace < 255:
                packets.append(rest[:size])
                rest, size = rest[size:], 0
        found.append((number, packets))
        at = end
    return found


def test_an_mp3_is_its_frames() -> None:
    assert read(sounds.mp3(3)).content == sounds.FRAME * 3


def test_frames_may_have_a_little_between_them() -> None:
    content = sounds.FRAME * 2 + sounds.id3() + sounds.FRAME * 2 + sounds.FRAME[:100]
    assert read(content).content == sounds.FRAME * 4


def test_a_tag_without_sound_is_broken() -> None:
    for content in (sounds.id3(), sounds.id3() + b"<html>", b"\xff\xfb", b"\xff\xfb\xf0\x00" * 99):
        with pytest.raises(Broken):
            read(content)


def test_a_flood_of_half_frames_comes_to_an_end() -> None:
    with pytest.raises(Broken):
        read(b"\xff\xfb\xf0\x00" * 2_000_000)


def test_a_wav_plays_the_same_samples() -> None:
    content = sounds.wav()
    bare = read(content)
    with wave.open(io.BytesIO(bare.content)) as kept:
        assert kept.getframerate() == 8000
        assert kept.readframes(2000) == bytes(range(200)) * 8
    assert int.from_bytes(bare.content[4:8], "little") == len(bare.content) - 8


@pytest.mark.parametrize("size", [0, 0xFFFFFFFF])
def test_a_recorder_may_leave_the_size_open(size: int) -> None:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(100))
    content = out.getvalue()
    opened = content[:40] + struct.pack("<I", size) + content[44:]
    with wave.open(io.BytesIO(read(opened).content)) as kept:
        assert kept.getnframes() == 50


def test_a_wav_without_samples_is_broken() -> None:
    with pytest.raises(Broken):
        read(b"RIFF\x04\x00\x00\x00WAVEfmt \x10\x00\x00\x00" + bytes(16))


@pytest.mark.parametrize("brand", [b"M4A ", b"mp42", b"isom", b"3gp4"])
def test_an_m4a_keeps_its_places(brand: bytes) -> None:
    content = sounds.m4a(brand=brand)
    kept = read(content, "Rekaman 12.m4a").content
    assert len(kept) == len(content)
    assert kept.find(b"SUARA" * 20) == content.find(b"SUARA" * 20)
    assert struct.pack(">I", 3_800_000_000) not in kept
    assert struct.pack(">I", 3_800_000_001) not in kept
    assert b"soun" in kept
    assert b"udta" not in kept


@pytest.mark.parametrize("kind", [b"vide", b"text", b"pict"])
def test_a_film_is_no_sound(kind: bytes) -> None:
    with pytest.raises(NotSoundAlone):
        read(sounds.m4a(kind))


def test_a_box_beyond_the_end_is_broken() -> None:
    for content in (sounds.m4a()[:-40], sounds.box(b"ftyp", b"M4A ") + b"\x00\x00\xff\xffmoov"):
        with pytest.raises(Broken):
            read(content)


@pytest.mark.parametrize("padding", [0, 3, 20_000])
def test_a_voice_note_loses_its_comments_and_plays_on(padding: int) -> None:
    content = sounds.opus(padding=padding)
    kept = pages(read(content, "PTT-20260504-WA0001.opus").content)
    was = pages(content)
    assert [number for number, _packets in kept] == [0, 1, 2, 3, 4]
    assert kept[1][1] == [b"OpusTags" + bytes(8)]
    assert [one for one in kept if one[0] != 1] == [one for one in was if one[0] != 1]


def test_vorbis_keeps_its_set_up() -> None:
    kept = pages(read(sounds.vorbis(), "suara.ogg").content)
    assert kept[1][1] == [b"\x03vorbis" + bytes(8) + b"\x01", b"\x05vorbis" + b"SETUP" * 120]
    assert [number for number, _packets in kept] == [0, 1, 2, 3]


def test_sounds_one_after_the_other_are_all_silent() -> None:
    assert len(pages(read(sounds.opus() + sounds.vorbis()).content)) == 9


def test_a_film_in_ogg_is_no_sound() -> None:
    film = sounds.page(0, b"\x80theora" + bytes(30), flags=2, serial=9)
    with pytest.raises(NotSoundAlone):
        read(film + sounds.opus())


@pytest.mark.parametrize(
    "content",
    [
        sounds.opus()[:-1],
        sounds.page(0, b"OpusHead", flags=2) + sounds.page(1, b"x") + sounds.page(2, b"y"),
        sounds.page(0, b"OpusHead", flags=2),
        b"OggS" + bytes(30),
    ],
)
def test_ogg_that_ends_early_or_has_no_comments_is_broken(content: bytes) -> None:
    with pytest.raises(Broken):
        read(content)
