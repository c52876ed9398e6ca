"""Nothing is public unless it is a live edition that nobody holds: looked for on every page."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from newsroom.contributors.models import Contributor
from newsroom.releases import actions
from newsroom.releases.models import Release, Topic
from tests.public.shown import FEEDS, LISTS, MARKER, page_of, shelved, text_of, where
from tests.world import World

Unpublished = Callable[[World, dict[str, object]], Release]


def drafted(world: World, fields: dict[str, object]) -> Release:
    return world.draft(**fields)


def in_review(world: World, fields: dict[str, object]) -> Release:
    return world.submitted(**fields)


def sent_back(world: World, fields: dict[str, object]) -> Release:
    release = world.submitted(**fields)
    return actions.send_back(release, by=world.national, at=world.tick(), note="Lengkapi.")


def approved(world: World, fields: dict[str, object]) -> Release:
    return world.approved(**fields)


def scheduled(world: World, fields: dict[str, object]) -> Release:
    release = world.approved(**fields)
    hour = world.at + timedelta(days=1)
    return actions.schedule(release, by=world.national, at=world.tick(), publish_at=hour)


def embargoed(world: World, fields: dict[str, object]) -> Release:
    return world.approved(**{**fields, "embargo_until": world.at + timedelta(days=2)})


def spiked(world: World, fields: dict[str, object]) -> Release:
    return actions.spike(world.draft(**fields), by=world.national, at=world.tick())


def test_a_published_release_stands_in_every_list_and_feed(world: World, client: Client) -> None:
    world.published(**{**shelved(world), "headline": MARKER})
    assert where(client, MARKER) == [*LISTS, *FEEDS]


@pytest.mark.parametrize(
    "make", [drafted, in_review, sent_back, approved, scheduled, embargoed, spiked]
)
def test_what_was_not_published_stands_nowhere(
    world: World, client: Client, make: Unpublished
) -> None:
    release = make(world, {**shelved(world), "headline": MARKER, "lead": f"{MARKER}."})
    guesses = [f"/siaran/{MARKER.lower()}-{release.pk}/", f"/siaran/{release.pk}/"]
    assert where(client, MARKER, *guesses) == []
    assert [client.get(path).status_code for path in guesses] == [404, 404]


def test_a_held_release_is_as_if_it_were_not_there(world: World, client: Client) -> None:
    release = world.published(**{**shelved(world), "headline": MARKER})
    page = page_of(release)
    actions.hold(release, by=world.national, at=world.tick(), note="Tunggu kabar.")
    assert where(client, MARKER, page) == []
    held, unknown = client.get(page), client.get("/siaran/tidak-pernah-ada-1/")
    assert held.status_code == unknown.status_code == 404
    assert held.content == unknown.content
    actions.resume(release, by=world.national, at=world.tick())
    assert where(client, MARKER, page) == [*LISTS, *FEEDS, page]


def test_a_withdrawn_release_leaves_only_its_tombstone(world: World, client: Client) -> None:
    fields = {**shelved(world), "headline": "Judul dicabut", "lead": f"{MARKER}."}
    release = world.published(**{**fields, "body": f"<p>{MARKER}</p>", "ednote": MARKER})
    page = page_of(release)
    actions.withdraw(release, by=world.national, at=world.tick(), note="Memuat nama anak.")
    assert where(client, MARKER, page) == []
    assert where(client, "Judul dicabut", page) == [page]
    gone = client.get(page)
    assert gone.status_code == 410
    stone = gone.content.decode()
    assert world.lapas.name in stone
    assert "Memuat nama anak." in stone
    assert world.byline.name not in stone
    assert "Topik Uji" not in stone
    assert "no-cache" in gone["Cache-Control"]


def test_a_correction_being_written_changes_nothing_public(world: World, client: Client) -> None:
    release = world.published(**shelved(world))
    page = page_of(release)
    pages = [*LISTS, *FEEDS, page]
    before = {path: client.get(path).content for path in pages if path not in FEEDS}
    stranger = Contributor.objects.create(name="Penulis Baru", slug="penulis-baru")
    topic = Topic.objects.create(name="Topik Baru", slug="topik-baru")
    actions.correct(release, by=world.writer, at=world.tick())
    actions.revise(
        release,
        by=world.writer,
        at=world.tick(),
        fields={
            "headline": MARKER,
            "lead": f"{MARKER}.",
            "body": f"<p>{MARKER}</p>",
            "change_note": MARKER,
            "contributors": [stranger],
            "programmes": [],
            "topics": [topic],
        },
    )
    assert where(client, MARKER, page, "/kontributor/penulis-baru/", "/topik/topik-baru/") == []
    assert {path: client.get(path).content for path in before} == before
    assert release.get_absolute_url() not in text_of(client, "/topik/topik-baru/")


def test_a_published_correction_moves_the_release_to_its_new_shelves(
    world: World, client: Client
) -> None:
    release = world.published(**shelved(world))
    topic = Topic.objects.create(name="Topik Baru", slug="topik-baru")
    actions.correct(release, by=world.writer, at=world.tick())
    change = {"headline": MARKER, "topics": [topic], "change_note": "Topik diperbaiki."}
    actions.revise(release, by=world.writer, at=world.tick(), fields=change)
    actions.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    actions.publish(release, by=world.national, at=world.tick())
    left = {"/topik/topik-uji/", "/topik/topik-uji/rss.xml"}
    expected = [path for path in (*LISTS, *FEEDS) if path not in left]
    assert where(client, MARKER, "/topik/topik-baru/") == [*expected, "/topik/topik-baru/"]


def test_the_note_to_editors_is_not_for_readers(world: World, client: Client) -> None:
    release = world.published(**{**shelved(world), "ednote": MARKER})
    assert where(client, MARKER, page_of(release)) == []
