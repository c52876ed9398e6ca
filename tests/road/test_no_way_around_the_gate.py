"""No path publishes around the safeguards: each way out is tried with a text that must not leave.

Events write drafts and partners read by an interface from their own issues on; whatever they add
can publish by releases.actions.publication alone (tests/house/test_ways_in_and_out.py).
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from newsroom.contributors.models import User
from newsroom.releases import actions, judging, refusals, sweeps
from newsroom.releases.models import Edition, Release, Topic, Transition
from newsroom.safeguards import Finding, Group, Level, Matter
from tests.releases import papers
from tests.world import World

#: A number built like a NIK, of nobody.
NIK = "6271010101900001"
LEAD = f"Panen sayur di kebun Lapas dipimpin petugas ber-NIK {NIK} pada Senin pagi."


@pytest.fixture
def world(db: None) -> World:
    """Two regions, their facilities and people."""
    return World()


def nothing_left() -> bool:
    """Whether readers and outlets have seen nothing."""
    return not Edition.objects.exists()


def test_submission_and_approval_stop_it(world: World) -> None:
    release = world.draft(lead=LEAD)
    with pytest.raises(refusals.Blocked):
        actions.submit(release, by=world.writer, at=world.tick())
    # As if it had been submitted before the rule was there.
    Release.objects.filter(pk=release.pk).update(status="in_review", submitted_by=world.writer)
    with pytest.raises(refusals.Blocked):
        world.approve(Release.objects.get(pk=release.pk))
    assert nothing_left()


def test_urgency_does_not_carry_it_out(world: World) -> None:
    release = world.draft(lead=LEAD)
    with pytest.raises(refusals.Blocked):
        actions.publish_urgently(release, by=world.colleague, at=world.tick(), note="Segera.")
    assert nothing_left()


def test_a_text_about_children_is_never_urgent(world: World) -> None:
    lead = "Dua tahanan anak ikut memanen sayur di kebun."
    release = world.draft(lead=lead)
    with pytest.raises(refusals.UrgencyForbidden):
        actions.publish_urgently(release, by=world.colleague, at=world.tick(), note="Segera.")
    assert nothing_left()


def test_a_childs_name_in_an_attachment_stops_it_at_submission(world: World) -> None:
    release = world.draft(facility=world.lpka)
    told = papers.paper("Daftar: Anak Binaan bernama Dimas Pratama meraih juara pertama.")
    row = papers.attach(world, release, told, title="Daftar juara")
    with pytest.raises(refusals.Blocked) as stopped:
        actions.submit(release, by=world.regional, at=world.tick())
    assert {one.place for one in stopped.value.findings} == {"attachments.0.text"}
    assert nothing_left()
    actions.remove_document(row, by=world.regional, at=world.tick())
    assert actions.submit(release, by=world.regional, at=world.tick()).status == "in_review"


def test_a_childs_face_in_an_attachment_is_nobodys_to_allow(world: World) -> None:
    release = world.draft(facility=world.lpka)
    papers.attach(world, release, papers.paper(pictured=True), title="Susunan acara")
    with pytest.raises(refusals.Blocked) as stopped:
        actions.submit(release, by=world.regional, at=world.tick())
    finding = stopped.value.findings[0]
    assert (finding.rule, finding.final) == ("pictures_of_children", True)
    with pytest.raises(refusals.NotOverrulable):
        actions.overrule(release, finding, by=world.national, at=world.tick(), note="Tak apa.")


def test_what_speaks_of_children_since_it_was_written_is_not_urgent_either(
    world: World,
) -> None:
    topic = Topic.objects.create(name="Pembinaan", slug="pembinaan")
    release = world.draft(topics=[topic])
    Topic.objects.filter(pk=topic.pk).update(name="Anak Binaan")
    with pytest.raises(refusals.UrgencyForbidden):
        actions.publish_urgently(release, by=world.colleague, at=world.tick(), note="Segera.")
    assert nothing_left()


def test_what_stops_a_schedule_is_in_no_log(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    release = world.approved()
    hour = world.tick() + timedelta(hours=1)
    actions.schedule(release, by=world.national, at=world.tick(), publish_at=hour)
    found_lately(monkeypatch)
    sweeps.publish_due(at=hour)
    assert "Blocked" in caplog.text
    assert "Kini tidak." not in caplog.text


def found_lately(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on something in every text must not leave: a name changed, a consent ended."""
    finding = Finding(
        rule="lately", group=Group.PERSONAL, level=Level.BLOCK, place="lead", reason="Kini tidak."
    )

    def found(matter: Matter) -> list[Finding]:
        return [finding]

    monkeypatch.setattr(judging, "check", found)


def test_a_schedule_does_not_carry_it_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    release = world.approved()
    hour = world.tick() + timedelta(hours=1)
    actions.schedule(release, by=world.national, at=world.tick(), publish_at=hour)
    found_lately(monkeypatch)
    assert sweeps.publish_due(at=hour) == 0
    assert nothing_left()


def test_a_correction_is_judged_like_a_first_text(world: World) -> None:
    release = world.published()
    actions.correct(release, by=world.writer, at=world.tick())
    fields = {"lead": LEAD, "change_note": "Angka diperbaiki."}
    actions.revise(release, by=world.writer, at=world.tick(), fields=fields)
    with pytest.raises(refusals.Blocked):
        actions.submit(release, by=world.writer, at=world.tick())
    assert Edition.objects.count() == 1


def test_the_reason_of_a_withdrawal_is_judged_too(world: World) -> None:
    release = world.published()
    with pytest.raises(refusals.Blocked):
        actions.withdraw(release, by=world.national, at=world.tick(), note=f"NIK {NIK} termuat.")
    assert Edition.objects.count() == 1


def test_an_import_makes_drafts_only(world: World, tmp_path: Path) -> None:
    path = tmp_path / "kisah.txt"
    path.write_text(
        "Panen Sayur\n\nUJI DAMAI \N{EN DASH} Lapas Uji Damai memanen sayur, Senin (4/5/2026). "
        f"Petugas ber-NIK {NIK} hadir.\n\n(Humas Uji Damai)\n"
    )
    call_command("import_releases", str(path), "--as", world.writer.email, verbosity=0)
    release = Release.objects.get()
    assert release.status == "draft"
    with pytest.raises(refusals.Blocked):
        actions.submit(release, by=world.writer, at=world.tick())
    assert nothing_left()


def test_no_action_of_the_admin_moves_a_release(world: World) -> None:
    keeper = User.objects.create_superuser("penjaga@uji.example", "kata-sandi-uji")
    assert Edition not in admin.site._registry
    assert Transition not in admin.site._registry
    release = world.draft(lead=LEAD)
    client = Client()
    client.force_login(keeper)
    listed = reverse("admin:releases_release_changelist")
    for action in ("publish", "approve", "delete_selected"):
        chosen = {"action": action, "_selected_action": [release.pk]}
        client.post(listed, chosen)
    client.post(f"{listed}{release.pk}/change/", {"status": "published"})
    release.refresh_from_db()
    assert (release.status, nothing_left()) == ("draft", True)


def test_the_desks_own_step_refuses_with_a_reason(world: World) -> None:
    release = world.draft(lead=LEAD)
    client = Client()
    client.force_login(world.colleague)
    for name, typed in (
        ("submit", {"note": ""}),
        ("publish_urgently", {"note": "Segera.", "confirmed": 1}),
    ):
        answer = client.post(reverse("desk:step", args=[release.pk, name]), typed)
        assert answer.status_code == 409
    assert nothing_left()


def addresses(patterns: list[Any], before: str = "") -> list[str]:
    """Every address pattern of the site, outside the desk, as text."""
    found: list[str] = []
    for one in patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLResolver):
            found += addresses(one.url_patterns, path)
        elif isinstance(one, URLPattern):
            found.append(path)
    return found


def test_nothing_outside_the_desk_takes_a_text(world: World) -> None:
    release = world.published()
    readers = ["/", "/siaran/", release.get_absolute_url(), "/rss.xml", "/tentang/", "/arsip/"]
    for path in readers:
        assert Client().post(path, {"headline": "Baru"}).status_code == 405, path
    outside = [one for one in addresses(get_resolver().url_patterns) if not one.startswith("desk/")]
    assert [one for one in outside if "api" in one] == []
    assert Edition.objects.count() == 1
