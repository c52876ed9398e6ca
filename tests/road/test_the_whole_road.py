"""From a draft to the partner's page and back: every step, with real bytes and real signatures."""

from datetime import timedelta

from newsroom.releases import actions, sweeps
from newsroom.releases.chain import breaks
from newsroom.releases.models import Edition, Release
from newsroom.syndication.models import Receipt
from tests.fakes.moody_outlet import MoodyOutlet
from tests.road_map import Road


def published_by_schedule(road: Road) -> Release:
    """Drafted, submitted, returned, submitted again, approved, scheduled, published."""
    world = road.world
    release = world.submitted()
    actions.send_back(release, by=world.colleague, at=world.tick(), note="Mohon lengkapi angka.")
    actions.revise(
        release, by=world.writer, at=world.tick(), fields={"headline": "Panen raya di Lapas"}
    )
    actions.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    hour = world.tick() + timedelta(minutes=30)
    actions.schedule(release, by=world.national, at=world.tick(), publish_at=hour)
    assert sweeps.publish_due(at=world.at) == 0
    world.at = hour
    assert sweeps.publish_due(at=hour) == 1
    return release


def test_a_release_travels_the_whole_road(road: Road, outlet: MoodyOutlet) -> None:
    release = published_by_schedule(road)
    assert outlet.items() == {}

    road.fan_out(release)
    first = road.deliver(road.owed(release))
    held = outlet.items()[release.guid.urn]
    assert (held.item.headline, held.item.edition) == ("Panen raya di Lapas", 1)
    assert first.receipt.remote_url.startswith(f"http://127.0.0.1:{outlet.port}/berita/")

    road.correct(release)
    road.deliver(road.owed(release, 2))
    assert outlet.items()[release.guid.urn].item.edition == 2

    road.withdraw(release)
    third = road.deliver(road.owed(release, 3))
    assert third.receipt.removal_verified
    assert outlet.items()[release.guid.urn].withdrawn
    assert len(outlet.items()) == 1
    assert Receipt.objects.count() == Edition.objects.count() == 3
    assert list(breaks()) == []
