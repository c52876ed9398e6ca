"""Who is named in a text, and by what office."""

import random

import pytest

from newsroom.safeguards import Field, Level, Matter, check
from newsroom.safeguards.names import Census, census_of
from newsroom.safeguards.names.disguise import spots
from newsroom.safeguards.names.standing import Part
from newsroom.safeguards.reading import Reading


def census(*texts: str) -> Census:
    """The census of several texts, all of them bodies."""
    return census_of([Reading("body", text) for text in texts], ())


def named(text: str) -> list[str]:
    """The names in a text that are surely names."""
    one = census(text)
    (sheet,) = one.sheets
    return [name.text for name in sheet.names if not one.doubted(sheet, name)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dimas Pratama membaca puisi.", ["Dimas Pratama"]),
        ("Ia memeluk M. Rizal Anwar.", ["M. Rizal Anwar"]),
        ("Ia memeluk Ahmad bin Saleh.", ["Ahmad bin Saleh"]),
        ("Ia memeluk I Gusti Ngurah Arta.", ["I Gusti Ngurah Arta"]),
        ("Ia memeluk Ni Luh Sari.", ["Ni Luh Sari"]),
        ("Ia memeluk Anak Agung Gede Raka.", ["Anak Agung Gede Raka"]),
        ("DIMAS PRATAMA TAMPIL MEMUKAU", ["DIMAS PRATAMA"]),
        ("Ia menemui dimas di aula.", ["dimas"]),
        ("Hadir Kepala Dinas Pendidikan Kota Palangka Raya.", []),
        ("Kegiatan di Masjid At-Taubah pada Hari Anak Nasional.", []),
        ("Sinergi Merajut Citra Pemasyarakatan yang Berdampak", []),
        ("Kejaksaan Negeri Purwakarta dan Polres Garut hadir.", []),
        ("Mereka menyanyikan “Senandung Rindu Pagi” bersama.", []),
        ("Seekor sapi bernama Mangmang dipamerkan.", []),
        ("Senin, 4 Mei 2026, di Jalan Jenderal Sudirman.", []),
    ],
)
def test_names_are_told_from_other_capital_words(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Kepala LPKA Kelas II Palangka Raya, Suwarto, hadir.", Part.OFFICIAL),
        ("Suwarto, Kepala LPKA Palangka Raya, hadir.", Part.OFFICIAL),
        ("Suwarto selaku instruktur hadir.", Part.OFFICIAL),
        ("Suwarto, S.H., M.H., hadir.", Part.OFFICIAL),
        ("Suwarto dari Dinas Sosial hadir.", Part.OFFICIAL),
        ("Pendongeng Suwarto hadir.", Part.OFFICIAL),
        ("Petugas memuji Suwarto.", Part.NOBODY),
        ("Kepala LPKA menyerahkan piala kepada Suwarto.", Part.NOBODY),
        ("Bersama Kepala LPKA, Suwarto menanam pohon.", Part.NOBODY),
        ("Perwakilan Anak Binaan, Suwarto, hadir.", Part.CHILD),
        ("Suwarto, salah satu Anak Binaan, hadir.", Part.CHILD),
        ("Suwarto yang memerankan jaksa hadir.", Part.NOBODY),
        ("Ketua kelas, Suwarto, hadir.", Part.CHILD),
        ("Narapidana bernama Suwarto hadir.", Part.INMATE),
        ("Suwarto (34), narapidana, hadir.", Part.INMATE),
        ("Orang tua anak, Suwarto, hadir.", Part.RELATIVE),
        ("Suwarto dari SMPN 3 hadir.", Part.PUPIL),
    ],
)
def test_the_words_beside_a_name_say_who_it_is(text: str, part: Part) -> None:
    (sheet,) = census(text).sheets
    assert [one.part for one in sheet.standings] == [part]


def test_who_is_introduced_once_is_known_everywhere() -> None:
    one = census("Kepala LPKA, Asep Saripudin, hadir.", "Asep berterima kasih.")
    assert one.is_introduced(("asep",))
    assert one.is_introduced(("asep", "saripudin"))
    assert not one.is_introduced(("dimas",))


def test_a_middle_name_introduces_nobody() -> None:
    assert not census("Dirjen Sri Puguh Budi Utami hadir.").is_introduced(("budi",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dimas Pratama hadir.", ["Dimas", "Pratama"]),
        ("Hadir Pratama, Dimas.", ["Pratama", "Dimas"]),
        ("d.i.m.a.s hadir", ["d.i.m.a.s"]),
        ("D1m4s hadir", ["D1m4s"]),
        ("Di-\nmas hadir", ["Di-\nmas"]),
        ("Dimasnya kami", ["Dimasnya"]),
        ("Dimaaas!", ["Dimaaas"]),
        ("@dimaspratama07", ["dimaspratama"]),
        ("di masa itu ada dinas", []),
        ("Kardimas berlayar", []),
    ],
)
def test_a_known_name_is_found_in_every_disguise(text: str, told: list[str]) -> None:
    found = sorted(spots("Dimas Pratama", Reading("body", text)))
    assert [text[one.start : one.end] for one in found] == told


@pytest.mark.parametrize("seed", range(4))
def test_whatever_stands_in_a_text_it_is_read_to_the_end(seed: int) -> None:
    """Long and broken texts are judged, never refused."""
    pieces = ["Dimas", "D.", "“", "\n", " ", ",", "LPKA", "ANAK", "16", "\u200b", "@x", "-", "ujar"]
    chance = random.Random(seed)  # noqa: S311
    text = "".join(chance.choices(pieces, k=4000))
    found = check(Matter((Field("body", text),), for_children=True, parts_asked=False))
    assert not [one for one in found if one.rule.endswith("_failed")]


def test_unknown_names_outside_the_gate_are_asked_about_once_and_stop_nothing() -> None:
    text = "Dimas Pratama berkunjung. Dimas senang. Kepala Lapas, Suwarto, hadir."
    found = check(Matter((Field("body", text),), parts_asked=False))
    asked = [one for one in found if one.rule == "unknown_person"]
    assert [(one.excerpt, one.level) for one in asked] == [("Dimas Pratama", Level.WARNING)]
