"""Readers take along what the live edition carries, and nothing else."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from newsroom.releases import actions
from newsroom.releases.models import Attachment
from tests.public.shown import page_of, text_of, where
from tests.releases import papers
from tests.world import World


def address(row: Attachment, name: str = "") -> str:
    """Where the file lies for readers."""
    return reverse("public:attachment", args=[row.token, name or row.public_name])


@pytest.fixture
def row(world: World) -> Attachment:
    """A PDF that readers can take along."""
    return papers.published(world)


def test_it_is_handed_out_under_its_title_and_never_shown(client: Client, row: Attachment) -> None:
    answer = client.get(address(row))
    content = answer.getvalue()
    assert content.startswith(b"%PDF")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="susunan-acara.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-cache"
    assert not answer.cookies
    again = client.get(address(row), headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_the_web_server_sends_it_where_there_is_one(
    client: Client, row: Attachment, settings: Settings
) -> None:
    settings.ACCEL_LOCATION = "/gambar-dalam/"
    answer = client.get(address(row))
    assert answer["X-Accel-Redirect"] == f"/gambar-dalam/{row.file.name}"
    assert answer["Content-Disposition"].startswith("attachment")


def test_it_costs_one_query(client: Client, row: Attachment) -> None:
    with CaptureQueriesContext(connection) as captured:
        client.get(address(row)).getvalue()
    assert len(captured) == 1


def test_another_name_leads_on_to_its_own(client: Client, row: Attachment) -> None:
    answer = client.get(address(row, "bukan-namanya.exe"))
    assert (answer.status_code, answer["Location"]) == (302, address(row))
    assert answer["Cache-Control"] == "no-store"


def assert_nothing_here(client: Client, where: str) -> None:
    """The same answer, whatever the reason."""
    answer = client.get(where)
    assert (answer.status_code, answer.content) == (404, b"")
    assert answer["Cache-Control"] == "no-store"


def test_nothing_is_there_before_publication(client: Client, world: World) -> None:
    papers.attach(world, world.draft())
    for token in ("None", "0" * 32):
        assert_nothing_here(client, f"/lampiran/{token}/susunan-acara.pdf")


def test_nothing_is_there_while_it_is_held_and_after_it_is_withdrawn(
    client: Client, world: World, row: Attachment
) -> None:
    where = address(row)
    actions.hold(row.release, by=world.national, at=world.tick(), note="Tunggu.")
    assert_nothing_here(client, where)
    actions.resume(row.release, by=world.national, at=world.tick())
    assert client.get(where).getvalue().startswith(b"%PDF")
    actions.withdraw(row.release, by=world.national, at=world.tick(), note="Keliru.")
    assert_nothing_here(client, where)


def test_a_title_being_written_is_told_to_nobody(
    client: Client, world: World, row: Attachment
) -> None:
    actions.correct(row.release, by=world.writer, at=world.tick())
    actions.title_document(row, "Rahasianaskah", by=world.writer, at=world.tick())
    assert where(client, "Rahasianaskah", page_of(row.release)) == []
    answer = client.get(address(row))
    assert answer.getvalue().startswith(b"%PDF")
    assert "rahasianaskah" not in answer["Content-Disposition"]


def test_a_lost_file_is_not_there(client: Client, row: Attachment) -> None:
    row.file.storage.delete(row.file.name)
    assert_nothing_here(client, address(row))


def test_only_safe_methods_are_answered(client: Client, row: Attachment) -> None:
    assert client.post(address(row)).status_code == 405


def test_the_page_lists_it_with_format_and_size(client: Client, row: Attachment) -> None:
    page = text_of(client, page_of(row.release))
    assert f'href="{address(row)}"' in page
    assert "Susunan acara" in page
    assert "PDF," in page
    assert "<audio" not in page


def test_sound_can_be_heard_on_the_page(client: Client, world: World) -> None:
    row = papers.published(world, papers.voice(), title="Sambutan")
    page = text_of(client, page_of(row.release))
    assert f'<audio controls preload="none" src="{address(row)}"' in page


def test_the_page_asks_one_query_more_and_only_where_there_are_any(
    client: Client, world: World, row: Attachment
) -> None:
    counts = []
    for release in (row.release, world.published()):
        client.get(page_of(release))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page_of(release)).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] + 1
