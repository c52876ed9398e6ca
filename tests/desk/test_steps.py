"""Steps: buttons that do what the table allows, and say why where they do not."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime

from newsroom.desk.steps_table import ACTIONS
from newsroom.releases import actions
from newsroom.releases.access import open_steps, to_approve, waiting_for
from newsroom.releases.models import Release, Topic
from newsroom.releases.workflow import STEPS
from tests.desk.conftest import Enter
from tests.world import World


def step(release: Release, name: str) -> str:
    """The address of a step."""
    return reverse("desk:step", args=[release.pk, name])


def test_every_step_of_the_table_has_its_verb() -> None:
    assert {one.name for one in STEPS} == set(ACTIONS)


def test_an_unknown_step_does_not_exist(world: World, enter: Enter) -> None:
    assert enter(world.writer).post(step(world.draft(), "create")).status_code == 404


def test_an_editor_approves_the_text_they_saw(world: World, enter: Enter) -> None:
    release = world.submitted()
    client = enter(world.colleague)
    seen = client.get(reverse("desk:release", args=[release.pk])).context["latest"]
    assert client.post(step(release, "approve"), {"revision": seen.pk}).status_code == 302
    release.refresh_from_db()
    assert release.status == "approved"


def test_a_text_that_moved_on_is_not_approved_unseen(world: World, enter: Enter) -> None:
    release = world.submitted()
    seen = world.newest(release)
    actions.revise(release, by=world.writer, at=world.tick(), fields={"lead": "Teras baru."})
    actions.submit(release, by=world.writer, at=world.tick())
    answer = enter(world.colleague).post(step(release, "approve"), {"revision": seen.pk})
    assert answer.status_code == 409
    assert world.writer.full_name in str(answer.context["refusal"])
    release.refresh_from_db()
    assert release.status == "in_review"


def test_a_revision_of_another_release_approves_nothing(world: World, enter: Enter) -> None:
    release, other = world.submitted(), world.submitted(headline="Siaran lain")
    answer = enter(world.colleague).post(
        step(release, "approve"), {"revision": world.newest(other).pk}
    )
    assert answer.status_code == 404


def test_nobody_approves_their_own_text(world: World, enter: Enter) -> None:
    release = actions.create(
        facility=world.lapas, by=world.colleague, at=world.tick(), fields=world.fields()
    )
    actions.submit(release, by=world.colleague, at=world.tick())
    client = enter(world.colleague)
    page = client.get(reverse("desk:release", args=[release.pk])).content.decode()
    assert step(release, "approve") not in page
    forced = client.post(step(release, "approve"), {"revision": world.newest(release).pk})
    assert forced.status_code == 409
    assert str(forced.context["refusal"])


def test_a_note_is_asked_for_and_kept_when_the_step_is_refused(world: World, enter: Enter) -> None:
    release = world.submitted()
    client = enter(world.colleague)
    empty = client.post(step(release, "send_back"), {"note": "  "})
    assert empty.status_code == 409
    actions.recall(release, by=world.writer, at=world.tick())
    late = client.post(step(release, "send_back"), {"note": "Mohon lengkapi nama."})
    assert late.status_code == 409
    assert "Mohon lengkapi nama." in late.content.decode()
    assert world.writer.full_name in str(late.context["refusal"])  # who was faster
    assert "<textarea" not in late.content.decode()  # nothing is left to confirm


def test_a_grave_step_asks_again_and_keeps_the_reason(world: World, enter: Enter) -> None:
    release = world.published()
    client = enter(world.national)
    asked = client.post(step(release, "withdraw"), {"note": "Nama keliru."})
    assert asked.status_code == 200
    assert "Nama keliru." in asked.content.decode()
    release.refresh_from_db()
    assert release.status == "published"
    client.post(step(release, "withdraw"), {"note": "Nama keliru.", "confirmed": "1"})
    release.refresh_from_db()
    assert release.status == "withdrawn"


def test_a_schedule_is_an_hour_on_the_facilitys_clock(world: World, enter: Enter) -> None:
    release = world.approved()
    ahead = localtime(timezone.now() + timedelta(days=2), release.facility.zone)
    hour = ahead.replace(second=0, microsecond=0)
    client = enter(world.national)
    past = client.post(step(release, "schedule"), {"hour": "2020-01-01T10:00"})
    assert past.status_code == 409
    client.post(step(release, "schedule"), {"hour": hour.strftime("%Y-%m-%dT%H:%M")})
    release.refresh_from_db()
    assert (release.status, release.scheduled_at) == ("scheduled", hour)


@pytest.mark.parametrize("person", ["writer", "colleague", "regional", "national", "manager"])
def test_what_waits_for_approval_agrees_with_the_buttons(world: World, person: str) -> None:
    grave = Topic.objects.create(name="Kematian", slug="kematian", risk="critical")
    world.submitted()
    world.submitted(risk="sensitive")
    world.submitted(topics=[grave])
    world.submitted(facility=world.lpka)
    held = world.submitted()
    actions.hold(held, by=world.national, at=world.tick(), note="Tunggu.")
    user = getattr(world, person)
    by_buttons = {
        release.pk
        for release in waiting_for(user).select_related("facility")
        if any(one.name == "approve" for one in open_steps(user, release))
    }
    assert {release.pk for release in to_approve(user)} == by_buttons
