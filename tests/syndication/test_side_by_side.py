"""Several workers at the same moment, on PostgreSQL's real locks."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from newsroom.releases import actions as editorial
from newsroom.releases.models import Edition
from newsroom.syndication import actions, claims, health, outbox
from newsroom.syndication.delivery import deliver
from newsroom.syndication.models import Attempt, Delivery, Destination
from tests.road_map import Road
from tests.side_by_side import side_by_side

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def test_two_workers_claim_one_row_and_one_wins(road: Road) -> None:
    for _ in range(10):
        pk = road.owed(road.publish()).pk
        won = side_by_side(*[lambda pk=pk: claims.claim(pk, at=road.world.at)] * 4)
        assert sum(isinstance(one, claims.Claim) for one in won) == 1, won
        assert won.count(None) == 3, won


def test_a_parcel_is_carried_once_though_four_workers_try(road: Road) -> None:
    deliveries = [road.owed(road.publish()).pk for _ in range(5)]

    def work() -> None:
        for pk in deliveries:
            deliver(pk, clock=road.clock(road.world.at))

    assert side_by_side(*[work] * 4) == [None] * 4
    assert len(road.partner.inbox) == 5
    assert Attempt.objects.count() == 5


def test_two_editions_are_never_on_the_road_together(road: Road) -> None:
    for _ in range(5):
        release = road.publish()
        first = road.owed(release)
        claims.claim(first.pk, at=road.world.at)
        road.withdraw(release)
        second = road.owed(release, 2)
        lapsed = road.world.at + health.settings.SYNDICATION_LEASE * 2
        side_by_side(
            lambda pk=first.pk, at=lapsed: claims.claim(pk, at=at),
            lambda pk=second.pk, at=lapsed: claims.claim(pk, at=at),
        )
        sending = Delivery.objects.filter(release=release, status="sending")
        assert sending.count() <= 1
        assert road.owed(release).status == "superseded"


def test_two_fan_outs_at_once_owe_an_edition_once(road: Road) -> None:
    release = road.world.published()
    edition = Edition.objects.get(release=release)
    owed = side_by_side(*[lambda: outbox.fan_out(edition.pk, at=road.world.at)] * 3)
    assert sorted(map(len, owed)) == [0, 0, 1]
    assert Delivery.objects.count() == 1


def test_a_claim_and_a_withdrawal_at_once_never_lose_the_withdrawal(road: Road) -> None:
    """Either the older edition was never sent, or its outlet is owed the withdrawal."""
    for _ in range(10):
        release = road.publish()
        editorial.hold(release, by=road.world.national, at=road.world.tick(), note="Tunggu.")
        editorial.resume(release, by=road.world.national, at=road.world.tick())
        pk, at = road.owed(release).pk, road.world.tick()
        side_by_side(
            lambda pk=pk, at=at: claims.claim(pk, at=at),
            lambda release=release: road.withdraw(release),
        )
        sent = Attempt.objects.filter(delivery=pk).exists()
        assert Delivery.objects.filter(release=release, number=2).exists() == sent


def test_one_worker_is_the_probe(road: Road) -> None:
    Destination.objects.update(resting_until=road.world.at)
    destination = Destination.objects.get()
    answers = side_by_side(*[lambda: health.rests_until(destination, at=road.world.at)] * 4)
    assert answers.count(None) == 1


@pytest.mark.parametrize(
    "others_do",
    [
        lambda road, at: health.succeeded(road.destination.pk, at=at),
        lambda road, at: actions.retry_all(road.destination, by=road.world.manager, at=at),
        lambda road, at: actions.switch(
            road.destination, on=True, by=road.world.manager, at=at, reason=""
        ),
    ],
    ids=["a recovery", "everything again", "switched on"],
)
def test_a_claim_never_deadlocks_with(road: Road, others_do: Callable[[Road, Any], Any]) -> None:
    """Whoever claims holds the delivery and then asks for the destination."""
    delivery = road.owed(road.publish())
    Delivery.objects.update(due_at=road.world.at + health.FIRST_REST)
    Destination.objects.update(failures_in_a_row=5, failing_since=road.world.at)

    @transaction.atomic
    def claiming() -> None:
        Delivery.objects.filter(pk=delivery.pk).update(reason="dipegang")
        time.sleep(0.3)  # the other one has begun by now
        Destination.objects.update(resting_until=None)

    @transaction.atomic
    def other() -> None:
        time.sleep(0.1)
        others_do(road, road.world.at)

    outcomes = side_by_side(claiming, other)
    assert not [one for one in outcomes if isinstance(one, Exception)], outcomes
