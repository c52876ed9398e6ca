"""Destinations and deliveries at the desk: who may, what is checked live, what is never shown."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from newsroom.contributors.models import User
from newsroom.lib import vault
from newsroom.press.models import Outlet
from newsroom.syndication.models import Delivery, Destination
from newsroom.syndication.parcels import Refused, TryOut
from newsroom.syndication.transports import TRANSPORTS
from tests.fakes.partner import Partner
from tests.road_map import Road

DESTINATIONS = "/desk/syndication/destination/"
DELIVERIES = "/desk/syndication/delivery/"


def as_(user: User) -> Client:
    """A browser in which the user is signed in."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def typed(outlet: Outlet, **changes: Any) -> dict[str, Any]:
    """A filled form."""
    return {
        "outlet": outlet.pk,
        "name": "kedua",
        "transport": "partner",
        "format": "lines",
        "partner_url": "https://media.example/baru",
        "partner_secret": "rahasia-baru",
        **changes,
    }


def errors(response: Any) -> str:
    """Every error of the form in one text."""
    return str(response.context["adminform"].form.errors)


def test_a_manager_connects_an_outlet_and_its_secret_is_sealed(road: Road) -> None:
    outlet = road.destination.outlet
    response = as_(road.world.manager).post(f"{DESTINATIONS}add/", typed(outlet))
    assert response.status_code == 302, errors(response)
    made = Destination.objects.get(name="kedua")
    assert made.settings == {"url": "https://media.example/baru"}
    assert b"rahasia-baru" not in bytes(made.credentials)
    assert vault.open_sealed(made.credentials) == {"secret": "rahasia-baru"}


def test_settings_that_do_not_work_are_refused_unless_the_person_insists(road: Road) -> None:
    road.partner.works = TryOut(False, "Sandi ditolak oleh media.", ("Periksa sandinya.",))
    client, outlet = as_(road.world.manager), road.destination.outlet
    refused = client.post(f"{DESTINATIONS}add/", typed(outlet))
    assert refused.status_code == 200
    assert "Sandi ditolak oleh media." in errors(refused)
    assert "https://media.example/baru" in refused.content.decode()
    assert Destination.objects.count() == 1
    client.post(f"{DESTINATIONS}add/", typed(outlet, save_anyway="on"))
    assert Destination.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_live_check_runs_outside_any_transaction(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    class Watching(Partner):
        @property
        def works(self) -> TryOut:  # type: ignore[override]
            seen.append(connection.in_atomic_block)
            return TryOut(True, "")

        @works.setter
        def works(self, value: TryOut) -> None: ...

    monkeypatch.setitem(TRANSPORTS, "partner", Watching().transport())
    as_(road.world.manager).post(f"{DESTINATIONS}add/", typed(road.destination.outlet))
    assert seen == [False]
    assert Destination.objects.count() == 2


def test_a_change_of_the_filter_asks_no_outlet(road: Road) -> None:
    road.partner.works = TryOut(False, "Tidak terjangkau.")
    outlet = road.destination.outlet
    url = f"{DESTINATIONS}{road.destination.pk}/change/"
    fields = {"partner_url": "https://media.example/", "partner_secret": "", "name": "utama"}
    regions = [road.world.region.pk]
    response = as_(road.world.manager).post(url, typed(outlet, **fields, regions=regions))
    assert response.status_code == 302, errors(response)
    assert list(road.destination.regions.all()) == [road.world.region]
    road.destination.refresh_from_db()
    assert vault.open_sealed(road.destination.credentials) == {"secret": "s3kr1t-uji"}


def test_a_stored_secret_is_never_shown(road: Road) -> None:
    page = as_(road.world.manager).get(f"{DESTINATIONS}{road.destination.pk}/change/")
    assert page.status_code == 200
    assert "s3kr1t-uji" not in page.content.decode()
    assert (
        'placeholder="tersimpan"' in page.content.decode()
        or 'placeholder="stored"' in page.content.decode()
    )


def test_what_a_transport_needs_is_asked_for(road: Road) -> None:
    form = typed(road.destination.outlet, partner_url="", save_anyway="on")
    response = as_(road.world.manager).post(f"{DESTINATIONS}add/", form)
    assert response.status_code == 200
    assert "partner_url" in response.context["adminform"].form.errors


@pytest.fixture
def regional_manager(road: Road) -> User:
    """A manager of the first region."""
    return road.world.person("Pengelola Wilayah", "manager", region=road.world.region)


def test_destinations_are_seen_by_region(road: Road, regional_manager: User) -> None:
    ours = road.connect("Media Daerah", region=road.world.region)
    theirs = road.connect("Media Timur", region=road.world.other_region)
    client = as_(regional_manager)
    page = client.get(DESTINATIONS).content.decode()
    assert "Media Daerah" in page
    assert "Media Timur" not in page
    assert "Media Uji" not in page
    assert client.get(f"{DESTINATIONS}{ours.pk}/change/").status_code == 200
    assert client.get(f"{DESTINATIONS}{theirs.pk}/change/").status_code == 302
    refused = client.post(f"{DESTINATIONS}add/", typed(theirs.outlet))
    assert "outlet" in refused.context["adminform"].form.errors


def test_an_editor_looks_but_does_not_touch(road: Road) -> None:
    client = as_(road.world.national)
    url = f"{DESTINATIONS}{road.destination.pk}/change/"
    assert client.get(url).status_code == 200
    assert client.post(url, typed(road.destination.outlet)).status_code == 403
    assert client.get(f"{DESTINATIONS}add/").status_code == 403
    assert client.post(action(road.destination, "change_secret")).status_code == 403
    assert client.post(action(road.destination, "switch_off")).status_code == 403
    road.destination.refresh_from_db()
    assert road.destination.active


def test_a_writer_sees_no_destination(road: Road) -> None:
    assert as_(road.world.writer).get(DESTINATIONS).status_code == 403


def action(row: Destination | Delivery, name: str) -> str:
    """The address of a button on a detail page."""
    folder = DESTINATIONS if isinstance(row, Destination) else DELIVERIES
    return f"{folder}{row.pk}/{name}/"


SENT = {"_form_submitted": "True"}


def test_a_button_acts_on_a_posted_dialog_only(road: Road) -> None:
    client = as_(road.world.manager)
    url = action(road.destination, "switch_off")
    assert client.get(url).status_code == 200
    road.destination.refresh_from_db()
    assert road.destination.active
    client.post(url, SENT | {"note": "Situs pindah."})
    road.destination.refresh_from_db()
    assert (road.destination.active, road.destination.stopped_reason) == (False, "Situs pindah.")
    client.post(action(road.destination, "switch_on"), SENT)
    road.destination.refresh_from_db()
    assert road.destination.active


def test_a_new_secret_is_shown_once_and_the_old_kept_a_day(road: Road) -> None:
    client = as_(road.world.manager)
    page = client.post(action(road.destination, "change_secret"), SENT)
    road.destination.refresh_from_db()
    sealed = vault.open_sealed(road.destination.credentials)
    assert sealed["previous_secret"] == "s3kr1t-uji"  # noqa: S105
    assert sealed["secret"].startswith("whsec_")
    assert sealed["secret"] in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert road.destination.previous_secret_until is not None
    again = client.get(f"{DESTINATIONS}{road.destination.pk}/change/")
    assert sealed["secret"] not in again.content.decode()


def test_a_transport_without_a_shared_secret_says_so(road: Road) -> None:
    Destination.objects.update(transport="wordpress")
    url = action(road.destination, "change_secret")
    page = as_(road.world.manager).post(url, SENT, follow=True)
    assert [one.level_tag for one in page.context["messages"]] == ["error"]


@pytest.fixture
def failed(road: Road) -> Delivery:
    """A delivery the outlet refused."""
    road.partner.answers = [Refused("tidak cocok", status=422)]
    return road.deliver(road.owed(road.publish()))


def test_an_editor_of_the_facility_tries_again(road: Road, failed: Delivery) -> None:
    client = as_(road.world.colleague)
    page = client.get(f"{DELIVERIES}{failed.pk}/change/").content.decode()
    assert "tidak cocok" in page
    client.post(action(failed, "retry"), SENT)
    failed.refresh_from_db()
    assert (failed.status, failed.tries) == ("queued", 0)


def test_taking_over_needs_a_note_and_closes_the_delivery(road: Road, failed: Delivery) -> None:
    client = as_(road.world.colleague)
    client.post(action(failed, "take_over"), SENT | {"note": " "})
    failed.refresh_from_db()
    assert failed.status == "failed"
    client.post(action(failed, "take_over"), SENT | {"note": "Sudah ditelepon."})
    failed.refresh_from_db()
    assert (failed.status, failed.taken_over_by) == ("not_needed", road.world.colleague)
    assert failed.reason == "Sudah ditelepon."


def test_several_are_tried_again_from_the_list(road: Road, failed: Delivery) -> None:
    chosen = {"action": "retry_selected", "_selected_action": [failed.pk]}
    as_(road.world.colleague).post(DELIVERIES, chosen)
    failed.refresh_from_db()
    assert failed.status == "queued"


def test_who_may_not_steer_a_delivery(road: Road, failed: Delivery) -> None:
    writer, outsider = as_(road.world.writer), as_(road.world.outsider)
    assert writer.get(f"{DELIVERIES}{failed.pk}/change/").status_code == 200
    assert outsider.get(f"{DELIVERIES}{failed.pk}/change/").status_code == 302
    for client in (writer, outsider):
        for name in ("retry", "take_over"):
            assert client.post(action(failed, name), SENT | {"note": "x"}).status_code == 403
    chosen = {"action": "retry_selected", "_selected_action": [failed.pk]}
    writer.post(DELIVERIES, chosen)
    failed.refresh_from_db()
    assert failed.status == "failed"


def test_nobody_adds_changes_or_deletes_deliveries(road: Road, failed: Delivery) -> None:
    root = get_user_model().objects.create_superuser("root@uji.example", "x", full_name="Root")
    client = as_(root)
    assert client.get(f"{DELIVERIES}add/").status_code == 403
    assert client.post(f"{DELIVERIES}{failed.pk}/change/", {"tries": 9}).status_code == 403
    assert client.post(f"{DELIVERIES}{failed.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.post(f"{DESTINATIONS}{road.destination.pk}/delete/").status_code == 403


def test_the_list_of_deliveries_asks_few_queries(
    road: Road, django_assert_max_num_queries: Any
) -> None:
    for _ in range(12):
        road.deliver(road.owed(road.publish()))
    client = as_(road.world.manager)
    client.get(DELIVERIES)
    with django_assert_max_num_queries(14):
        page = client.get(DELIVERIES)
    assert page.content.decode().count("https://media.example/item-") == 12


def test_open_withdrawals_can_be_listed(road: Road) -> None:
    release = road.publish()
    road.deliver(road.owed(release))
    road.withdraw(release)
    page = as_(road.world.manager).get(f"{DELIVERIES}?open=withdrawals")
    assert list(page.context["cl"].queryset) == [road.owed(release, 2)]


def test_outlets_are_kept_by_the_managers_of_their_region(
    road: Road, regional_manager: User
) -> None:
    ours = Outlet.objects.create(name="Media Daerah", region=road.world.region)
    theirs = Outlet.objects.create(name="Media Timur", region=road.world.other_region)
    client = as_(regional_manager)
    assert client.get(f"/desk/press/outlet/{ours.pk}/change/").status_code == 200
    assert client.get(f"/desk/press/outlet/{theirs.pk}/change/").status_code == 302
    form = {"name": "Media Baru", "medium": "online"}
    national = client.post("/desk/press/outlet/add/", form)
    assert "region" in national.context["adminform"].form.errors
    client.post("/desk/press/outlet/add/", form | {"region": road.world.region.pk})
    assert Outlet.objects.filter(name="Media Baru").exists()
    assert as_(road.world.colleague).get("/desk/press/outlet/add/").status_code == 403
    assert client.post(f"/desk/press/outlet/{ours.pk}/delete/").status_code == 403
