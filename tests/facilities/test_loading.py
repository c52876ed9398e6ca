"""load_facilities builds the registry and respects what staff changed."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from facilities import registry
from facilities.loading import load
from facilities.models import Alias, Facility, FacilityName, Programme, Region

HEADER = "slug,name,alias,kind,class,place,province,kanwil,iana_tz,capacity,lat,lon\n"
BULA = (
    "lapas-bula,Lapas Kelas III Bula,Lapas Seram,Lapas,III,Bula,Maluku,"
    "Kanwil Ditjenpas Maluku,Asia/Jayapura,120,-3.1,130.4\n"
)


def _run(*arguments: object) -> str:
    out = StringIO()
    call_command("load_facilities", *map(str, arguments), stdout=out)
    return out.getvalue()


def _file(folder: Path, text: str) -> Path:
    path = folder / "units.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.django_db
def test_registry_holds_all_units_with_their_zone_and_names() -> None:
    _run()
    assert (Facility.objects.count(), Region.objects.count()) == (619, 33)
    tobelo = Facility.objects.get(slug="lapas-tobelo")
    assert (tobelo.name, tobelo.zone_label) == ("Lapas Kelas IIB Tobelo", "WIT")
    assert tobelo.region.name == "Kanwil Ditjenpas Maluku Utara"
    assert tobelo.verified_at is None
    assert tobelo.aliases.filter(name="Lapas Tobelo").exists()
    assert Facility.objects.get(slug="lpka-palangka-raya").zone_label == "WIB"
    assert FacilityName.objects.get(name="Rutan Kelas IIB Batang").facility.kind == "lapas"
    assert Programme.objects.filter(slug="resolusi-pemasyarakatan-2020").exists()


def test_second_load_changes_nothing_and_says_so(whole_registry: None) -> None:
    before = list(Facility.objects.values_list("pk", "loaded"))
    assert "619" in _run()
    summary = load(registry.facilities(), registry.former_names(), registry.programmes())
    assert summary.changes == 0
    assert list(Facility.objects.values_list("pk", "loaded")) == before


def test_unchanged_load_asks_few_questions(
    whole_registry: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    rows, former, programmes = (
        registry.facilities(),
        registry.former_names(),
        registry.programmes(),
    )
    with django_assert_max_num_queries(8):
        load(rows, former, programmes)


def test_what_staff_changed_stays_and_the_rest_follows_the_file(db: None, tmp_path: Path) -> None:
    _run(_file(tmp_path, HEADER + BULA))
    Facility.objects.filter(slug="lapas-bula").update(city="Bula Timur", phone="0914-1")
    said = _run(
        _file(tmp_path, HEADER + BULA.replace(",Bula,", ",Kota Bula,").replace("120", "90"))
    )
    facility = Facility.objects.get(slug="lapas-bula")
    assert (facility.city, facility.phone, facility.capacity) == ("Bula Timur", "0914-1", 90)
    assert "Lapas Kelas III Bula: " in said


def test_alias_that_staff_removed_is_not_brought_back(db: None, tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + BULA)
    _run(path)
    Alias.objects.get(name="Lapas Seram").delete()
    _run(path)
    assert not Alias.objects.filter(name="Lapas Seram").exists()


def test_new_name_in_the_file_keeps_the_old_one_in_the_history(db: None, tmp_path: Path) -> None:
    _run(_file(tmp_path, HEADER + BULA))
    _run(_file(tmp_path, HEADER + BULA.replace("Kelas III Bula", "Kelas IIB Bula")))
    facility = Facility.objects.get()
    assert facility.name == "Lapas Kelas IIB Bula"
    assert set(facility.names.values_list("name", flat=True)) == {
        "Lapas Kelas III Bula",
        "Lapas Kelas IIB Bula",
    }


def test_facility_that_staff_entered_first_is_not_doubled(tobelo: Facility, tmp_path: Path) -> None:
    Facility.objects.filter(pk=tobelo.pk).update(slug="tobelo", loaded={}, city="Gamsungi")
    _run()
    tobelo.refresh_from_db()
    assert (Facility.objects.count(), tobelo.city) == (619, "Gamsungi")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name,kind\n", "iana_tz"),
        (HEADER + BULA.replace("Asia/Jayapura", "Asia/Tokyo"), "Asia/Tokyo"),
        (HEADER + BULA.replace("120", "seratus"), "capacity"),
        (HEADER + BULA + BULA, "line 3"),
        (HEADER + BULA.replace("Lapas Kelas III Bula", ""), "name"),
    ],
)
def test_broken_file_names_its_place_and_loads_nothing(
    db: None, tmp_path: Path, text: str, reason: str
) -> None:
    with pytest.raises(CommandError) as refusal:
        _run(_file(tmp_path, text))
    assert reason.removeprefix("line ") in str(refusal.value)
    assert not Facility.objects.exists()


def test_missing_file_is_named(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="nowhere"):
        _run(tmp_path / "nowhere.csv")
