"""Fan-out: who is owed an edition, once, in order, and what one broken format may stop."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.press.models import Outlet
from newsroom.releases import actions as editorial
from newsroom.releases.models import Edition, Topic
from newsroom.syndication import outbox, tasks
from newsroom.syndication.models import Delivery, Destination, Rendering
from newsroom.syndication.parcels import TryLater
from tests.road_map import Road


def statuses() -> list[tuple[int, str]]:
    """Number and status of every delivery, oldest first."""
    return list(Delivery.objects.order_by("pk").values_list("number", "status"))


def test_an_edition_is_owed_once_however_often_the_bell_rings(road: Road) -> None:
    release = road.publish()
    assert road.fan_out(release) == []
    assert statuses() == [(1, "queued")]
    assert Edition.objects.get().fanned_out_at == road.world.at


def test_a_format_renders_once_for_all_who_take_it(road: Road) -> None:
    road.connect("Media Kedua")
    road.publish()
    assert Delivery.objects.count() == 2
    assert bytes(Rendering.objects.get().body).startswith(b"Warga binaan")


def test_a_broken_format_stops_its_own_deliveries_only(
    road: Road, caplog: pytest.LogCaptureFixture
) -> None:
    unlucky = road.connect("Media Sial", format="broken")
    release = road.publish()
    failed = road.owed(release, destination=unlucky)
    assert (failed.status, failed.settled_at) == ("failed", road.world.at)
    assert "ZeroDivisionError" in failed.reason
    assert Rendering.objects.get(format="broken").error == failed.reason
    assert road.owed(release).status == "queued"
    assert "Format broken broke" in caplog.text


def test_a_newer_edition_supersedes_what_still_waits(road: Road) -> None:
    release = road.publish()
    road.correct(release)
    assert statuses() == [(1, "superseded"), (2, "queued")]


def test_a_bell_out_of_order_still_sends_the_newest_only(road: Road) -> None:
    release = road.world.published()
    first = Edition.objects.get()
    road.world.corrected(release)
    second = Edition.objects.get(number=2)
    assert len(outbox.fan_out(second.pk, at=road.world.at)) == 1
    assert outbox.fan_out(first.pk, at=road.world.at) == []
    assert statuses() == [(1, "superseded"), (2, "queued")]
    assert not Edition.objects.waiting().exists()


def test_a_withdrawal_goes_nowhere_where_nothing_was_sent(road: Road) -> None:
    release = road.publish()
    road.withdraw(release)
    assert statuses() == [(1, "superseded")]
    assert road.partner.inbox == []


def test_a_withdrawal_goes_to_who_has_and_who_may_have_the_item(road: Road) -> None:
    unsure, never = road.connect("Media Ragu"), road.connect("Media Kosong")
    release = road.publish()
    road.deliver(road.owed(release))
    road.partner.answers = [TryLater("terputus", uncertain=True)]
    road.deliver(road.owed(release, destination=unsure))
    road.withdraw(release)
    owed = Delivery.objects.filter(number=2).order_by("destination_id")
    assert [one.destination for one in owed] == [road.destination, unsure]
    assert road.owed(release, destination=never).status == "superseded"


def test_a_withdrawal_is_owed_to_a_holder_that_was_switched_off_since(road: Road) -> None:
    release = road.publish()
    road.deliver(road.owed(release))
    Destination.objects.update(active=False)
    road.withdraw(release)
    assert road.owed(release, 2).status == "queued"


def test_a_filter_decides_who_wants_a_story_first(road: Road) -> None:
    topic = Topic.objects.create(name="Pertanian", slug="pertanian")
    choosy, elsewhere = road.connect("Media Tani"), road.connect("Media Timur")
    choosy.topics.add(topic)
    elsewhere.regions.add(road.world.other_region)
    road.destination.facilities.add(road.world.lapas)
    release = road.publish(topics=[topic])
    plain = road.publish()
    assert owners(release) == {road.destination, choosy}
    assert owners(plain) == {road.destination}


def owners(release: Any) -> set[Destination]:
    """Who is owed the release."""
    return set(Destination.objects.filter(deliveries__release=release))


def test_who_has_the_item_gets_its_correction_though_the_filter_changed(road: Road) -> None:
    release = road.publish()
    road.deliver(road.owed(release))
    road.destination.regions.add(road.world.other_region)
    road.correct(release)
    assert road.owed(release, 2).status == "queued"


def test_a_facility_or_its_region_may_let_a_story_in(road: Road) -> None:
    road.destination.regions.add(road.world.other_region)
    road.destination.facilities.add(road.world.lapas)
    assert owners(road.publish()) == {road.destination}


def test_nothing_is_owed_where_the_transaction_breaks(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = road.world.published()

    def break_down(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(Edition, "save", break_down)
        with pytest.raises(RuntimeError):
            road.fan_out(release)
    assert not Delivery.objects.exists()
    assert not Rendering.objects.exists()
    assert Edition.objects.waiting().count() == 1


def test_two_hundred_destinations_cost_no_more_queries_than_two(road: Road) -> None:
    def cost() -> int:
        release = road.world.published()
        with CaptureQueriesContext(connection) as queries:
            road.fan_out(release)
        inserts = [one for one in queries if '"syndication_delivery"' in one["sql"][:40]]
        return len(queries) - len(inserts)  # SQLite writes many rows in batches

    road.connect("Media Kedua")
    few = cost()
    outlet = Outlet.objects.create(name="Media Ketiga")
    Destination.objects.bulk_create(
        Destination(
            outlet=outlet,
            name=str(number),
            transport="partner",
            format="lines",
            created_at=road.world.at,
        )
        for number in range(198)
    )
    assert cost() == few <= 17
    assert Delivery.objects.count() == 202


def test_publication_rings_the_bell_and_survives_a_broken_one(
    road: Road, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    rung: list[int] = []

    def ring(ids: tuple[int], **_: object) -> None:
        rung.append(ids[0])
        raise OSError("no broker")

    monkeypatch.setattr(tasks.fan_out, "apply_async", ring)
    release = road.world.approved()
    with django_capture_on_commit_callbacks(execute=True):
        editorial.publish(release, by=road.world.national, at=road.world.tick())
    assert rung == [Edition.objects.get().pk]
    assert Edition.objects.waiting().count() == 1
