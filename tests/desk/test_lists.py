"""Every list of the desk asks as many queries for a dozen rows as for one."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from facilities.models import Programme
from newsroom.contributors.models import Contributor
from newsroom.press.models import Outlet
from newsroom.releases.models import Topic
from newsroom.syndication.actions import connect
from tests.desk.conftest import Enter
from tests.world import World

#: What a list of the desk may ask at most, whoever looks and however long it is.
QUERIES_MOST = 14


def _destination(world: World, number: int) -> None:
    connect(
        outlet=Outlet.objects.create(name=f"Media {number}", region=world.region),
        name="utama",
        transport="webhook",
        format="ninjs",
        settings={"url": "https://media.example/", "secret": "whsec_rahasia"},
        at=world.at,
    )


def _contributor(world: World, number: int) -> None:
    Contributor.objects.create(name=f"Humas {number}", slug=f"humas-{number}", facility=world.far)


MAKERS: dict[str, Callable[[World, int], object]] = {
    "contributors_contributor": _contributor,
    "contributors_user": lambda world, n: world.person(f"Orang {n}", "writer", facility=world.far),
    "facilities_facility": lambda world, n: world.facility(f"Rutan {n}", "rutan", world.region),
    "facilities_programme": lambda _, n: Programme.objects.create(name=f"P {n}", slug=f"p-{n}"),
    "press_outlet": lambda world, n: Outlet.objects.create(name=f"M {n}", region=world.region),
    "releases_release": lambda world, n: world.submitted(headline=f"Siaran {n}"),
    "releases_topic": lambda _, n: Topic.objects.create(name=f"Topik {n}", slug=f"topik-{n}"),
    "syndication_destination": _destination,
}


@pytest.mark.parametrize("name", MAKERS)
def test_a_longer_list_asks_no_more(world: World, enter: Enter, name: str) -> None:
    client = enter(world.manager)
    address = reverse(f"admin:{name}_changelist")

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    MAKERS[name](world, 0)
    asked()  # what the first request of a process looks up once
    before = asked()
    for number in range(1, 13):
        MAKERS[name](world, number)
    assert asked() == before <= QUERIES_MOST
