"""Answers that cannot be written down as they are, and a worker that was stopped before sending."""

from datetime import datetime

import pytest
from django.conf import settings
from django.db import IntegrityError

from newsroom.syndication import delivery as engine
from newsroom.syndication.models import Delivery
from newsroom.syndication.packing import parcel_for
from newsroom.syndication.parcels import Parcel, Placed, Refused, TryLater
from tests.road_map import Road

STRANGE = "aneh\x00\ud800"


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (Placed(STRANGE, f"https://media.example/{STRANGE}", (STRANGE,), STRANGE), "delivered"),
        (Placed("a" * 300, "https://media.example/" + "a" * 600), "delivered"),
        (TryLater(STRANGE), "queued"),
        (Refused(STRANGE, gone=True), "failed"),
        (ValueError(STRANGE), "failed"),
    ],
)
def test_whatever_an_outlet_says_is_written_down(
    road: Road, answer: Placed | Exception, status: str
) -> None:
    release = road.publish()
    road.partner.answers = [answer]
    assert road.deliver(road.owed(release)).status == status


def test_a_worker_stopped_before_sending_sends_nothing_after_a_withdrawal(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = road.publish()
    first, packed = road.owed(release), parcel_for

    def stopped_for_long(delivery: Delivery, *, at: datetime, enclosures: bool) -> Parcel:
        parcel = packed(delivery, at=at, enclosures=enclosures)
        monkeypatch.setattr(engine, "parcel_for", packed)
        road.world.at += settings.SYNDICATION_LEASE
        road.deliver(first)  # another worker takes it over
        road.deliver(road.owed(road.withdraw(release), 2))
        return parcel

    monkeypatch.setattr(engine, "parcel_for", stopped_for_long)
    engine.deliver(first.pk, clock=lambda: road.world.at)
    assert [parcel.number for parcel in road.partner.inbox] == [1, 2]
    assert road.owed(release, 2).status == "delivered"


def test_a_delivery_has_a_status_the_engine_knows(road: Road) -> None:
    road.publish()
    with pytest.raises(IntegrityError):
        Delivery.objects.update(status="entah", settled_at=road.world.at)
