"""The almanac says what is known of a facility on a day, alike from database and files."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from facilities import almanac, registry
from facilities.entries import UnknownFacility
from facilities.known import Holder, Known
from facilities.loading import load
from facilities.models import Authority, Facility, FacilityName, OfficeHolder, Region, RegistryState
from facilities.registry import offices

MEDIA_GATHERING = date(2020, 2, 27)


@pytest.fixture
def everything(db: None) -> None:
    """The whole registry with its offices, as load_facilities brings it."""
    _load()


def _load(holders: list[offices.HolderRow] | None = None) -> int:
    return load(
        registry.facilities(),
        registry.former_names(),
        registry.programmes(),
        offices.holders() if holders is None else holders,
        offices.authorities(),
    ).changes


def _values(known: Known) -> Known:
    """All but the two books that are compared by what they find."""
    return replace(known, gazetteer=None, atlas=None)


def _on(known: Known, day: date) -> list[tuple[str, str]]:
    return [(one.name, one.prefix) for one in known.holders if one.since.on(day)]


@pytest.mark.parametrize(
    "name", ["LPKA Kelas II Palangka Raya", "Lapas Batang", "Lapas Kelas IIB Tobelo"]
)
def test_database_and_files_say_the_same(everything: None, name: str) -> None:
    filed = almanac.on_file(name, MEDIA_GATHERING)
    kept = almanac.of(Facility.objects.get(name=filed.name), MEDIA_GATHERING)
    assert _values(kept) == _values(filed)
    assert kept.gazetteer is not None
    assert [one.text for one in kept.gazetteer.mentions("di Lapas Tobelo")] == ["Lapas Tobelo"]


def test_files_know_holders_ministries_programmes_and_places(db: None) -> None:
    known = almanac.on_file("LPKA Palangka Raya", MEDIA_GATHERING)
    assert (known.kind, known.zone_label, known.city) == ("lpka", "WIB", "Palangka Raya")
    assert _on(known, MEDIA_GATHERING) == [
        ("Sri Puguh Budi Utami", ""),
        ("Yasonna H. Laoly", ""),
        ("Mubasirudin", ""),
    ]
    assert ("Reynhard Silitonga", "Plt.") in _on(known, date(2024, 9, 25))
    names = [one.short for one in known.ministries if one.since.on(date(2026, 5, 4))]
    assert names == ["Kemenimipas"]
    assert len(known.programmes) == 3
    assert {"purwakarta", "kalimantantengah", "palangkaraya"} <= known.places


def test_a_name_that_leads_nowhere_is_refused_with_what_may_be_meant() -> None:
    with pytest.raises(UnknownFacility) as unknown:
        almanac.on_file("Lapas Purwakrta", None)
    assert [one.city for one in unknown.value.candidates] == ["Purwakarta"]


def test_the_name_is_the_one_right_on_the_day(everything: None) -> None:
    facility = Facility.objects.get(slug="lapas-batang")
    FacilityName.objects.filter(name="Rutan Kelas IIB Batang").update(valid_to=date(2019, 5, 31))
    known = almanac.of(facility, date(2018, 1, 1))
    assert known.name == "Rutan Kelas IIB Batang" == facility.name_on(date(2018, 1, 1))
    assert almanac.of(facility, date(2021, 1, 1)).name == "Lapas Kelas IIB Batang"
    assert almanac.of(facility, None).name == "Lapas Kelas IIB Batang"


def test_asking_again_costs_one_query(
    everything: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    facility = Facility.objects.get(slug="lapas-tobelo")
    with django_assert_num_queries(10):
        almanac.of(facility, MEDIA_GATHERING)
    with django_assert_num_queries(1):
        almanac.of(facility.pk, date(2026, 5, 4))


def test_whatever_changes_the_registry_is_known_at_once(everything: None) -> None:
    tobelo = Facility.objects.get(slug="lapas-tobelo")
    day = date(2026, 5, 4)

    def heads() -> list[str]:
        return [one.name for one in almanac.of(tobelo, day).holders if one.office == "facility"]

    assert heads() == []
    head = OfficeHolder.objects.create(facility=tobelo, title="Kalapas", name="Kepala Uji")
    assert heads() == ["Kepala Uji"]
    OfficeHolder.objects.filter(pk=head.pk).update(name="Kepala Lain")
    assert heads() == ["Kepala Lain"]
    OfficeHolder.objects.filter(pk=head.pk).delete()
    assert heads() == []
    OfficeHolder.objects.bulk_create([OfficeHolder(facility=tobelo, title="Kalapas", name="Uji")])
    assert heads() == ["Uji"]
    region = Region.objects.get(pk=tobelo.region_id)
    region.name = "Kanwil Uji"
    region.save()
    assert almanac.of(tobelo, day).region == "Kanwil Uji"
    tobelo.aliases.all().delete()
    assert "Lapas Tobelo" not in almanac.of(tobelo, day).names


def test_what_a_rolled_back_change_showed_is_forgotten(everything: None) -> None:
    tobelo = Facility.objects.get(slug="lapas-tobelo")
    with transaction.atomic():
        tobelo.aliases.create(name="Lapas Uji")
        assert "Lapas Uji" in almanac.of(tobelo, None).names
        transaction.set_rollback(True)
    assert "Lapas Uji" not in almanac.of(tobelo, None).names


def test_a_facility_that_came_past_the_models_is_still_found(everything: None) -> None:
    almanac.of(Facility.objects.get(slug="lapas-tobelo"), None)
    token = RegistryState.objects.get(pk=1).token
    facility = Facility.objects.get(slug="lapas-batang")
    facility.pk, facility.name, facility.slug = None, "Lapas Kelas III Uji", "lapas-uji"
    facility.save()
    RegistryState.objects.update(token=token)
    assert almanac.of(facility, None).name == "Lapas Kelas III Uji"
    with pytest.raises(KeyError):
        almanac.of(0, None)


def test_an_empty_registry_is_no_trouble(db: None) -> None:
    with pytest.raises(KeyError):
        almanac.of(1, None)


def test_second_load_of_offices_changes_nothing_and_respects_staff(everything: None) -> None:
    assert _load() == 0
    OfficeHolder.objects.filter(name="Suwarto").update(valid_to=date(2025, 1, 31))
    OfficeHolder.objects.filter(name="Hidayat").delete()
    Authority.objects.filter(short="Kemenimipas").update(short="Kemenimipas RI")
    assert _load() == 0
    assert OfficeHolder.objects.get(name="Suwarto").valid_to == date(2025, 1, 31)
    assert not OfficeHolder.objects.filter(name="Hidayat").exists()


def test_offices_follow_a_mended_file_where_staff_changed_nothing(everything: None) -> None:
    later = timedelta(days=900)
    mended = [
        replace(row, valid_to=row.valid_from + later) if row.valid_from else row
        for row in offices.holders()
    ]
    OfficeHolder.objects.filter(name="Suwarto").update(name="Suwarto S.")
    assert _load(mended) == len(mended) - 1
    mashudi = OfficeHolder.objects.get(name="Mashudi")
    assert mashudi.valid_to == date(2025, 1, 11) + later
    assert OfficeHolder.objects.get(name="Suwarto S.").valid_to == date(2024, 9, 30)


@pytest.mark.parametrize(
    ("office", "in_region"), [("", False), ("ministry", True), ("elsewhere", False)]
)
def test_a_holder_has_one_office(everything: None, office: str, in_region: bool) -> None:
    region = Region.objects.first() if in_region else None
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficeHolder.objects.create(office=office, region=region, title="Menteri", name="Uji")


def test_a_row_whose_office_does_not_fit_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "holders.csv"
    path.write_text("slug,office,of,title,name,prefix\na,ministry,lapas-batang,Menteri,Uji,\n")
    with pytest.raises(registry.BrokenRegistry, match=r"holders.csv.*2"):
        offices.holders(path)


def test_former_holders_are_told_with_their_time() -> None:
    holders: tuple[Holder, ...] = almanac.on_file("Lapas Tobelo", None).holders
    reynhard = [one for one in holders if one.name == "Reynhard Silitonga"]
    assert [one.prefix for one in reynhard] == ["", "Plt."]
