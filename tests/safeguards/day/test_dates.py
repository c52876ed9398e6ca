"""Weekdays agree with their dates, dates exist, and the day told is the day of the event."""

from datetime import date

import pytest

from newsroom.safeguards import Level, check
from newsroom.safeguards.rules.day import DAY
from tests.safeguards.day.judging import MONDAY, PURWAKARTA, found, matter, mended

LEAP = date(2020, 2, 27)  # a Thursday


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Rabu (27/2/2020)", "Kamis (27/2/2020)"),
        ("Rabu ( 27/2 )", "Kamis ( 27/2 )"),
        ("rabu, 27 februari 2020", "kamis, 27 februari 2020"),
        ("RABU, 27 FEBRUARI 2020", "KAMIS, 27 FEBRUARI 2020"),
        ("Jum'at, (27/02/2020)", "Kamis, (27/02/2020)"),
        ("Rabu pagi, tanggal 27 Feb. 2020", "Kamis pagi, tanggal 27 Feb. 2020"),
        ("Minggu, 27.02.2020", "Kamis, 27.02.2020"),
        ("Ahad 27-02-2020", "Kamis 27-02-2020"),
        ("Senin (24 s.d. 26 September 2024)", "Selasa (24 s.d. 26 September 2024)"),
        ("Senin-Rabu (24-26/9/2024)", "Selasa-Kamis (24-26/9/2024)"),
        ("Senin hingga Kamis, 24 hingga 26 September 2024", "Selasa hingga Kamis, 24"),
    ],
)  # fmt: skip
def test_a_weekday_that_its_date_contradicts_needs_a_signature(text: str, right: str) -> None:
    said = found("weekdays", day=LEAP, lead=f"Kegiatan digelar {text} di aula.")
    assert [one.level for one in said] == [Level.SIGN_OFF]
    assert said[0].replacements[-1].startswith(right.rstrip(" )"))


@pytest.mark.parametrize(
    "text",
    [
        "Kamis (27/2/2020)",
        "Kamis (27/2)",
        "Selasa 25 Feb 2020 lalu",
        "Jumat malam (28/02/20)",
        "Rabu dan Kamis (26-27/2/2020)",
        "Selasa s.d. Kamis, 24 s.d. 26 September 2024",
        "Rabu, 24-26 September 2024",
        "Senin 10.30 WIB",
        "setiap Senin 2/3 peserta hadir",
        "Senin, 30 orang hadir",
        "dua minggu, 20 Februari 2020 lalu",
        "Rabu (30/8)",  # without a year and far from the event
        "Kamis, 1/27/2020",
    ],
)
def test_weekdays_that_agree_or_stand_with_no_date_pass(text: str) -> None:
    assert mended("weekdays", f"Kegiatan digelar {text} di aula.", day=LEAP) == []


def test_a_weekday_right_for_the_event_offers_the_events_date_first() -> None:
    assert mended("weekdays", "Panen pada Senin (5/5/2026).") == [
        ("Senin (5/5/2026", "Senin (4/5/2026")
    ]


def test_weekdays_in_quotes_and_captions_are_judged_and_others_are_not() -> None:
    assert len(found("weekdays", body="“Kami hadir Rabu (4/5/2026),” katanya.")) == 1
    assert len(found("weekdays", caption="Panen, Rabu (4/5/2026).")) == 1
    assert found("weekdays", slug="rabu-4-5-2026") == []


def test_without_a_day_of_the_event_only_whole_dates_are_judged() -> None:
    assert len(found("weekdays", day=None, body="Rabu (4/5/2026)")) == 1
    assert found("weekdays", day=None, body="Rabu (4/5)") == []


@pytest.mark.parametrize(
    "text", ["31/2/2020", "31 Juni 2026", "30 Februari", "29/02/2026", "Senin (31/4)", "12/13/2026"]
)
def test_a_day_that_no_calendar_has_needs_a_signature(text: str) -> None:
    said = found("impossible_dates", body=f"Lomba berlangsung sampai {text} di aula.")
    assert [one.level for one in said] == [Level.SIGN_OFF]


@pytest.mark.parametrize(
    "text",
    [
        "29/2/2020",
        "29 Februari",
        "31 Agustus 2026",
        "Nomor 31/2/2020",
        "nilai 31/2 dan 17/20",
        "W.17/31/2/2020",
        "versi 4.31.2020",
        "Rp31.2.2020",
    ],
)
def test_days_that_exist_and_numbers_that_are_no_dates_pass(text: str) -> None:
    assert mended("impossible_dates", f"Tercatat {text} di aula.") == []


@pytest.mark.parametrize(
    ("today", "level"),
    [
        (date(2026, 5, 3), Level.SIGN_OFF),
        (date(2026, 5, 4), None),
        (date(2026, 5, 7), None),
        (date(2026, 5, 8), Level.SUGGESTION),
    ],
)
def test_an_event_to_come_needs_a_signature_and_an_old_one_a_word(
    today: date, level: Level | None
) -> None:
    said = check(matter(PURWAKARTA, MONDAY, today=today, body="Panen."), DAY)
    assert [(one.place, one.level) for one in said] == ([("event_date", level)] if level else [])


@pytest.mark.parametrize(
    "lead",
    [
        "Panen digelar pada Rabu pagi di kebun.",
        "Panen digelar di kebun, Rabu.",
        "Panen digelar di kebun, Rabu (6/5/2026).",
        "Panen digelar di kebun, Kamis, 30 April 2026.",
    ],
)
def test_a_lead_that_tells_another_day_is_asked_about(lead: str) -> None:
    assert [one.level for one in found("lead_day", lead=lead)] == [Level.WARNING]


@pytest.mark.parametrize(
    "lead",
    [
        "Panen digelar pada Senin pagi di kebun.",
        "Panen digelar di kebun, Senin (4/5/2026).",
        "Panen digelar di kebun, Senin (4/5/2026), menyusul rapat Rabu (29/4/2026).",
        "Pelatihan digelar Minggu s.d. Selasa, 3 s.d. 5 Mei 2026.",
        "Layanan kunjungan dibuka setiap Rabu dan Kamis.",
        "Layanan kunjungan dibuka setiap Rabu.",
        "Lomba akan digelar Rabu depan.",
        "Lomba akan digelar Rabu (6/5/2026).",
        "Panen digelar di kebun Lapas.",
    ],
)
def test_a_lead_that_tells_the_day_or_speaks_of_others_passes(lead: str) -> None:
    assert found("lead_day", lead=lead) == []
