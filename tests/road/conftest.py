"""The road with real bytes: a partner outlet that listens on loopback and verifies signatures."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from newsroom.press.models import Outlet
from newsroom.syndication import actions
from tests.fakes.moody_outlet import SECRET, MoodyOutlet
from tests.fakes.partner import Partner
from tests.road_map import Road
from tests.world import World


@pytest.fixture
def outlet(tmp_path: Path, settings: Settings) -> Iterator[MoodyOutlet]:
    """An open outlet that the way out may reach."""
    with MoodyOutlet(tmp_path).open() as outlet:
        settings.HTTP_PRIVATE_HOSTS = [f"127.0.0.1:{outlet.port}"]
        yield outlet


@pytest.fixture
def road(world: World, outlet: MoodyOutlet) -> Road:
    """The road to that outlet, by signed webhooks carrying ninjs."""
    destination = actions.connect(
        outlet=Outlet.objects.create(name="Media Uji"),
        name="utama",
        transport="webhook",
        format="ninjs",
        settings={"url": outlet.url, "secret": SECRET},
        at=world.at,
    )
    return Road(world, Partner(), destination)
