"""Draft, submit, return, approve: nobody's text leaves on one person's word."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from newsroom.releases import actions, refusals
from newsroom.releases.models import Approval, Release, Status, Topic
from tests.world import World


def test_a_draft_travels_through_review_to_approval(world: World) -> None:
    release = world.submitted()
    assert release.status == Status.IN_REVIEW
    release = world.approve(release)
    assert release.status == Status.APPROVED
    approval = Approval.objects.get()
    assert approval.digest == world.newest(release).digest
    steps = list(release.transitions.values_list("step", flat=True))
    assert steps == ["create", "submit", "approve"]


def test_a_release_with_missing_parts_is_not_submitted_and_names_them(world: World) -> None:
    release = world.draft(headline="", contributors=[])
    with pytest.raises(refusals.Blocked) as refused:
        actions.submit(release, by=world.writer, at=world.tick())
    assert {one.place for one in refused.value.findings} == {"headline", "bylines"}
    release.refresh_from_db()
    assert release.status == Status.DRAFT


def test_an_identity_number_stops_the_release_even_in_groups(world: World) -> None:
    release = world.draft(body="<p>NIK 6271 0145 0799 0002 tercatat.</p>")
    with pytest.raises(refusals.Blocked) as refused:
        actions.submit(release, by=world.writer, at=world.tick())
    assert [one.rule for one in refused.value.findings] == ["identity_numbers"]
    assert "0799" not in str(refused.value)


def test_nobody_approves_what_they_submitted(world: World) -> None:
    release = world.draft()
    actions.submit(release, by=world.colleague, at=world.tick())
    with pytest.raises(refusals.SelfApproval):
        world.approve(release, by=world.colleague)


def test_nobody_approves_a_revision_they_wrote(world: World) -> None:
    release = world.submitted()
    fields = {"lead": "Lead yang ditulis ulang oleh editor."}
    actions.revise(release, by=world.colleague, at=world.tick(), fields=fields)
    actions.submit(release, by=world.writer, at=world.tick())
    with pytest.raises(refusals.SelfApproval):
        world.approve(release, by=world.colleague)


def test_handing_a_text_in_makes_nobody_its_writer(world: World) -> None:
    release = world.draft()
    fields = {
        "lead": "Lead yang ditulis ulang oleh editor.",
        "embargo_until": world.at.astimezone(ZoneInfo("Asia/Jakarta")),  # as a form gives it
    }
    actions.revise(release, by=world.colleague, at=world.tick(), fields=fields)
    world.byline.name = "Humas dengan nama baru"
    world.byline.save()
    actions.submit(release, by=world.writer, at=world.tick())
    with pytest.raises(refusals.SelfApproval):
        world.approve(release, by=world.colleague)


def test_a_colleague_may_approve_a_routine_release(world: World) -> None:
    assert world.approve(world.submitted(), by=world.colleague).status == Status.APPROVED


@pytest.mark.parametrize(
    ("risk", "may_not", "may"),
    [("sensitive", "colleague", "regional"), ("critical", "regional", "national")],
)
def test_risk_decides_how_high_the_approver_sits(
    world: World, risk: str, may_not: str, may: str
) -> None:
    release = world.submitted(risk=risk)
    with pytest.raises(refusals.HigherDeskNeeded):
        world.approve(release, by=getattr(world, may_not))
    assert world.approve(release, by=getattr(world, may)).status == Status.APPROVED


def test_a_juvenile_institution_is_never_routine(world: World) -> None:
    editor = world.person("Editor LPKA Uji", "editor", facility=world.lpka)
    release = world.submitted(facility=world.lpka)
    with pytest.raises(refusals.HigherDeskNeeded):
        world.approve(release, by=editor)


def test_a_topic_raises_the_risk(world: World) -> None:
    topic = Topic.objects.create(name="Kebakaran", slug="kebakaran", risk="critical")
    release = world.submitted(topics=[topic])
    with pytest.raises(refusals.HigherDeskNeeded):
        world.approve(release, by=world.regional)


def test_an_editor_of_another_facility_is_out_of_scope(world: World) -> None:
    with pytest.raises(refusals.OutOfScope):
        world.approve(world.submitted(), by=world.outsider)


def test_a_writer_cannot_approve(world: World) -> None:
    other = world.person("Penulis Kedua Uji", "writer", facility=world.lapas)
    with pytest.raises(refusals.OutOfScope):
        world.approve(world.submitted(), by=other)


def test_approving_an_older_revision_than_the_newest_is_refused(world: World) -> None:
    release = world.submitted()
    seen = world.newest(release)
    actions.revise(release, by=world.writer, at=world.tick(), fields={"headline": "Judul baru"})
    actions.submit(release, by=world.writer, at=world.tick())
    with pytest.raises(refusals.RevisionMoved):
        actions.approve(release, revision=seen, by=world.colleague, at=world.tick())


def test_returning_needs_a_note_and_gives_the_text_back(world: World) -> None:
    release = world.submitted()
    with pytest.raises(refusals.NoteMissing):
        actions.send_back(release, by=world.colleague, at=world.tick(), note="  ")
    release = actions.send_back(
        release, by=world.colleague, at=world.tick(), note="Tambahkan kutipan."
    )
    assert release.status == Status.DRAFT
    last = release.transitions.last()
    assert last is not None
    assert last.note == "Tambahkan kutipan."


def test_an_edit_after_approval_voids_it(world: World) -> None:
    release = world.approved()
    release = actions.revise(
        release, by=world.writer, at=world.tick(), fields={"headline": "Judul lain"}
    )
    assert release.status == Status.DRAFT
    assert release.approved_revision is None
    assert Approval.objects.get().voided_at == world.at


def test_saving_without_a_change_makes_no_revision_and_keeps_the_approval(world: World) -> None:
    release = world.approved()
    number = release.revision_number
    release = actions.revise(release, by=world.writer, at=world.tick(), fields=world.fields())
    assert (release.status, release.revision_number) == (Status.APPROVED, number)


def test_the_same_embargo_in_another_zone_is_no_change(world: World) -> None:
    until = world.at + timedelta(hours=5)
    release = world.approved(embargo_until=until)
    fields = {"embargo_until": until.astimezone(ZoneInfo("Asia/Jakarta"))}
    release = actions.revise(release, by=world.writer, at=world.tick(), fields=fields)
    assert release.status == Status.APPROVED


def test_two_people_with_the_text_open_do_not_overwrite_each_other(world: World) -> None:
    release = world.draft()
    base = release.revision_number
    actions.revise(
        release, by=world.colleague, at=world.tick(), fields={"headline": "Judul A"}, base=base
    )
    with pytest.raises(refusals.RevisionMoved, match="Editor Unit Uji"):
        actions.revise(
            release, by=world.writer, at=world.tick(), fields={"headline": "Judul B"}, base=base
        )
    assert Release.objects.get().headline == "Judul A"


def test_a_step_that_somebody_already_took_says_who_and_when(world: World) -> None:
    release = world.submitted()
    world.approve(release, by=world.regional)
    with pytest.raises(refusals.StepNotLawful, match=r"Editor Wilayah Uji.*WIB"):
        world.approve(release, by=world.colleague)


def test_the_body_is_cleaned_on_the_way_in(world: World) -> None:
    release = world.draft(body='<p onclick="x()">Aman<script>alert(1)</script></p>')
    assert release.body == "<p>Aman</p>"


def test_a_writer_of_another_facility_can_neither_create_nor_revise(world: World) -> None:
    with pytest.raises(refusals.OutOfScope):
        actions.create(
            facility=world.lapas, by=world.outsider, at=world.tick(), fields=world.fields()
        )
    with pytest.raises(refusals.OutOfScope):
        actions.revise(world.draft(), by=world.outsider, at=world.tick(), fields={})
