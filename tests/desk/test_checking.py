"""The check while typing: the form as it stands, judged, with nothing saved."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.desk.checking import LONGEST
from newsroom.releases.models import Release
from tests.desk.conftest import Enter, typed
from tests.world import World

NIK = "6271034505120003"
#: What a check may ask at most, the session and the person's memberships included.
QUERIES_MOST = 20


def address(release: Release) -> str:
    """Where a release's form is sent to be checked."""
    return reverse("desk:check", args=[release.pk])


def test_what_is_typed_is_judged_and_nothing_is_saved(world: World, enter: Enter) -> None:
    release = world.draft()
    before = (release.revision_number, release.lead)
    fields = typed(release, lead=f"Peserta dengan NIK {NIK} hadir.")
    answer = enter(world.writer).post(address(release), fields)
    panel = answer.context["panel"]
    assert [one.finding.excerpt for one in panel.open] == [NIK]
    assert f'data-excerpt="{NIK}"' in answer.content.decode()
    assert [row["count"] for row in panel.tally] == [1, 0, 0]
    release.refresh_from_db()
    assert (release.revision_number, release.lead) == before


def test_a_form_that_would_be_refused_is_checked_all_the_same(world: World, enter: Enter) -> None:
    release = world.draft()
    far_too_long = "Panen raya " * 40 + NIK
    fields = typed(release, headline=far_too_long, event_date="kemarin", risk="tinggi sekali")
    panel = enter(world.writer).post(address(release), fields).context["panel"]
    places = {one.finding.place for one in panel.open}
    assert {"headline", "event_date"} <= places


def test_an_empty_form_is_checked_too(world: World, enter: Enter) -> None:
    panel = enter(world.writer).post(reverse("desk:check_new"), {}).context["panel"]
    assert {one.anchor for one in panel.missing} >= {"id_headline", "id_lead", "id_contributors"}


def test_a_release_not_saved_yet_is_checked_as_its_facility_is_chosen(
    world: World, enter: Enter
) -> None:
    fields = {"facility": world.lapas.pk, "headline": f"Kabar {NIK}", "risk": "routine"}
    answer = enter(world.writer).post(reverse("desk:check_new"), fields)
    assert "headline" in {one.finding.place for one in answer.context["panel"].open}
    assert not Release.objects.exists()


@pytest.mark.parametrize("excerpt", [NIK, "6271 0345 0512 0003"])
def test_equal_words_are_told_apart_by_their_turn(world: World, enter: Enter, excerpt: str) -> None:
    release = world.draft()
    fields = typed(release, body=f"<p>NIK {excerpt} dan</p><p>sekali lagi  {excerpt}.</p>")
    panel = enter(world.writer).post(address(release), fields).context["panel"]
    assert [one.occurrence for one in panel.open] == [0, 1]
    assert len({one.key for one in panel.open}) == 2


def test_a_text_beyond_all_measure_is_told_so(world: World, enter: Enter) -> None:
    fields: dict[str, Any] = {"headline": "a" * (LONGEST + 1)}
    answer = enter(world.writer).post(reverse("desk:check_new"), fields)
    assert answer.status_code == 413
    assert "pendek" in answer.content.decode() or "shorten" in answer.content.decode()


def test_only_who_may_write_the_text_may_have_it_checked(world: World, enter: Enter) -> None:
    release, approved = world.draft(), world.published()
    assert enter(world.outsider).post(address(release), {}).status_code == 404
    assert enter(world.writer).post(address(approved), {}).status_code == 403
    assert enter(world.writer).get(address(release)).status_code == 405
    person = world.person("Tanpa Tugas", "writer", facility=world.lapas)
    person.memberships.all().delete()
    assert enter(person).post(reverse("desk:check_new"), {}).status_code == 403


def test_a_check_asks_the_database_little(world: World, enter: Enter) -> None:
    release = world.draft()
    client = enter(world.writer)
    fields = typed(release, headline="Kelas II B")
    client.post(address(release), fields)  # what the first request of a process looks up once
    with CaptureQueriesContext(connection) as asked:
        assert client.post(address(release), fields).status_code == 200
    assert len(asked) <= QUERIES_MOST, [one["sql"][:120] for one in asked.captured_queries]
    written = [one["sql"] for one in asked.captured_queries if not one["sql"].startswith("SELECT")]
    assert written == []


def test_the_page_shows_the_findings_of_the_saved_text(world: World, enter: Enter) -> None:
    release = world.draft(lead=f"NIK {NIK} tertulis di sini.")
    page = enter(world.writer).get(reverse("desk:release", args=[release.pk]))
    assert [one.finding.excerpt for one in page.context["panel"].open] == [NIK]
    assert f'data-check="{address(release)}"' in page.content.decode()


def test_an_approver_sees_them_too_without_buttons_to_change_the_text(
    world: World, enter: Enter
) -> None:
    release = world.submitted()
    Release.objects.filter(pk=release.pk).update(status="in_review")
    page = enter(world.regional).get(reverse("desk:release", args=[release.pk]))
    assert 'name="mend"' not in page.content.decode()
