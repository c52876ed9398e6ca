"""A consent that names its outlets: nobody else is sent the text, and nobody forgets who has it."""

from datetime import date
from typing import Any

from newsroom.press.models import Outlet
from newsroom.releases import actions as editorial
from newsroom.releases import consents
from newsroom.releases.actions import Declared
from newsroom.safeguards import actions
from newsroom.safeguards.actions import Given, Paper
from newsroom.safeguards.models import Consent
from newsroom.syndication.access import holders_of
from newsroom.syndication.models import Delivery, Destination
from tests.road_map import Road
from tests.world import World


def relying(world: World, *only: Destination) -> dict[str, Any]:
    """Fields of a release whose inmate agreed to be named, at these outlets only."""
    outlets = list(Outlet.objects.filter(pk__in=[one.outlet_id for one in only]))
    given = Given("Bayu Contoh", True, False, date(2026, 4, 1), outlets=outlets)
    paper = Paper(b"kertas", "image/jpeg")
    one = actions.record_consent(world.lapas, given, paper, by=world.writer, at=world.tick())
    return {"people": [Declared("Bayu Contoh", "inmate", 31, consent=one.pk)]}


def test_it_goes_to_the_outlets_the_person_agreed_to_and_no_others(
    world: World, road: Road
) -> None:
    near = road.connect("Media Dekat")
    release = road.publish(**relying(world, near))
    assert [one.destination for one in Delivery.objects.filter(release=release)] == [near]


def test_an_outlet_that_has_an_older_text_is_not_sent_the_new_one(world: World, road: Road) -> None:
    release = road.publish()
    assert road.deliver(road.owed(release)).status == Delivery.Status.DELIVERED
    near = road.connect("Media Dekat")
    world.corrected(release, **relying(world, near))
    road.fan_out(release)
    failed = road.deliver(road.owed(release, number=2))
    assert failed.status == Delivery.Status.FAILED
    assert failed.reason
    assert len(road.partner.inbox) == 1


def test_a_withdrawal_reaches_every_outlet_whatever_was_agreed(world: World, road: Road) -> None:
    release = road.publish(**relying(world, road.destination))
    road.deliver(road.owed(release))
    assert holders_of(release) == ["Media Uji"]
    road.withdraw(release)
    assert road.deliver(road.owed(release, number=2)).status == Delivery.Status.DELIVERED


def taken_back(world: World) -> None:
    """The one consent there is, with all that follows, as the desk does it."""
    one, at = Consent.objects.get(), world.tick()
    actions.withdraw_consent(one, by=world.writer, at=at, note="Ia menariknya.")
    consents.take_back(one, by=world.writer, at=at)


def test_what_waits_for_an_outlet_stops_when_a_consent_is_taken_back(
    world: World, road: Road
) -> None:
    release = road.publish(**relying(world, road.destination))
    taken_back(world)
    assert road.deliver(road.owed(release)).status == Delivery.Status.FAILED
    assert not road.partner.inbox


def test_the_correction_that_follows_goes_out(world: World, road: Road) -> None:
    release = road.publish(**relying(world, road.destination))
    road.deliver(road.owed(release))
    taken_back(world)
    fields = {"change_note": "Satu nama dihapus.", "lead": "Sebanyak 45 kilogram sayur dipanen."}
    editorial.revise(release, by=world.writer, at=world.tick(), fields=fields)
    editorial.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    editorial.publish(release, by=world.national, at=world.tick())
    road.fan_out(release)
    assert road.deliver(road.owed(release, number=2)).status == Delivery.Status.DELIVERED
