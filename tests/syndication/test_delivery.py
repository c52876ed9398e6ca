"""Claim, act, settle: what an outlet gets, and what becomes of each way it may answer."""

from datetime import timedelta

import pytest
from django.conf import settings

from newsroom.lib import vault
from newsroom.releases import actions as editorial
from newsroom.syndication import claims, outbox
from newsroom.syndication.ladder import LADDER
from newsroom.syndication.models import Delivery, Destination, Receipt
from newsroom.syndication.parcels import Placed, Refused, TryLater
from newsroom.syndication.settlement import settle
from tests.road_map import SECOND, Road

LEASE = settings.SYNDICATION_LEASE
MINUTE = timedelta(minutes=1)


def test_a_delivery_ends_with_a_receipt(road: Road) -> None:
    release = road.publish()
    delivery = road.deliver(road.owed(release))
    assert (delivery.status, delivery.tries, delivery.lease) == ("delivered", 1, "")
    assert delivery.receipt.remote_id == "item-1"
    assert road.outcomes(delivery) == ["delivered"]
    parcel = road.partner.inbox[0]
    assert (parcel.event, parcel.replaces, parcel.uncertain) == ("release.published", "", False)
    assert parcel.key.replace("-", "").isalnum()
    assert road.partner.settings[0]["secret"] == "s3kr1t-uji"  # noqa: S105


def test_a_settled_delivery_is_not_sent_again(road: Road) -> None:
    delivery = road.owed(road.publish())
    road.deliver(delivery)
    road.deliver(delivery)
    assert len(road.partner.inbox) == 1


def test_correction_and_withdrawal_carry_what_the_outlet_called_the_item(road: Road) -> None:
    release = road.publish()
    road.deliver(road.owed(release))
    road.deliver(road.owed(road.correct(release), 2))
    road.deliver(road.owed(road.withdraw(release), 3))
    assert [one.replaces for one in road.partner.inbox] == ["", "item-1", "item-1"]
    assert [one.withdraws for one in road.partner.inbox] == [False, False, True]
    assert road.partner.inbox[2].summary == ""
    assert len({one.key for one in road.partner.inbox}) == 3


def test_every_try_of_a_delivery_carries_the_same_key(road: Road) -> None:
    road.partner.answers = [TryLater("terputus", uncertain=True)]
    delivery = road.deliver(road.owed(road.publish()))
    assert delivery.uncertain
    delivery = road.deliver(delivery, after=5 * SECOND)
    first, second = road.partner.inbox
    assert first.key == second.key
    assert (first.uncertain, second.uncertain) == (False, True)
    assert (delivery.status, delivery.uncertain) == ("delivered", False)
    assert road.outcomes(delivery) == ["try_later", "delivered"]


def test_each_rung_of_the_ladder_is_climbed_and_then_it_ends(road: Road) -> None:
    release = road.publish()
    road.partner.answers = [TryLater("tutup", status=503) for _ in LADDER]
    after = timedelta(0)
    for wait in LADDER:
        after += wait
        Destination.objects.update(resting_until=None)
        delivery = road.deliver(road.owed(release), after=after)
    assert len(road.partner.inbox) == len(LADDER) == 10
    assert (delivery.status, delivery.reason) == ("failed", "tutup")
    assert after > timedelta(hours=75)


def test_a_try_before_its_hour_does_nothing(road: Road) -> None:
    road.partner.answers = [TryLater("tutup")]
    delivery = road.deliver(road.owed(road.publish()))
    road.deliver(delivery, after=4 * SECOND)
    assert len(road.partner.inbox) == 1


def test_an_outlet_that_asks_to_wait_is_left_alone_that_long(road: Road) -> None:
    release, other = road.publish(), road.publish()
    road.partner.answers = [TryLater("penuh", after=10 * MINUTE, status=429)]
    delivery = road.deliver(road.owed(release))
    assert delivery.due_at == road.world.at + 10 * MINUTE
    waiting = road.deliver(road.owed(other), after=MINUTE)
    assert (waiting.status, waiting.tries) == ("queued", 0)
    assert waiting.due_at == road.world.at + 10 * MINUTE
    assert len(road.partner.inbox) == 1


def test_chance_spreads_the_next_try(road: Road) -> None:
    road.partner.answers = [TryLater("tutup")]
    delivery = road.deliver(road.owed(road.publish()), chance=1.0)
    assert delivery.due_at == road.world.at + 6 * SECOND


def test_a_refusal_is_final(road: Road) -> None:
    road.partner.answers = [Refused("format salah", status=400)]
    delivery = road.deliver(road.owed(road.publish()))
    assert (delivery.status, delivery.reason, delivery.uncertain) == (
        "failed",
        "format salah",
        False,
    )
    assert delivery.attempts.get().http_status == 400


def test_an_address_gone_for_good_switches_the_destination_off(road: Road) -> None:
    road.partner.answers = [Refused("alamat ditutup", gone=True, status=410)]
    road.deliver(road.owed(road.publish()))
    destination = Destination.objects.get()
    assert (destination.active, destination.stopped_reason) == (False, "alamat ditutup")
    road.publish()
    assert Delivery.objects.count() == 1


def test_our_own_error_fails_the_delivery_and_is_logged(
    road: Road, caplog: pytest.LogCaptureFixture
) -> None:
    road.partner.answers = [KeyError("id")]
    delivery = road.deliver(road.owed(road.publish()))
    assert (delivery.status, delivery.uncertain) == ("failed", True)
    assert road.outcomes(delivery) == ["broken"]
    assert Destination.objects.get().failures_in_a_row == 0
    assert "The carrying of a parcel broke" in caplog.text


def test_credentials_nobody_can_open_are_named(road: Road) -> None:
    Destination.objects.update(credentials=b"rusak")
    delivery = road.deliver(road.owed(road.publish()))
    assert delivery.status == "failed"
    assert road.partner.inbox == []
    assert road.outcomes(delivery) == ["refused"]


def test_a_held_release_waits_without_counting_a_try(road: Road) -> None:
    release = road.publish()
    editorial.hold(release, by=road.world.national, at=road.world.at, note="Tunggu.")
    delivery = road.deliver(road.owed(release))
    assert (delivery.status, delivery.tries) == ("queued", 0)
    editorial.resume(release, by=road.world.national, at=road.world.at)
    assert road.deliver(delivery, after=claims.HELD_WAIT).status == "delivered"


def test_a_destination_switched_off_waits(road: Road) -> None:
    release = road.publish()
    Destination.objects.update(active=False)
    delivery = road.deliver(road.owed(release))
    assert (delivery.status, delivery.tries) == ("queued", 0)
    assert road.partner.inbox == []


def test_an_older_edition_is_not_sent_once_a_newer_was_cut(road: Road) -> None:
    release = road.publish()
    editorial.withdraw(release, by=road.world.national, at=road.world.tick(), note="Keliru.")
    delivery = road.deliver(road.owed(release))  # the withdrawal is not even fanned out yet
    assert delivery.status == "superseded"
    assert road.partner.inbox == []


def test_a_withdrawal_waits_for_the_attempt_in_flight(road: Road) -> None:
    release = road.publish()
    held = claims.claim(road.owed(release).pk, at=road.world.at)
    assert held is not None
    road.withdraw(release)
    assert road.deliver(road.owed(release, 2)).status == "queued"
    assert road.partner.inbox == []
    settle(held, Placed("item-9"), verifies=True, at=road.world.at, chance=0)
    assert road.deliver(road.owed(release, 2)).status == "delivered"
    assert [one.replaces for one in road.partner.inbox] == ["item-9"]


def test_a_withdrawal_stays_open_until_the_removal_was_seen(road: Road) -> None:
    release = road.publish()
    road.deliver(road.owed(release))
    road.withdraw(release)
    road.partner.answers = [Placed("item-1")]
    delivery = road.deliver(road.owed(release, 2))
    assert delivery.status == "queued"
    assert list(Delivery.objects.open_withdrawals()) == [delivery]
    delivery = road.deliver(delivery, after=5 * SECOND)
    assert delivery.status == "delivered"
    assert delivery.receipt.removal_verified
    assert not Delivery.objects.open_withdrawals().exists()


def test_an_outlet_that_cannot_be_looked_at_is_taken_at_its_word(blind_road: Road) -> None:
    release = blind_road.publish()
    blind_road.deliver(blind_road.owed(release))
    blind_road.withdraw(release)
    blind_road.partner.answers = [Placed("item-1")]
    delivery = blind_road.deliver(blind_road.owed(release, 2))
    assert delivery.status == "delivered"
    assert not delivery.receipt.removal_verified


def test_a_page_that_is_still_there_keeps_the_withdrawal_open(blind_road: Road) -> None:
    release = blind_road.publish()
    blind_road.deliver(blind_road.owed(release))
    blind_road.withdraw(release)
    blind_road.partner.answers = [Placed("item-1", "https://media.example/item-1")]
    assert blind_road.deliver(blind_road.owed(release, 2)).status == "queued"


def test_a_worker_killed_on_the_road_leaves_a_try_in_doubt(road: Road) -> None:
    release = road.publish()
    assert claims.claim(road.owed(release).pk, at=road.world.at) is not None
    early = road.deliver(road.owed(release), after=LEASE - SECOND)
    assert early.status == "sending"
    delivery = road.deliver(early, after=LEASE)
    assert delivery.status == "delivered"
    assert road.outcomes(delivery) == ["lost", "delivered"]
    assert road.partner.inbox[0].uncertain


def test_a_delivery_that_loses_every_worker_is_given_up(road: Road) -> None:
    delivery = road.owed(road.publish())
    for lost in range(len(LADDER) + 1):
        claims.claim(delivery.pk, at=road.world.at + lost * LEASE)
    delivery.refresh_from_db()
    assert delivery.status == "failed"
    assert road.outcomes(delivery) == ["lost"] * len(LADDER)


def test_a_worker_back_after_its_lease_overwrites_nothing(road: Road) -> None:
    delivery = road.owed(road.publish())
    slow = claims.claim(delivery.pk, at=road.world.at)
    quick = claims.claim(delivery.pk, at=road.world.at + LEASE)
    assert slow is not None
    assert quick is not None
    assert settle(quick, Placed("item-2"), verifies=True, at=road.world.at, chance=0)
    late = settle(slow, Refused("terlambat"), verifies=True, at=road.world.at, chance=0)
    assert not late
    delivery.refresh_from_db()
    assert delivery.status == "delivered"
    assert Receipt.objects.get().remote_id == "item-2"
    assert Destination.objects.get().failures_in_a_row == 0
    first = delivery.attempts.first()
    assert first is not None
    assert first.outcome == "lost"
    assert "terlambat" in first.message


def test_the_doubt_of_an_older_edition_travels_with_the_newer(road: Road) -> None:
    release = road.publish()
    road.partner.answers = [TryLater("terputus", uncertain=True)]
    road.deliver(road.owed(release))
    road.correct(release)
    road.deliver(road.owed(release, 2))
    assert road.partner.inbox[1].uncertain
    road.deliver(road.owed(road.withdraw(release), 3))
    assert not road.partner.inbox[2].uncertain


def test_a_lapsed_older_edition_makes_way(road: Road) -> None:
    release = road.publish()
    claims.claim(road.owed(release).pk, at=road.world.at)
    road.withdraw(release)
    older = road.deliver(road.owed(release), after=LEASE)
    assert (older.status, older.uncertain) == ("superseded", True)
    assert road.deliver(road.owed(release, 2), after=LEASE).status == "delivered"
    assert [one.withdraws for one in road.partner.inbox] == [True]
    assert road.partner.inbox[0].uncertain


def test_a_changed_secret_keeps_its_old_value_for_a_day(road: Road) -> None:
    destination = Destination.objects.get()
    destination.credentials = vault.seal({"secret": "baru", "previous_secret": "lama"})
    destination.previous_secret_until = road.world.at + timedelta(hours=24)
    destination.save()
    road.deliver(road.owed(road.publish()))
    road.deliver(road.owed(road.publish()), after=timedelta(hours=24))
    seen = [one.get("previous_secret") for one in road.partner.settings]
    assert seen == ["lama", None]


def test_bells_ring_once_and_again_when_nobody_came(road: Road) -> None:
    release = road.publish()
    pk = road.owed(release).pk
    assert outbox.due_bells(at=road.world.at) == []
    later = road.world.at + outbox.ring_again()
    assert outbox.due_bells(at=later) == [pk]
    assert outbox.due_bells(at=later) == []
    claims.claim(pk, at=later)
    assert outbox.due_bells(at=later + LEASE) == [pk]
