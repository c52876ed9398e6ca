"""The normal form of a name."""

import pytest

from facilities.naming import key, without_class


@pytest.mark.parametrize(
    "spelling",
    [
        "Lapas Kelas IIB Tobelo",
        "LAPAS KELAS IIB TOBELO",
        "Lapas Kelas II B Tobelo",
        "lapas klas 2b tobelo",
        "Lapas Kls. II-B  Tobelo",
        "Lapas IIB Tobelo",
        "Lapas Kelas llB Tobelo",
        "Lembaga Pemasyarakatan Kelas IIB Tobelo",
        "Lembaga Pemasyarakatan (Lapas) Kelas IIB Tobelo",
        "Kepala Lembaga Pemasyarakatan (Kalapas) Kelas IIB Tobelo",
        "LP Kelas IIB Tobelo",
        "Lapas\u00a0Kelas IIB\u200b Tobelo",
        "Lapas Kelas IIB To belo",
    ],
)
def test_one_facility_has_one_key_however_its_name_is_typed(spelling: str) -> None:
    assert key(spelling) == "lapas|iib|tobelo"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LPP Kelas IIA Bandung", "lapas perempuan|iia|bandung"),
        ("Lapas Kelas IIA Perempuan Bandung", "lapas perempuan|iia|bandung"),
        ("Lapas Wanita Bandung", "lapas perempuan||bandung"),
        ("Lembaga Pembinaan Khusus Anak (LPKA) Kelas I Blitar", "lpka|i|blitar"),
        ("Rumah Tahanan Negara Kelas IIB Negara", "rutan|iib|negara"),
        ("Balai Pemasyarakatan Kelas II Palu", "bapas|ii|palu"),
        ("Lapas Kelas II Bandung", "lapas|ii|bandung"),
        ("Lapas Anak Blitar", "lpka||blitar"),
        ("Blitar", "||blitar"),
        ("", "||"),
    ],
)
def test_kind_speciality_class_and_place_are_told_apart(name: str, expected: str) -> None:
    assert key(name) == expected


def test_reporters_leave_the_class_out() -> None:
    assert without_class("Lapas Narkotika Kelas IIA Jayapura") == "Lapas Narkotika Jayapura"
    assert without_class("RSU Pengayoman Cipinang") == "RSU Pengayoman Cipinang"
