"""Dates, datelines, signatures and the facility a story is from, one rule at a time."""

from collections.abc import Callable
from datetime import date

import pytest

from facilities.gazetteer import Gazetteer
from newsroom.releases.intake import Intake, bylines, datelines

Read = Callable[..., Intake]

STORY = "Petugas Rutan Kelas IIB Sinjai menggelar pemeriksaan blok hunian {when} di Sinjai."


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("Kamis (13/2/2025)", date(2025, 2, 13)),
        ("Kamis, (13/02/25)", date(2025, 2, 13)),
        ("Kamis ( 13 / 2 / 2025 )", date(2025, 2, 13)),
        ("(13-2-2025)", date(2025, 2, 13)),
        ("Jum'at, 14 Pebruari 2025,", date(2025, 2, 14)),
        ("pada tanggal 14 Feb. 2025", date(2025, 2, 14)),
        ("pada 24 s.d 26 september 2024", date(2024, 9, 24)),
        ("pada 24-26 September 2024", date(2024, 9, 24)),
        ("dari 30 September hingga 2 Oktober 2024", date(2024, 9, 30)),
        ("Selasa-Kamis (24-26/9/2024)", date(2024, 9, 24)),
        ("Rabu ( 16/7 )", date(2025, 7, 16)),
        ("Rabu (16 Juli)", date(2025, 7, 16)),
        ("Kamis (31/2/2025)", None),
        ("Rabu (31/12/1899)", None),
        ("pukul (24.30)", None),
        ("dengan nilai (1/2)", None),
        ("kemarin (16/7)", None),
        ("Kamis (16/7)", None),
        ("Sabtu (16/7)", date(2022, 7, 16)),
        ("Selasa (30/2)", None),
    ],
)
def test_day_of_the_event_is_read_or_left_empty(
    read: Read, when: str, expected: date | None
) -> None:
    assert read(STORY.format(when=when)).event_date == expected


def test_year_follows_from_the_posting_day(read: Read) -> None:
    posted = "Razia di Rutan Sinjai\n2 Januari 2023 09:10\n\n"
    assert read(posted + STORY.format(when="Sabtu (31/12)")).event_date == date(2022, 12, 31)
    assert read(posted + STORY.format(when="kemarin (31/12)")).event_date == date(2022, 12, 31)
    assert read(posted + STORY.format(when="pada Jumat")).event_date == date(2022, 12, 30)
    assert read(posted + STORY.format(when="tadi malam")).event_date is None


def test_marked_date_goes_before_spans_and_history(read: Read) -> None:
    text = (
        "Menurut keputusan tanggal 3 Januari 2018, razia wajib. Rapatnya 10 s.d. 12 Maret 2025. "
        "Petugas Rutan Sinjai menggelarnya Senin (17/3/2025)."
    )
    assert read(text).event_date == date(2025, 3, 17)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SINJAI – Petugas", "Sinjai"),
        ("SINJAI-Petugas", "Sinjai"),
        ("Sinjai. | Petugas", "Sinjai"),
        ("Sinjai: Petugas", "Sinjai"),
        ("Sinjai, INFO_PAS - Petugas", "Sinjai"),
        ("Sinjai, INFO_PAS. Petugas", "Sinjai"),
        ("MMCSulsel - BANDA ACEH - Petugas", "Banda Aceh"),
        ("KABARSATU.COM, PALANGKARAYA — Petugas", "Palangka Raya"),
        ("Jakarta (ANTARA) - Petugas", "Jakarta"),
        ("Sinjai, Kamis (13/2/2025) -- Petugas", "Sinjai"),
        ("Sinjai, 13/2/2025. Petugas", "Sinjai"),
        ("PULANG PISAU – Petugas", "Pulang Pisau"),
        ("kabarID – Petugas", ""),
        ("WARTASATU - Petugas", ""),
    ],
)
def test_dateline_gives_its_place_and_leaves_the_story(
    gazetteer: Gazetteer, text: str, place: str
) -> None:
    found = datelines.split(f"{text} memeriksa blok hunian.", gazetteer.cities)
    assert (found.place, found.story) == (place, "Petugas memeriksa blok hunian.")


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Rutan – Andi – memimpin apel pagi.",
        "Media gathering - acara tahunan - digelar lagi.",
        "Sinjai, kota di selatan, menyambut tamu.",
        "“Kami siap – selalu,” katanya.",
        "SINJAI –",
    ],
)
def test_sentence_with_a_dash_is_no_dateline(gazetteer: Gazetteer, text: str) -> None:
    assert datelines.split(text, gazetteer.cities).story == text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Kontributor : HUMAS RUTAN SINJAI", ["HUMAS RUTAN SINJAI"]),
        ("Kontribusi dari Humas Sinjai, 3 Maret 2025 08:00, Dibaca 9 kali.", ["Humas Sinjai"]),
        ("Laporan : Wati", ["Wati"]),
        ("Penulis: Wati | Editor: Joko", ["Wati", "Joko"]),
        ("Reporter: Wati dan Joko", ["Wati", "Joko"]),
        ("Laporan : Wati / Foto : Joko", ["Wati"]),
        ("By admin", []),
        ("Oleh: Dr. Wati Lestari, S.H., M.H.", ["Dr. Wati Lestari, S.H., M.H."]),
        ("Laporan keuangan diserahkan tepat waktu.", []),
        ("Oleh karena itu semua petugas wajib hadir: " + "tertib " * 20, []),
    ],
)
def test_labels_name_who_signs(line: str, names: list[str]) -> None:
    assert bylines.labelled(line) == names


@pytest.mark.parametrize(
    ("paragraph", "text", "names"),
    [
        ("Semua tertib. (wt)", "Semua tertib.", ["wt"]),
        ("Semua tertib,” tutupnya.(wt/jk)", "Semua tertib,” tutupnya.", ["wt", "jk"]),
        ("Semua tertib. (Humas Rutan Sinjai).", "Semua tertib.", ["Humas Rutan Sinjai"]),
        ("Semua tertib. [hms/01]", "Semua tertib.", ["hms"]),
        ("Semua tertib. (*)", "Semua tertib.", []),
        ("Semua tertib. (adv)", "Semua tertib.", []),
        ("Semua tertib ***", "Semua tertib ***", []),
        ("Semua Warga Binaan Pemasyarakatan (WBP)", None, []),
        ("Razia digelar pada Kamis. (13/2/2025)", None, []),
    ],
)
def test_initials_at_the_end_sign_a_story(
    paragraph: str, text: str | None, names: list[str]
) -> None:
    assert bylines.signature(paragraph) == (text or paragraph, names)


def _facility(found: Intake) -> str:
    return found.facility.name if found.facility else ""


def test_story_is_from_its_subject_not_from_its_host(read: Read) -> None:
    found = read(
        "Petugas LPKA Kelas I Blitar mengikuti pelatihan di Lapas Kelas I Malang pada Senin. "
        "Lapas Kelas I Malang menyediakan ruang kelas.\nPelatihan berlangsung tiga hari."
    )
    assert _facility(found) == "LPKA Kelas I Blitar"


def test_signature_outweighs_repetition(read: Read) -> None:
    found = read(
        "Kunjungan kerja berlangsung di Lapas Malang. Lapas Malang menyambut tamunya dengan baik "
        "dan Lapas Malang berterima kasih.\n(Humas Rutan Sinjai)"
    )
    assert _facility(found) == "Rutan Kelas IIB Sinjai"


def test_two_that_act_together_are_both_offered(read: Read) -> None:
    found = read(
        "Petugas Lapas Kelas I Malang dan LPKA Kelas I Blitar menggelar razia bersama pada Senin. "
        "Tidak ada barang terlarang yang ditemukan."
    )
    assert found.facility is None
    assert [each.name for each in found.candidates] == [
        "Lapas Kelas I Malang",
        "LPKA Kelas I Blitar",
    ]


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Lapas Tangerang", ["Lapas Kelas I Tangerang", "Lapas Kelas IIA Tangerang"]),
        ("Lapas Kelas IIB Tobelu", ["Lapas Kelas IIB Tobelo"]),
        ("kantor kecamatan", []),
    ],
)
def test_uncertain_facility_stays_empty_with_candidates(
    read: Read, name: str, candidates: list[str]
) -> None:
    found = read(f"Kegiatan penyuluhan kesehatan digelar di {name} pada Senin pagi bersama dokter.")
    assert found.facility is None
    assert "facility" in found.missing
    assert [each.name for each in found.candidates] == candidates


def test_former_name_leads_to_the_facility(read: Read) -> None:
    found = read("Rutan Kelas IIB Batang membagikan bibit pohon kepada warga sekitar pada Senin.")
    assert _facility(found) == "Lapas Kelas IIB Batang"
