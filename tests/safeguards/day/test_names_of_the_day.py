"""Ministry, regional office, office holder, programme and unit are those of the day."""

from dataclasses import replace
from datetime import date

import pytest

from facilities.known import Dated, Holder, Since
from newsroom.safeguards import Level, check
from newsroom.safeguards.rules.day import DAY
from tests.safeguards.day.judging import LPKA, MONDAY, PURWAKARTA, TOBELO, found, matter, mended

OLD = date(2020, 2, 27)
RAKOR = date(2024, 9, 25)


@pytest.mark.parametrize(
    ("day", "text", "right"),
    [
        (MONDAY, "Kementerian Hukum dan HAM", "Kementerian Imigrasi dan Pemasyarakatan"),
        (MONDAY, "Kementerian Hukum dan Hak Asasi Manusia",
         "Kementerian Imigrasi dan Pemasyarakatan"),
        (MONDAY, "Kemenkumham", "Kemenimipas"),
        (MONDAY, "Menteri Hukum dan HAM", "Menteri Imigrasi dan Pemasyarakatan"),
        (MONDAY, "Menkumham", "Menimipas"),
        (MONDAY, "Kanwil Kemenkumham", "Kanwil Ditjenpas"),
        (MONDAY, "Kantor Wilayah Kementerian Hukum dan HAM",
         "Kantor Wilayah Direktorat Jenderal Pemasyarakatan"),
        (OLD, "Kemenimipas", "Kemenkumham"),
        (OLD, "Kanwil Ditjenpas", "Kanwil Kemenkumham"),
    ],
)  # fmt: skip
def test_an_authority_of_another_time_is_pointed_out(day: date, text: str, right: str) -> None:
    assert mended("authorities", f"Arahan {text} disambut baik.", day=day) == [(text, right)]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (MONDAY, "Arahan Kementerian Imigrasi dan Pemasyarakatan disambut baik."),
        (MONDAY, "Kerja sama dengan Kementerian Hukum dan Kementerian HAM dilanjutkan."),
        (MONDAY, "Kanwil Kemenkum Jawa Barat hadir."),
        (MONDAY, "Kemenimipas adalah pecahan dari Kemenkumham."),
        (MONDAY, "Dahulu gedung itu milik Kemenkumham."),
        (MONDAY, "Peraturan Menteri Hukum dan HAM Nomor 7 Tahun 2022 dibacakan."),
        (MONDAY, "Permenkumham itu dibacakan; lihat kemenkumham.go.id dan info@kemenkumham.id."),
        (MONDAY, "“Kami dulu di Kemenkumham, Kementerian Hukum dan HAM,” katanya."),
        (date(2024, 10, 20), "Kemenkumham dan Kemenimipas disebut."),
        (date(2024, 11, 20), "Kanwil Kemenkumham dan Kanwil Ditjenpas disebut."),
        (OLD, "Arahan Kementerian Hukum dan HAM RI."),
    ],
)
def test_authorities_of_the_day_and_those_of_history_pass(day: date, text: str) -> None:
    assert mended("authorities", text, day=day) == []


@pytest.mark.parametrize(
    ("day", "text", "slip"),
    [
        (MONDAY, "Dirjenpas Sri Puguh Budi Utami hadir.", ("Sri Puguh Budi Utami", "Mashudi")),
        (MONDAY, "Direktur Jenderal Pemasyarakatan (Dirjenpas), Reynhard Silitonga, hadir.",
         ("Reynhard Silitonga", "Mashudi")),
        (MONDAY, "Dirjenpas Masyhudi hadir.", ("Masyhudi", "Mashudi")),
        (MONDAY, "Menteri Imigrasi dan Pemasyarakatan, Agus Andriyanto, hadir.",
         ("Andriyanto", "Andrianto")),
        (MONDAY, "Dirjen Pemasyarakatan, Budi Santoso, hadir.", ("Budi Santoso", "Mashudi")),
        (RAKOR, "Dirjenpas Reynhard Silitonga membuka rapat.", ("Dirjenpas", "Plt. Dirjenpas")),
        (RAKOR, "Plh. Dirjenpas Reynhard Silitonga membuka rapat.",
         ("Plh. Dirjenpas", "Plt. Dirjenpas")),
        (MONDAY, "Plt. Dirjenpas Mashudi membuka rapat.", ("Plt. Dirjenpas", "Dirjenpas")),
        (OLD, "Menteri Hukum dan HAM Supratman Andi Agtas hadir.",
         ("Supratman Andi Agtas", "Yasonna H. Laoly")),
        (MONDAY, "Sri Puguh Budi Utami selaku Dirjenpas memberi arahan.",
         ("Sri Puguh Budi Utami", "Mashudi")),
    ],
)  # fmt: skip
def test_a_national_holder_of_another_time_is_pointed_out(
    day: date, text: str, slip: tuple[str, str]
) -> None:
    assert mended("office_holders", text, day=day) == [slip]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Kepala LPKA Kelas II Palangka Raya, Suwarto, hadir.", ("Suwarto", "Mubasirudin")),
        ("Kepala LPKA Palangka Raya Mubasiruddin hadir.", ("Mubasiruddin", "Mubasirudin")),
        ("Kepala LPKA, Bambang Irawan, hadir.", ("Bambang Irawan", "Mubasirudin")),
    ],
)
def test_the_head_of_the_unit_is_the_one_of_the_day(text: str, slip: tuple[str, str]) -> None:
    assert mended("office_holders", text, LPKA, OLD) == [slip]


@pytest.mark.parametrize(
    ("facility", "day", "text"),
    [
        (LPKA, OLD, "Kepala LPKA Kelas II Palangka Raya, Mubasirudin, SH, hadir."),
        (LPKA, date(2026, 1, 5), "Kepala LPKA Palangka Raya, Suwarto, hadir."),  # nobody is known
        (LPKA, OLD, "Kepala LPKA Kelas I Tangerang, Suwarto, hadir."),
        (LPKA, OLD, "Kepala LPKA, Kamis (27/2/2020), membuka acara."),
        (LPKA, OLD, "Kepala LPKA Palangka Raya Dukung Program"),
        (LPKA, OLD, "Mantan Kepala LPKA Palangka Raya, Suwarto, hadir."),
        (LPKA, OLD, "“Kepala LPKA Suwarto yang mengajari kami,” katanya."),
        (PURWAKARTA, OLD, "Pelaksana Harian Kalapas Purwakarta, Asep Saripudin, hadir."),
        (PURWAKARTA, OLD, "Plh. Kalapas Asep Saripudin hadir. Kalapas Asep berpesan."),
        (PURWAKARTA, OLD, "Kalapas Purwakarta mengapresiasi Budi Santoso dari media."),
        (PURWAKARTA, OLD, "Kalapas Narkotika Bandung, Dedi Kurnia, hadir."),
        (PURWAKARTA, MONDAY, "Direktur Jenderal Pemasyarakatan, Brigjen Pol. Drs. Mashudi, hadir."),
        (PURWAKARTA, MONDAY, "Dirjenpas Kementerian Imigrasi dan Pemasyarakatan hadir."),
        (PURWAKARTA, MONDAY, "Menteri Imigrasi dan Pemasyarakatan, Agus Andrianto, hadir."),
        (PURWAKARTA, MONDAY, "Wakil Menteri Imigrasi dan Pemasyarakatan Silmy Karim hadir."),
        (PURWAKARTA, MONDAY, "Menteri Hukum Supratman Andi Agtas hadir."),
        (PURWAKARTA, MONDAY, "Dirjenpas sebelumnya, Sri Puguh Budi Utami, dikenang."),
        (PURWAKARTA, RAKOR, "Pelaksana Tugas (Plt.) Direktur Jenderal Pemasyarakatan (Dirjenpas), "
         "Reynhard Silitonga, hadir."),
        (PURWAKARTA, date(2024, 3, 1), "Dirjenpas Mashudi hadir."),  # nobody is known
    ],
)  # fmt: skip
def test_holders_of_the_day_and_words_that_name_none_pass(
    facility: str, day: date, text: str
) -> None:
    assert mended("office_holders", text, facility, day) == []


def test_staff_may_add_the_head_of_the_region() -> None:
    story = matter(TOBELO, MONDAY, body="Kakanwil Ditjenpas Maluku Utara, Beni Ujian, hadir.")
    head = Holder("Ani Ujian", "Kepala Kantor Wilayah", "region", since=Since(date(2026, 1, 1)))
    assert story.known is not None
    told = replace(story, known=replace(story.known, holders=(head,)))
    assert [one.excerpt for one in check(told, DAY)] == ["Beni Ujian"]


@pytest.mark.parametrize(
    ("day", "text", "excerpt"),
    [
        (OLD, "Kegiatan mendukung 13 Program Akselerasi.", "13 Program Akselerasi"),
        (MONDAY, "Kegiatan mendukung tiga belas program akselerasi.",
         "tiga belas program akselerasi"),
        (MONDAY, "Capaian Resolusi Pemasyarakatan Tahun 2020 dipaparkan.",
         "Resolusi Pemasyarakatan Tahun 2020"),
        (date(2025, 6, 2), "Kegiatan mendukung 15 Program Aksi.", "15 Program Aksi"),
    ],
)  # fmt: skip
def test_a_programme_outside_its_time_is_pointed_out(day: date, text: str, excerpt: str) -> None:
    assert [one.excerpt for one in found("programmes", day=day, body=text)] == [excerpt]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (OLD, "Capaian Resolusi Pemasyarakatan 2020 dipaparkan."),
        (date(2025, 6, 2), "Kegiatan mendukung 13 Program Akselerasi."),
        (MONDAY, "Kegiatan mendukung 15 Program Aksi."),
        (MONDAY, "Seperti 13 Program Akselerasi tahun lalu, panen digelar."),
        (MONDAY, "Program akselerasi belajar dibuka."),
    ],
)
def test_programmes_in_their_time_pass(day: date, text: str) -> None:
    assert mended("programmes", text, day=day) == []


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Lapas Kelas IIA Purwakarta panen.", ("IIA", "IIB")),
        ("Kalapas Kelas III Purwakarta hadir.", ("III", "IIB")),
        ("Lembaga Pemasyarakatan (Lapas) Kelas II A Purwakarta panen.", ("II A", "IIB")),
    ],
)
def test_another_class_than_the_units_is_pointed_out(text: str, slip: tuple[str, str]) -> None:
    assert mended("own_class", text) == [slip]


@pytest.mark.parametrize(
    ("facility", "text"),
    [
        (PURWAKARTA, "Lapas Kelas IIB Purwakarta dan Lapas Kelas II B Purwakarta panen."),
        (PURWAKARTA, "Lapas Kelas IIA Karawang panen."),
        (PURWAKARTA, "Sebelumnya Lapas Kelas III Purwakarta."),
        ("Lapas Kelas I Semarang", "Lapas Perempuan Kelas IIA Semarang hadir."),
        (
            "Lapas Kelas I Tangerang",
            "Lapas Kelas IIA Tangerang dan Lapas Pemuda Kelas IIA Tangerang.",
        ),
    ],
)
def test_right_classes_and_other_units_pass(facility: str, text: str) -> None:
    assert found("own_class", facility, body=text) == []


def test_a_former_name_is_a_word_until_its_date_is_known() -> None:
    text = "Rutan Kelas IIB Batang panen. Rutan Batang gembira."
    story = matter("Lapas Batang", MONDAY, body=text)
    said = [one for one in check(story, DAY) if one.rule == "former_names"]
    assert [(one.level, one.replacements[0]) for one in said] == [
        (Level.SUGGESTION, "Lapas Kelas IIB Batang"),
        (Level.SUGGESTION, "Lapas Batang"),
    ]
    assert story.known is not None
    since = Since(valid_to=date(2019, 1, 1))
    official = tuple(
        Dated(one.name, since=since) if one.name.startswith("Rutan") else one
        for one in story.known.official
    )
    dated = replace(story, known=replace(story.known, official=official))
    assert {one.level for one in check(dated, DAY)} == {Level.WARNING}
    then = replace(dated, event_date=date(2018, 1, 1), today=date(2018, 1, 1))
    assert [one for one in check(then, DAY) if one.rule == "former_names"] == []
