"""A facility is found by any of its names; names that lead nowhere bring candidates."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from facilities.entries import AmbiguousFacility, UnknownFacility
from facilities.gazetteer import Gazetteer
from facilities.lookup import find, mentions
from facilities.models import Alias, Facility, FacilityName

pytestmark = pytest.mark.usefixtures("whole_registry")

NAMES = {
    "Lapas Kelas IIB Tobelo": "lapas-tobelo",
    "Lapas Tobelo": "lapas-tobelo",
    "lapas klas ii b tobelo": "lapas-tobelo",
    "Rutan Medaeng": "rutan-surabaya",
    "Rutan Batang": "lapas-batang",
    "Rumah Tahanan Negara Kelas IIB Batang": "lapas-batang",
    "LPKA Palangkaraya": "lpka-palangka-raya",
    "LPP Bandung": "lapas-perempuan-bandung",
    "Lapas Kota Bekasi": "lapas-bekasi",
    "Rutan Kabupaten Kudus": "rutan-kudus",
    "Lapas Kota Agung": "lapas-kota-agung",
    "Lapas Plantungan": "lapas-pemuda-plantungan",
    "Lapas Permisan": "lapas-permisan-nusakambangan",
}


def test_any_name_leads_to_the_facility() -> None:
    assert {name: find(name).slug for name in NAMES} == NAMES


def test_every_official_name_leads_home() -> None:
    gazetteer = Gazetteer.load()
    for name, full_name in Facility.objects.values_list("name", "full_name"):
        assert gazetteer.find(name).name == gazetteer.find(full_name).name == name


def test_name_of_several_facilities_lists_them() -> None:
    with pytest.raises(AmbiguousFacility) as doubt:
        find("Lapas Tangerang")
    assert [each.name for each in doubt.value.candidates] == [
        "Lapas Kelas I Tangerang",
        "Lapas Kelas IIA Tangerang",
    ]


def test_unknown_name_lists_what_comes_close() -> None:
    for name in ("Lapas Tobelu", "lapas tobeloo", "Lapas Kelas I Tobelo", "Rutan Tobelo"):
        with pytest.raises(UnknownFacility) as refusal:
            find(name)
        assert refusal.value.candidates[0].name == "Lapas Kelas IIB Tobelo"
        assert "Lapas Kelas IIB Tobelo" in str(refusal.value)


def test_nonsense_is_unknown_without_candidates() -> None:
    for name in ("", "   ", "Lapas", "Kelas IIB", "qqq", "(((", "\u200b"):
        with pytest.raises(UnknownFacility) as refusal:
            find(name)
        assert refusal.value.candidates == ()


def test_known_name_costs_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        find("Lapas Tobelo")


def test_whole_text_costs_three_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(3):
        mentions("Kalapas Tobelo dan Karutan Kudus bertemu di Bapas Palu. " * 300)


def test_text_names_facilities_by_position_and_longest_name() -> None:
    text = (
        "Karutan Kelas IIB Kudus menyambut tamu dari Lembaga Pemasyarakatan (Lapas) Kelas II B "
        "Tanjung Raja. Semua lapas dan rutan di Jawa ikut; Rutan, Kudus, dan negara lain tidak."
    )
    found = mentions(text)
    assert [each.entries[0].name for each in found] == [
        "Rutan Kelas IIB Kudus",
        "Lapas Kelas IIA Tanjung Raja",
    ]
    assert all(text[each.start : each.end] == each.text for each in found)


def test_everyday_word_is_a_place_only_with_a_capital() -> None:
    assert mentions("Di rutan negara menitipkan barang.") == []
    assert [each.text for each in mentions("Di Rutan Negara hari ini.")] == ["Rutan Negara"]


def test_misspelt_name_in_a_text_brings_candidates() -> None:
    near = Gazetteer.load().near_mentions("Kunjungan ke Lapas Kelas IIB Tobelu berjalan baik.")
    assert [each.name for each in next(iter(near.values()))] == ["Lapas Kelas IIB Tobelo"]


def test_names_are_found_without_a_database_too() -> None:
    entry = Gazetteer.from_files().find("Rutan Batang")
    assert (entry.pk, entry.name) == (None, "Lapas Kelas IIB Batang")


def test_new_names_are_found_at_once(tobelo: Facility) -> None:
    Alias.objects.create(facility=tobelo, name="Lapas Halmahera Utara")
    tobelo.name = "Lapas Kelas IIA Tobelo"
    tobelo.save()
    assert find("lapas halmahera utara") == find("LAPAS KELAS II A TOBELO") == tobelo
    assert find("Lapas Kelas IIB Tobelo") == tobelo


def test_release_shows_the_name_of_its_day(tobelo: Facility) -> None:
    FacilityName.objects.create(
        facility=tobelo, name="Cabang Rutan Tobelo", valid_to=date(2012, 3, 31)
    )
    assert tobelo.name_on(date(2012, 3, 31)) == "Cabang Rutan Tobelo"
    assert tobelo.name_on(date(2012, 4, 1)) == "Lapas Kelas IIB Tobelo"


def test_former_name_of_unknown_days_never_replaces_todays() -> None:
    batang = find("Lapas Batang")
    assert batang.name_on(date(2010, 1, 1)) == "Lapas Kelas IIB Batang"
