"""Photos travel with a parcel where the transport uploads them, and only there."""

import io

import pytest
from PIL import Image

from newsroom.releases import actions as editorial
from newsroom.releases.models import Release
from newsroom.syndication.models import Delivery
from newsroom.syndication.packing import parcel_for
from tests.releases.photos.album import rendered
from tests.road_map import Road


@pytest.fixture
def illustrated(road: Road) -> Release:
    """A published release with one wide photo, fanned out."""
    world = road.world
    release = world.draft()
    rendered(world, release, size=(2400, 1600))
    editorial.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    editorial.publish(release, by=world.national, at=world.tick())
    road.fan_out(release)
    return release


def test_a_photo_travels_as_a_jpeg_of_about_1200_pixels(road: Road, illustrated: Release) -> None:
    road.deliver(road.owed(illustrated))
    (photo,) = road.partner.inbox[0].enclosures
    with Image.open(io.BytesIO(photo.body)) as picture:
        assert picture.format == "JPEG"
        assert 900 <= picture.width <= 1700
    assert photo.content_type == "image/jpeg"
    assert photo.caption
    assert photo.credit
    assert photo.alt


def test_no_photo_is_read_for_a_transport_that_links(road: Road, illustrated: Release) -> None:
    delivery = Delivery.objects.get()
    assert parcel_for(delivery, at=road.world.at, enclosures=False).enclosures == ()


def test_a_withdrawal_carries_no_photo(road: Road, illustrated: Release) -> None:
    road.deliver(road.owed(illustrated))
    road.withdraw(illustrated)
    road.deliver(road.owed(illustrated, 2))
    assert road.partner.inbox[1].withdraws
    assert road.partner.inbox[1].enclosures == ()
