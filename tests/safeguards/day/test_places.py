"""Zone labels, datelines and misspelt places."""

from dataclasses import replace
from datetime import date

import pytest

from newsroom.safeguards import Level, check
from newsroom.safeguards.rules.day import DAY
from tests.safeguards.day.judging import LPKA, MONDAY, PURWAKARTA, TOBELO, found, matter, mended


@pytest.mark.parametrize(
    ("facility", "text", "slip"),
    [
        (TOBELO, "Apel dimulai pukul 08.00 WIB di lapangan.", ("WIB", "WIT")),
        (TOBELO, "Apel dimulai pukul 08:00 Wita di lapangan.", ("Wita", "WIT")),
        (TOBELO, "Apel pukul 08.00-09.30 WITA di Tobelo.", ("WITA", "WIT")),
        (PURWAKARTA, "Apel pukul 8 WIT di lapangan.", ("WIT", "WIB")),
    ],
)
def test_a_label_of_another_zone_is_pointed_out(
    facility: str, text: str, slip: tuple[str, str]
) -> None:
    assert mended("zones", text, facility) == [slip]


@pytest.mark.parametrize(
    ("facility", "text"),
    [
        (TOBELO, "Apel dimulai pukul 08.00 WIT."),
        (TOBELO, "Pengarahan pukul 10.00 WIB atau 12.00 WIT diikuti dari aula."),
        (TOBELO, "Upacara di Jakarta dimulai pukul 10.00 WIB."),
        (TOBELO, "Pengarahan Dirjenpas secara daring dimulai pukul 10.00 WIB."),
        (TOBELO, "Rombongan berangkat dari Makassar pukul 10.00 WITA."),
        (TOBELO, "Rombongan dari Pangkalan Bun berangkat pukul 10.00 WIB."),
        (TOBELO, "Zona WIB, WITA, dan WIT dijelaskan."),
        (PURWAKARTA, "Menurut Wita, 20 peserta hadir."),
    ],
)
def test_right_labels_and_times_of_other_places_pass(facility: str, text: str) -> None:
    assert mended("zones", text, facility) == []


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Lapas Kelas IIB Purwakrta panen.", ("Purwakrta", "Purwakarta")),
        ("Lapas Purwakerta panen.", ("Purwakerta", "Purwakarta")),
        ("LAPAS PURWAKRTA PANEN", ("PURWAKRTA", "PURWAKARTA")),
        ("PURWAKRTA-Lembaga itu panen.", ("PURWAKRTA", "PURWAKARTA")),
        ("Bupati Purwakartra hadir.", ("Purwakartra", "Purwakarta")),
        ("Kalapas Bandanaria hadir.", ("Bandanaria", "Bandanaira")),
        ("Rutan Kelas IIB Batusangakr hadir.", ("Batusangakr", "Batusangkar")),
        ("Rombongan dari Kabupaten Karawng hadir.", ("Karawng", "Karawang")),
        ("Lapas Palangka Rya hadir.", ("Palangka Rya", "Palangka Raya")),
        ("Rombongan berangkat ke Banjarmasn pagi ini.", ("Banjarmasn", "Banjarmasin")),
    ],
)
def test_a_place_one_or_two_letters_off_is_pointed_out(text: str, slip: tuple[str, str]) -> None:
    assert mended("near_names", text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "Lapas Purwakarta, Lapas Porong, Rutan Medaeng, dan Lapas Palangkaraya hadir.",
        "Lapas Tanjung Gusta, Lapas Nusakambangan, Lapas Way Kanan, dan Lapas Metro hadir.",
        "Purwanto, Purwandari, Karawita, dan Bandungan hadir di Desa Kalianget.",
        "Peserta datang dari Sukamaju, dari Tanjungsari, dan dari Wonosalam.",
        "Lapas Terbuka Kendal dan LPKA Martapura hadir.",
        "Lembaga Pemasyarakatan Indonesia dan Lapas Gelar Panen.",
        "Siswi asal Malaka dan Kota Solo hadir.",
        "Kabupaten Bone Bolango dan Kabupaten Banggai Laut hadir.",
    ],
)
def test_registered_places_other_words_and_people_pass(text: str) -> None:
    assert mended("near_names", text) == []


def test_a_misspelt_dateline_is_pointed_out_and_the_units_dictionary_is_respected() -> None:
    story = matter(PURWAKARTA, MONDAY, dateline_place="Purwakrta", caption="di Lapas Purwakrta")
    places = [one.place for one in check(story, DAY)]
    assert places == ["dateline_place", "photos.0.caption"]
    known = frozenset({"purwakrta"})
    assert check(replace(story, dictionary=known), DAY) == []


@pytest.mark.parametrize(
    ("texts", "level"),
    [
        ({"dateline_place": "Balikpapan"}, Level.WARNING),
        ({"lead": "BALIKPAPAN - Lapas panen."}, Level.WARNING),
        ({"lead": "BALIKPAPAN, INFO_PAS - Lapas panen."}, Level.WARNING),
        ({"lead": "Balikpapan, INFO_PAS. Lapas panen."}, Level.WARNING),
        ({"lead": "BERITAUJI, BALIKPAPAN – Lapas panen."}, Level.WARNING),
        ({"dateline_place": "Jakarta", "body": "Dirjenpas membuka rapat."}, Level.SUGGESTION),
        ({"dateline_place": "Jakarta", "body": "Lapas panen."}, Level.WARNING),
        ({"dateline_place": "Balikpapan", "body": "Rapat digelar di Balikpapan."}, None),
        ({"dateline_place": "Samarinda"}, None),
        ({"dateline_place": "Kota Samarinda"}, None),
        ({"dateline_place": "Bayur"}, None),
        ({"dateline_place": "Desa Ujian"}, None),
        ({"lead": "SAMARINDA-Lapas panen."}, None),
        ({"lead": "PKBM - Lapas panen."}, None),
    ],
)
def test_a_dateline_from_elsewhere_is_asked_about(
    texts: dict[str, str], level: Level | None
) -> None:
    said = found("dateline", "Lapas Kelas IIA Samarinda", **texts)
    assert [one.level for one in said] == ([level] if level else [])


def test_the_replacement_of_a_dateline_keeps_its_capitals() -> None:
    assert mended("dateline", "BALIKPAPAN - Lapas panen.", LPKA, date(2026, 5, 4), "lead") == [
        ("BALIKPAPAN", "PALANGKA RAYA")
    ]
