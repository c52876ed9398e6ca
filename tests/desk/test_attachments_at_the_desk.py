"""Attachments on the writing page: a bad one never costs the text, and each is named."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from newsroom.releases import actions
from newsroom.releases.models import Attachment, Release
from tests.desk.conftest import Enter, typed
from tests.lib.documents import pages, sounds
from tests.releases import papers
from tests.world import World


def upload(name: str = "acara.pdf", content: bytes = b"") -> SimpleUploadedFile:
    """A file as the browser sends it."""
    whole = content or pages.written(pages.telling())
    return SimpleUploadedFile(name, whole, content_type="application/octet-stream")


def told(row: Attachment, **changes: object) -> dict[str, object]:
    """The fields of one attachment on the writing page."""
    return {f"attachment-{row.pk}-{name}": value for name, value in changes.items()}


@pytest.fixture
def release(world: World) -> Release:
    """A draft at the desk."""
    return world.draft()


@pytest.fixture
def address(release: Release) -> str:
    """Its writing page."""
    return reverse("desk:release", args=[release.pk])


def test_several_are_taken_in_bare_and_a_bad_one_is_named(
    world: World, enter: Enter, release: Release, address: str
) -> None:
    files = [upload(), upload("virus.pdf", b"MZ"), upload("PTT-1.opus", sounds.opus())]
    fields = {**typed(release, headline="Judul selamat"), "attachments": files}
    page = enter(world.writer).post(address, fields, follow=True)
    release.refresh_from_db()
    assert release.headline == "Judul selamat"
    assert "virus.pdf: " in page.content.decode()
    rows = list(release.attachments.kept())
    assert [(one.format, one.title) for one in rows] == [("PDF", ""), ("OGG", "")]
    with rows[0].file.open("rb") as kept:
        assert pages.MARKER.encode() not in kept.read()


def test_a_wrong_field_does_not_cost_the_upload(
    world: World, enter: Enter, release: Release, address: str
) -> None:
    wrong = typed(release, event_date="besok lusa")
    page = enter(world.writer).post(address, {**wrong, "attachments": upload()})
    assert release.attachments.count() == 1
    assert f"attachment-{release.attachments.get().pk}-title" in page.content.decode()


def test_titles_are_written_and_one_can_go(
    world: World, enter: Enter, release: Release, address: str
) -> None:
    row, client = papers.attach(world, release, title=""), enter(world.writer)
    release.refresh_from_db()
    client.post(address, {**typed(release), **told(row, title="Susunan acara")})
    row.refresh_from_db()
    assert row.title == "Susunan acara"
    release.refresh_from_db()
    client.post(address, {**typed(release), **told(row, title="Susunan acara", removed="on")})
    row.refresh_from_db()
    assert row.removed_at is not None


def test_a_title_too_long_is_kept_as_typed(
    world: World, enter: Enter, release: Release, address: str
) -> None:
    row = papers.attach(world, release)
    release.refresh_from_db()
    page = enter(world.writer).post(address, {**typed(release), **told(row, title="x" * 121)})
    assert page.status_code == 200
    assert "x" * 121 in page.content.decode()
    row.refresh_from_db()
    assert row.title == "Susunan acara"


def test_one_the_person_did_not_have_open_stays(
    world: World, enter: Enter, release: Release, address: str
) -> None:
    row = papers.attach(world, release)
    release.refresh_from_db()
    enter(world.writer).post(address, typed(release, headline="Judul lain"))
    row.refresh_from_db()
    assert (row.title, row.removed_at) == ("Susunan acara", None)


def test_a_title_is_judged_while_it_is_typed(world: World, enter: Enter, release: Release) -> None:
    row = papers.attach(world, release)
    release.refresh_from_db()
    check = reverse("desk:check", args=[release.pk])
    fields = {**typed(release), **told(row, title="NIK 6271010101900001")}
    answer = enter(world.writer).post(check, fields).content.decode()
    assert f'data-anchor="id_attachment-{row.pk}-title"' in answer
    assert "6271010101900001" in answer


def test_words_in_a_file_are_shown_but_never_mended_in_its_title(
    world: World, enter: Enter, release: Release, address: str
) -> None:
    papers.attach(world, release, papers.paper("Petugas ber-NIK 6271010101900001 hadir."))
    page = enter(world.writer).get(address).content.decode()
    assert 'data-excerpt="6271010101900001"' in page
    at = page.index('data-excerpt="6271010101900001"')
    assert 'class="mend"' not in page[at : page.index("</li>", at)]


def test_it_is_handed_to_its_desk_only(world: World, enter: Enter, release: Release) -> None:
    row = papers.attach(world, release)
    where = reverse("desk:attachment", args=[release.pk, row.pk])
    answer = enter(world.colleague).get(where)
    assert answer.getvalue().startswith(b"%PDF")  # type: ignore[attr-defined]
    assert answer["Content-Disposition"] == 'attachment; filename="susunan-acara.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert enter(world.outsider).get(where).status_code == 404
    assert Client().get(where).status_code == 302
    other = reverse("desk:attachment", args=[world.draft().pk, row.pk])
    assert enter(world.colleague).get(other).status_code == 404


def test_it_stands_on_the_page_to_read_in_the_preview_and_in_the_differences(
    world: World, enter: Enter, release: Release
) -> None:
    row = papers.attach(world, release)
    actions.submit(release, by=world.writer, at=world.tick())
    client, inside = enter(world.colleague), reverse("desk:attachment", args=[release.pk, row.pk])
    for view in ("desk:release", "desk:preview"):
        page = client.get(reverse(view, args=[release.pk])).content.decode()
        assert f'href="{inside}"' in page
        assert "Susunan acara" in page


def test_a_second_tab_shows_the_title_it_would_undo(
    world: World, enter: Enter, release: Release, address: str
) -> None:
    row = papers.attach(world, release)
    release.refresh_from_db()
    stale = {**typed(release), **told(row, title="Susunan acara")}
    actions.title_document(row, "Rundown panen", by=world.colleague, at=world.tick())
    page = enter(world.writer).post(address, stale)
    assert "Rundown" in "".join(one.marked for one in page.context["beside"])
