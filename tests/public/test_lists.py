"""Lists: paging by key, and answers to every kind of wrong address."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from newsroom.public.paging import PAGE_SIZE
from newsroom.releases import actions
from tests.public.shown import LISTS, page_of, shelved, text_of
from tests.world import World

_LINK = re.compile(r'class="card-headline"><a href="(/siaran/[^"]+)"')


def all_pages(client: Client, path: str) -> list[str]:
    """The releases' addresses of a list, walked from its first page to its last."""
    found: list[str] = []
    query = ""
    while True:
        page = text_of(client, path + query)
        found += _LINK.findall(page)
        older = re.search(r'rel="next" href="(\?sebelum=[^"]+)"', page)
        if not older:
            return found
        query = older[1]


def test_pages_follow_each_other_without_gap_or_repetition(world: World, client: Client) -> None:
    releases = [world.approved(headline=f"Naskah {number}") for number in range(PAGE_SIZE + 3)]
    # One hour for all: the order then hangs on the id alone.
    same_hour = world.tick()
    published = [actions.publish(one, by=world.national, at=same_hour) for one in releases]
    expected = [page_of(one) for one in reversed(published)]
    for path in ("/siaran/", "/arsip/2026/05/", "/fasilitas/lapas-kelas-iia-uji-damai/"):
        assert all_pages(client, path) == expected


def test_the_front_page_leads_on_to_the_rest(world: World, client: Client) -> None:
    for number in range(20):
        world.published(headline=f"Naskah {number}")
    page = text_of(client, "/")
    older = re.search(r'href="(/siaran/\?sebelum=[^"]+)"', page)
    assert older
    assert "Naskah 0<" in text_of(client, older[1])


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "%00",
        "-",
        "ffffffffffffff-fffffffffffffff",
        "0-0",
        "-1-1",
        "9" * 5000,
        "%F0%9F",
        "1",
    ],
)
def test_a_broken_cursor_still_gives_a_page(
    world: World, client: Client, path: str, cursor: str
) -> None:
    world.published(**shelved(world))
    assert client.get(f"{path}?sebelum={cursor}&halaman=9999999999&x[]=%00").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/arsip/2026/13/",
        "/arsip/2026/00/",
        "/arsip/0000/01/",
        "/arsip/99999/01/",
        "/arsip/2026/1/",
        "/siaran/%00/",
        "/siaran/a%20b/",
        "/fasilitas/tidak-ada/",
        "/fasilitas/tidak-ada/rss.xml",
        "/kontributor/%F0%9F%8D%8C/",
        "/topik/" + "a" * 3000 + "/",
        "/foto/x/../../etc/passwd",
    ],
)
def test_an_address_of_nothing_is_answered_404(db: None, client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_pages_are_read_and_nothing_else(db: None, client: Client) -> None:
    assert client.post("/", {"x": "1"}).status_code == 405
    assert client.delete("/tentang/").status_code == 405


def test_an_empty_newsroom_has_pages_too(world: World, client: Client) -> None:
    shelved(world)
    for path in (*LISTS, "/arsip/", "/wilayah/", "/program/", "/tentang/", "/rss.xml"):
        assert client.get(path).status_code == 200


def test_a_month_begins_and_ends_by_the_newsrooms_clock(world: World, client: Client) -> None:
    wib = ZoneInfo("Asia/Jakarta")
    release = world.approved(headline="Malam pergantian bulan")
    at = datetime(2026, 5, 31, 23, 59, 59, tzinfo=wib)
    page = page_of(actions.publish(release, by=world.national, at=at))
    assert page in text_of(client, "/arsip/2026/05/")
    assert page not in text_of(client, "/arsip/2026/06/")
    assert "/arsip/2026/05/" in text_of(client, "/arsip/")
    assert "/arsip/2026/06/" not in text_of(client, "/arsip/")
