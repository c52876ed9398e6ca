"""RSS: valid, complete, and silent about what was taken back."""

from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
from django.test import Client

from newsroom.releases import actions
from tests.public.shown import FEEDS, illustrated, page_of, shelved
from tests.world import World

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}"


def channel_of(client: Client, path: str) -> ElementTree.Element:
    """The channel of a feed that must parse."""
    response = client.get(path)
    assert response["Content-Type"].startswith("application/rss+xml")
    root = ElementTree.fromstring(response.content)  # noqa: S314 - our own answer
    assert root.attrib["version"] == "2.0"
    channel = root.find("channel")
    assert channel is not None
    return channel


@pytest.mark.parametrize("path", FEEDS)
def test_each_feed_has_what_the_standard_asks_for(world: World, client: Client, path: str) -> None:
    release = world.published(**shelved(world))
    channel = channel_of(client, path)
    for name in ("title", "link", "description"):
        assert channel.findtext(name)
    itself = channel.find(f"{_ATOM}link")
    assert itself is not None
    assert itself.attrib["rel"] == "self"
    assert itself.attrib["href"].endswith(path)
    item = channel.find("item")
    assert item is not None
    guid = item.find("guid")
    assert guid is not None
    assert guid.text == release.guid.urn
    assert guid.attrib["isPermaLink"] == "false"
    assert (item.findtext("link") or "").endswith(page_of(release))
    assert item.findtext("title") == "Warga binaan panen sayur di kebun Lapas"
    assert {one.text for one in item.findall("category")} == {"Program Uji", "Topik Uji"}
    published = parsedate_to_datetime(item.findtext("pubDate") or "")
    assert published == release.first_published_at
    assert published.utcoffset() is not None
    text = item.findtext(f"{_CONTENT}encoded") or ""
    assert "<p>Hasil panen dibagikan ke dapur" in text
    assert "UJI DAMAI, Lapas Kelas IIA Uji Damai" in text


def test_the_photo_is_enclosed_with_its_size(world: World, client: Client) -> None:
    release = illustrated(world)
    enclosure = channel_of(client, "/rss.xml").find("item/enclosure")
    assert enclosure is not None
    assert enclosure.attrib["url"].endswith(f"/foto/{release.photos.get().token}/960.jpg")
    assert enclosure.attrib["length"] == "9600"
    assert enclosure.attrib["type"] == "image/jpeg"


def test_a_corrected_item_keeps_its_guid_and_takes_the_new_text(
    world: World, client: Client
) -> None:
    release = world.corrected(world.published())
    items = channel_of(client, "/rss.xml").findall("item")
    assert [item.findtext("guid") for item in items] == [release.guid.urn]
    assert "45 kilogram" in (items[0].findtext("description") or "")


def test_markup_in_a_headline_stays_text(world: World, client: Client) -> None:
    world.published(headline="Panen <b>besar</b> & ramai")
    item = channel_of(client, "/rss.xml").find("item")
    assert item is not None
    assert item.findtext("title") == "Panen <b>besar</b> & ramai"


def test_a_reader_who_asks_by_date_learns_of_a_withdrawal(world: World, client: Client) -> None:
    older, newer = world.published(headline="Lama"), world.published(headline="Baru")
    first = client.get("/rss.xml")
    asked = {"If-Modified-Since": first["Last-Modified"]}
    assert client.get("/rss.xml", headers=asked).status_code == 304
    actions.withdraw(newer, by=world.national, at=world.tick(), note="Keliru.")
    again = client.get("/rss.xml", headers=asked)
    assert again.status_code == 200
    assert page_of(newer) not in again.content.decode()
    assert page_of(older) in again.content.decode()
