"""An outlet that fails in each way the ladder knows ends with exactly one item, or is named."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from newsroom.syndication.models import Destination
from tests.fakes.moody_outlet import (
    MoodyOutlet,
    drops_after,
    drops_before,
    says,
    stammers_after,
    talks_nonsense,
)
from tests.road_map import Road

SECOND = timedelta(seconds=1)
Mood = Callable[[MoodyOutlet, bytes], bytes]


@pytest.mark.parametrize(
    ("mood", "uncertain", "wait"),
    [
        (says("500 Internal Server Error"), True, 5),
        (says("502 Bad Gateway"), True, 5),
        (says("503 Service Unavailable", Retry_After="120"), True, 120),
        (says("504 Gateway Timeout"), True, 5),
        (says("429 Too Many Requests", Retry_After="3600"), False, 3600),
        (says("429 Too Many Requests", Retry_After="1"), False, 5),
        (says("425 Too Early"), False, 5),
        (drops_before, True, 5),
        (drops_after, True, 5),
        (stammers_after, True, 5),
        (talks_nonsense, True, 5),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_bad_day_delays_the_item_and_never_doubles_it(
    road: Road, outlet: MoodyOutlet, mood: Mood, uncertain: bool, wait: int
) -> None:
    outlet.moods = [mood]
    release = road.publish()
    delivery = road.deliver(road.owed(release))
    assert (delivery.status, delivery.uncertain) == ("queued", uncertain), delivery.reason
    assert delivery.due_at == road.world.at + wait * SECOND
    delivery = road.deliver(delivery, after=wait * SECOND)
    assert delivery.status == "delivered", delivery.reason
    assert list(outlet.items()) == [release.guid.urn]
    assert len(outlet.ids) == 2
    assert len(set(outlet.ids)) == 1
    assert road.outcomes(delivery) == ["try_later", "delivered"]


@pytest.mark.parametrize(
    "status",
    [
        "301 Moved Permanently",
        "400 Bad Request",
        "401 Unauthorized",
        "403 Forbidden",
        "404 Not Found",
        "413 Content Too Large",
        "422 Unprocessable Content",
    ],
)
def test_a_refusal_is_final_and_named(road: Road, outlet: MoodyOutlet, status: str) -> None:
    outlet.moods = [says(status, Location="https://lain.example/")]
    delivery = road.deliver(road.owed(road.publish()))
    assert delivery.status == "failed"
    assert status[:3] in delivery.reason
    assert Destination.objects.get().active
    assert outlet.items() == {}


def test_an_address_gone_for_good_is_used_no_more(road: Road, outlet: MoodyOutlet) -> None:
    outlet.moods = [says("410 Gone")]
    delivery = road.deliver(road.owed(road.publish()))
    assert delivery.status == "failed"
    destination = Destination.objects.get()
    assert not destination.active
    assert "410" in destination.stopped_reason


def test_nobody_listening_is_certain_not_to_have_it(road: Road, outlet: MoodyOutlet) -> None:
    destination = road.destination
    destination.settings["url"] = "http://127.0.0.1:8599/webhook"
    destination.save()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.HTTP_PRIVATE_HOSTS", ["127.0.0.1:8599"])
        delivery = road.deliver(road.owed(road.publish()))
    assert (delivery.status, delivery.uncertain) == ("queued", False)


def test_an_outlet_silent_for_long_is_in_doubt(
    road: Road, outlet: MoodyOutlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sleeps(outlet: MoodyOutlet, raw: bytes) -> bytes:
        answer = outlet.answer(raw)
        outlet.asleep.wait(5)
        return answer

    monkeypatch.setattr(
        "newsroom.syndication.transports.errand.Errand.__init__.__defaults__", (SECOND / 2,)
    )
    outlet.moods = [sleeps]
    delivery = road.deliver(road.owed(road.publish()))
    outlet.asleep.set()
    assert (delivery.status, delivery.uncertain) == ("queued", True)
    assert len(outlet.items()) == 1
    assert road.deliver(delivery, after=5 * SECOND).status == "delivered"
    assert len(outlet.items()) == 1


def test_a_wrong_secret_is_refused_and_said(road: Road, outlet: MoodyOutlet) -> None:
    from_elsewhere = "whsec_" + "bGFpbi1sYWluLWxhaW4tbGFpbi1sYWluLWxhaW4tbGE="
    outlet.trust(from_elsewhere)
    delivery = road.deliver(road.owed(road.publish()))
    assert delivery.status == "failed"
    assert "401" in delivery.reason


def test_an_edition_in_doubt_is_withdrawn_all_the_same(road: Road, outlet: MoodyOutlet) -> None:
    outlet.moods = [drops_after]
    release = road.publish()
    road.deliver(road.owed(release))
    road.withdraw(release)
    delivery = road.deliver(road.owed(release, 2))
    assert delivery.status == "delivered", delivery.reason
    assert delivery.receipt.removal_verified
    assert road.owed(release).status == "superseded"
    assert outlet.items()[release.guid.urn].withdrawn
