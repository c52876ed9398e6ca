"""Copies of pages: kept by browsers, asked for again, never older than the truth."""

import pytest
from django.test import Client

from newsroom.releases import actions
from tests.public.shown import LISTS, page_of, shelved
from tests.world import World


@pytest.mark.parametrize("path", [*LISTS, "/rss.xml", "/tentang/", "own"])
def test_a_copy_must_be_asked_for_and_costs_nothing_while_true(
    world: World, client: Client, path: str
) -> None:
    release = world.published(**shelved(world))
    path = page_of(release) if path == "own" else path
    first = client.get(path)
    assert first["Cache-Control"] == "no-cache"
    assert "Cookie" not in first.get("Vary", "")
    again = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    world.corrected(release)
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == (
        304 if path == "/tentang/" else 200
    )


def test_the_copy_of_a_withdrawn_release_is_answered_410(world: World, client: Client) -> None:
    release = world.published()
    page = page_of(release)
    etag = client.get(page)["ETag"]
    actions.withdraw(release, by=world.national, at=world.tick(), note="Keliru.")
    gone = client.get(page, headers={"If-None-Match": etag, "If-Modified-Since": "x"})
    assert gone.status_code == 410
    assert "ETag" not in gone


def test_head_says_what_get_says_without_the_text(world: World, client: Client) -> None:
    page = page_of(world.published())
    got, head = client.get(page), client.head(page)
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == got["ETag"]
    assert client.head(page, headers={"If-None-Match": got["ETag"]}).status_code == 304
    assert client.head("/siaran/tidak-ada/").status_code == 404


def test_reading_sets_no_cookie(world: World, client: Client) -> None:
    for path in ("/", page_of(world.published()), "/rss.xml", "/tidak-ada/"):
        assert not client.get(path).cookies
