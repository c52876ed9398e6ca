"""Attachments of the working text and of editions: an edit, a limit, a token, a way back."""

import json
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django.fixtures import Settings

from newsroom.releases import actions, refusals
from newsroom.releases.actions import attaching
from newsroom.releases.content import story_of
from newsroom.releases.matter import concerns_children, matter_of
from newsroom.releases.models import Attachment, Release, Status
from tests.releases import papers
from tests.world import World


def fresh(row: Attachment) -> Attachment:
    """The row as it is kept."""
    return Attachment.objects.get(pk=row.pk)


def test_attaching_is_an_edit_that_costs_the_approval(world: World) -> None:
    release = world.approved()
    row = papers.attach(world, release, by=world.writer)
    release.refresh_from_db()
    assert release.status == Status.DRAFT
    assert release.approved_revision is None
    told = json.loads(world.newest(release).content)["attachments"]
    assert told == [
        {
            "id": row.pk,
            "title": "Susunan acara",
            "format": "PDF",
            "checksum": row.checksum,
            "size": row.size,
            "pictures": 0,
        }
    ]


def test_a_text_without_attachments_says_nothing_of_them(world: World) -> None:
    assert "attachments" not in json.loads(world.newest(world.draft()).content)


def test_the_words_in_it_are_judged_with_the_text(world: World) -> None:
    release = world.draft()
    papers.attach(world, release, title="Acara")
    matter = matter_of(json.loads(world.newest(release).content), at=world.at)
    texts = {one.place: one.text for one in matter.fields}
    assert texts["attachments.0.file_name"] == "Acara"
    assert texts["attachments.0.text"] == papers.WORDS
    assert matter.attachments[0].readable


def test_words_of_children_in_a_document_open_the_gate(world: World) -> None:
    release = world.draft()
    papers.attach(world, release, papers.paper("Daftar hadir anak binaan"))
    content = json.loads(world.newest(release).content)
    assert concerns_children(content)
    assert Release.objects.get(pk=release.pk).concerns_children


def test_the_same_document_twice_is_one(world: World) -> None:
    release = world.draft()
    assert papers.attach(world, release) == papers.attach(world, release)


def test_there_is_an_end_to_attaching(world: World, settings: Settings) -> None:
    settings.ATTACHMENTS_MOST = 1
    release = world.draft()
    papers.attach(world, release)
    with pytest.raises(refusals.TooManyAttached, match="1"):
        papers.attach(world, release, papers.voice())


def test_more_words_than_are_checked_are_not_taken(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "TEXT_MOST", 10)
    with pytest.raises(refusals.TooMuchToCheck):
        papers.attach(world, world.draft())


def test_a_title_is_one_line_and_an_edit(world: World) -> None:
    release = world.draft()
    row = papers.attach(world, release, title="")
    before = world.newest(release).number
    row = actions.title_document(row, " Susunan\n acara ", by=world.writer, at=world.tick())
    assert row.title == "Susunan acara"
    assert world.newest(release).number == before + 1


def test_without_a_title_it_does_not_leave(world: World) -> None:
    release = world.draft()
    papers.attach(world, release, title="")
    with pytest.raises(refusals.Blocked) as stopped:
        actions.submit(release, by=world.writer, at=world.tick())
    assert [one.place for one in stopped.value.findings] == ["attachments.0.file_name"]


def test_what_is_removed_is_gone_from_the_text_and_kept_on_the_disk(world: World) -> None:
    release = world.draft()
    row = papers.attach(world, release)
    actions.remove_document(row, by=world.writer, at=world.tick())
    assert "attachments" not in json.loads(world.newest(release).content)
    assert Path(row.file.path).exists()
    with pytest.raises(refusals.AttachmentGone):
        actions.remove_document(row, by=world.writer, at=world.tick())
    with pytest.raises(refusals.AttachmentGone):
        actions.title_document(row, "Lain", by=world.writer, at=world.tick())


def test_nobody_else_attaches_titles_or_removes(world: World) -> None:
    release = world.draft()
    row = papers.attach(world, release)
    with pytest.raises(refusals.OutOfScope):
        papers.attach(world, release, papers.voice(), by=world.outsider)
    with pytest.raises(refusals.OutOfScope):
        actions.title_document(row, "Lain", by=world.outsider, at=world.tick())
    with pytest.raises(refusals.OutOfScope):
        actions.remove_document(row, by=world.outsider, at=world.tick())


def test_a_token_comes_with_an_edition_and_stays(world: World) -> None:
    release = world.draft()
    assert papers.attach(world, release).token is None
    row = papers.published(world)
    token = row.token
    assert (len(token or ""), row.public_name) == (32, "susunan-acara.pdf")
    release = row.release
    actions.withdraw(release, by=world.national, at=world.tick(), note="Keliru.")
    assert (fresh(row).token, fresh(row).public_since) == (token, None)


def test_only_what_the_live_edition_carries_is_public(world: World) -> None:
    row = papers.published(world)
    actions.correct(row.release, by=world.writer, at=world.tick())
    other = papers.attach(world, row.release, papers.voice(), title="Sambutan")
    assert fresh(row).public_since
    assert fresh(other).public_since is None
    actions.remove_document(row, by=world.writer, at=world.tick())
    actions.revise(
        row.release, by=world.writer, at=world.tick(), fields={"change_note": "Sambutan."}
    )
    actions.submit(row.release, by=world.writer, at=world.tick())
    world.approve(row.release)
    actions.publish(row.release, by=world.national, at=world.tick())
    assert fresh(row).public_since is None
    assert fresh(other).public_since


def test_a_change_given_up_brings_titles_and_attachments_back(world: World) -> None:
    row = papers.published(world)
    actions.correct(row.release, by=world.writer, at=world.tick())
    other = papers.attach(world, row.release, papers.voice())
    actions.title_document(row, "Judul lain", by=world.writer, at=world.tick())
    actions.remove_document(row, by=world.writer, at=world.tick())
    assert fresh(row).public_name == "susunan-acara.pdf"
    actions.discard_change(row.release, by=world.writer, at=world.tick())
    assert (fresh(row).title, fresh(row).removed_at) == ("Susunan acara", None)
    assert fresh(other).removed_at is not None
    edition = Release.objects.get(pk=row.release_id).live_edition
    assert edition is not None
    told, live = json.loads(world.newest(row.release).content), json.loads(edition.content)
    assert told["attachments"] == live["attachments"]


def test_a_story_tells_where_it_lies_until_it_is_withdrawn(world: World) -> None:
    row = papers.published(world, papers.voice(), title="Sambutan kepala")
    edition = Release.objects.get(pk=row.release_id).live_edition
    assert edition is not None
    told = story_of(edition).attachments[0]
    assert (told.title, told.format, told.spoken) == ("Sambutan kepala", "OGG", True)
    assert told.url.endswith(f"/lampiran/{row.token}/sambutan-kepala.ogg")
    actions.withdraw(row.release, by=world.national, at=world.tick(), note="Keliru.")
    gone = Release.objects.get(pk=row.release_id).live_edition
    assert gone is not None
    assert story_of(gone).attachments == ()


@pytest.mark.parametrize("wrong", [{"format": "EXE"}, {"size": 0}, {"public_since": "now"}])
def test_the_database_refuses_the_impossible(world: World, wrong: dict[str, object]) -> None:
    row = papers.attach(world, world.draft())
    changed = {name: world.at if value == "now" else value for name, value in wrong.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.filter(pk=row.pk).update(**changed)


def test_an_empty_title_still_names_a_file(world: World) -> None:
    row = papers.published(world, title="「」")
    assert row.public_name == "lampiran.pdf"
