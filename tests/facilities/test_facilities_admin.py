"""The registry at the desk: open to read, in the hands of managers to change."""

import pytest
from django.test import Client
from django.urls import reverse

from facilities.models import Alias, Facility
from newsroom.contributors.models import User
from tests.world import World

LIST = reverse("admin:facilities_facility_changelist")


@pytest.fixture
def world(db: None) -> World:
    """Two regions, their facilities and people."""
    return World()


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def _names(client: Client, term: str) -> list[str]:
    page = client.get(LIST, {"q": term})
    return [facility.name for facility in page.context["cl"].result_list]


def test_list_finds_a_facility_by_any_of_its_names(world: World) -> None:
    Alias.objects.create(facility=world.lapas, name="Lapas Tepi Sungai")
    client = _signed_in(world.writer)
    for term in ("tepi sungai", "Lapas klas 2 A UJI damai", "lembaga pemasyarakatan iia ujidamai"):
        assert _names(client, term) == ["Lapas Kelas IIA Uji Damai"]
    assert _names(client, "tidak ada") == []


def test_list_asks_few_questions(
    whole_registry: None, world: World, django_assert_max_num_queries: object
) -> None:
    client = _signed_in(world.writer)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        assert client.get(LIST).status_code == 200


def test_writer_reads_and_cannot_change(world: World) -> None:
    page = reverse("admin:facilities_facility_change", args=[world.lapas.pk])
    client = _signed_in(world.writer)
    assert client.get(page).status_code == 200
    assert client.post(page, {"name": "Lapas Lain"}).status_code == 403
    world.lapas.refresh_from_db()
    assert world.lapas.name == "Lapas Kelas IIA Uji Damai"


def test_nobody_deletes_a_facility(world: World) -> None:
    page = reverse("admin:facilities_facility_delete", args=[world.lapas.pk])
    assert _signed_in(world.manager).post(page, {"post": "yes"}).status_code == 403
    assert Facility.objects.filter(pk=world.lapas.pk).exists()


def test_manager_verifies_what_lies_in_scope_only(world: World) -> None:
    local = world.person("Pengelola Wilayah Uji", "manager", region=world.region)
    chosen = {"action": "mark_verified", "_selected_action": [world.lapas.pk, world.far.pk]}
    _signed_in(local).post(LIST, chosen)
    verified = set(Facility.objects.filter(verified_at__isnull=False))
    assert verified == {world.lapas}


def test_manager_renames_and_the_old_name_still_leads_home(world: World) -> None:
    page = reverse("admin:facilities_facility_change", args=[world.lapas.pk])
    client = _signed_in(world.manager)
    form = client.get(page).context["adminform"].form
    typed = {name: value for name, value in form.initial.items() if value is not None}
    for prefix in ("names", "aliases", "office_holders"):
        typed |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    answer = client.post(page, typed | {"name": "Lapas Kelas I Uji Damai"})
    assert answer.status_code == 302, answer.context["errors"]
    names = set(world.lapas.names.values_list("name", flat=True))
    assert names == {"Lapas Kelas IIA Uji Damai", "Lapas Kelas I Uji Damai"}


def test_a_units_own_manager_changes_neither_its_kind_nor_its_region(world: World) -> None:
    manager = world.person("Pengelola LPKA Uji", "manager", facility=world.lpka)
    page = reverse("admin:facilities_facility_change", args=[world.lpka.pk])
    shown = {}
    for name, user in (("national", world.manager), ("unit", manager)):
        form = _signed_in(user).get(page).context["adminform"].form
        shown[name] = {"kind", "region"} <= set(form.fields)
    assert shown == {"national": True, "unit": False}
