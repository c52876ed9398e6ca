"""One newsroom with one partner outlet, reached by a transport in memory."""

import pytest

from newsroom.syndication.formats import FORMATS
from newsroom.syndication.transports import TRANSPORTS
from tests.fakes.formats import Broken, Lines
from tests.fakes.partner import Partner
from tests.road_map import Road
from tests.world import World


@pytest.fixture
def partner(monkeypatch: pytest.MonkeyPatch) -> Partner:
    """The partner outlet, with its transport and two formats in the lists."""
    partner = Partner()
    monkeypatch.setitem(TRANSPORTS, "partner", partner.transport())
    monkeypatch.setitem(FORMATS, "lines", Lines)
    monkeypatch.setitem(FORMATS, "broken", Broken)
    return partner


@pytest.fixture
def road(world: World, partner: Partner) -> Road:
    """The road behind publication: see tests/road_map.py."""
    return Road(world, partner)


@pytest.fixture
def blind_road(road: Road, monkeypatch: pytest.MonkeyPatch) -> Road:
    """The same, by a transport that cannot see whether an item is gone."""
    monkeypatch.setitem(TRANSPORTS, "partner", road.partner.transport(verifies=False))
    return road
