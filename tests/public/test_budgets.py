"""How many queries a page may ask, however many releases there are."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from newsroom.releases import actions
from tests.public.shown import LISTS, page_of, shelved, with_photo
from tests.world import World


@pytest.fixture
def busy(world: World) -> World:
    """A newsroom whose releases have photos, topics, programmes and corrections."""
    for number in range(8):
        release = world.draft(**{**shelved(world), "headline": f"Naskah {number}"})
        with_photo(release, world.at)
        actions.revise(release, by=world.writer, at=world.tick(), fields={})
        actions.submit(release, by=world.writer, at=world.tick())
        world.approve(release)
        world.corrected(actions.publish(release, by=world.national, at=world.tick()))
    return world


def queries(client: Client, path: str) -> int:
    """How many queries the page costs."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    assert not any("COUNT(" in one["sql"] for one in captured.captured_queries)
    return len(captured)


def test_a_release_page_asks_at_most_six(busy: World, client: Client) -> None:
    newest = busy.published(**shelved(busy))
    assert queries(client, page_of(newest)) <= 6
    first = newest.__class__.objects.readable().newest().last()
    assert first is not None
    assert first.photos.exists()
    assert queries(client, page_of(first)) <= 6


def test_the_front_page_asks_at_most_eight(busy: World, client: Client) -> None:
    assert queries(client, "/") <= 8


@pytest.mark.parametrize("path", LISTS)
def test_every_list_asks_at_most_eight(busy: World, client: Client, path: str) -> None:
    assert queries(client, path) <= 8


def test_a_feed_asks_at_most_six(busy: World, client: Client) -> None:
    assert queries(client, "/rss.xml") <= 6
    assert queries(client, "/wilayah/uji-tengah/rss.xml") <= 6
