"""A destination that fails rests, is probed by one delivery, and recovers at once."""

from datetime import timedelta

import pytest

from newsroom.syndication import health
from newsroom.syndication.models import Delivery, Destination
from newsroom.syndication.parcels import Refused, TryLater
from tests.road_map import Road

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("failures", "minutes"), [(4, 0), (5, 1), (6, 2), (7, 4), (10, 32), (11, 60), (500, 60)]
)
def test_rest_grows_with_failures_to_an_hour(failures: int, minutes: int) -> None:
    assert health.rest_after(failures) == minutes * MINUTE


@pytest.fixture
def tired(road: Road) -> Road:
    """A road whose destination has just failed five times, with two deliveries untried."""
    for _ in range(health.PATIENCE + 2):
        road.publish()
    road.partner.answers = [TryLater("tutup") for _ in range(health.PATIENCE)]
    for delivery in Delivery.objects.order_by("pk")[: health.PATIENCE]:
        road.deliver(delivery)
    return road


def test_after_five_failures_the_others_wait(tired: Road) -> None:
    destination = Destination.objects.get()
    assert destination.failures_in_a_row == 5
    assert destination.failing_since == tired.world.at
    waiting = tired.deliver(Delivery.objects.latest("pk"))
    assert (waiting.status, waiting.tries) == ("queued", 0)
    assert waiting.due_at == destination.resting_until == tired.world.at + MINUTE
    assert len(tired.partner.inbox) == 5


def test_one_delivery_probes_when_the_rest_is_over(tired: Road) -> None:
    probe, other = Delivery.objects.order_by("-pk")[:2]
    tired.partner.answers = [TryLater("masih tutup")]
    assert tired.deliver(probe, after=MINUTE).tries == 1
    assert tired.deliver(other, after=MINUTE).tries == 0
    assert len(tired.partner.inbox) == 6
    destination = Destination.objects.get()
    assert destination.resting_until == tired.world.at + 3 * MINUTE


def test_a_probe_that_never_returns_is_followed_by_another(tired: Road) -> None:
    destination = Destination.objects.get()
    over = tired.world.at + MINUTE
    assert health.rests_until(destination, at=over) is None
    until = health.rests_until(destination, at=over)
    assert until is not None
    destination.refresh_from_db()
    assert health.rests_until(destination, at=until) is None


def test_success_ends_the_rest_and_wakes_who_waited(tired: Road) -> None:
    waiting, probe = Delivery.objects.order_by("-pk")[:2]
    tired.deliver(waiting)
    assert tired.deliver(probe, after=MINUTE).status == "delivered"
    destination = Destination.objects.get()
    assert (destination.failures_in_a_row, destination.failing_since) == (0, None)
    assert destination.resting_until is None
    assert destination.last_success_at == tired.world.at + MINUTE
    assert tired.deliver(waiting, after=MINUTE).status == "delivered"


def test_refusals_in_a_row_rest_it_too(road: Road) -> None:
    road.partner.answers = [Refused("sandi salah", status=401) for _ in range(health.PATIENCE)]
    for _ in range(health.PATIENCE):
        road.deliver(road.owed(road.publish()))
    assert Destination.objects.get().resting_until is not None
