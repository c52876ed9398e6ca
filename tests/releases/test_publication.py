"""Publish, schedule, embargo, hold, correct, withdraw: what readers see changes only here."""

from datetime import timedelta

import pytest
from django.test import Client

from newsroom.releases import actions, moves, refusals, sweeps
from newsroom.releases.chain import breaks
from newsroom.releases.content import story_of
from newsroom.releases.models import Approval, Edition, Release, Revision, Status, Topic
from newsroom.safeguards import Finding, Group, Level, Matter
from tests.world import World

HOUR = timedelta(hours=1)


def test_an_edition_is_the_approved_revision_byte_for_byte(world: World) -> None:
    release = world.approved()
    revision = world.newest(release)
    release = actions.publish(release, by=world.national, at=world.tick())
    edition = Edition.objects.get()
    assert (edition.content, edition.digest) == (revision.content, revision.digest)
    assert (edition.number, edition.kind) == (1, "first")
    assert release.live_edition == edition
    assert edition.fanned_out_at is None


def test_a_text_without_approval_is_not_published(world: World) -> None:
    with pytest.raises(refusals.StepNotLawful):
        actions.publish(world.submitted(), by=world.national, at=world.tick())


def test_an_approved_text_that_was_tampered_with_is_not_published(world: World) -> None:
    release = world.approved()
    revision = world.newest(release)
    changed = revision.content.replace("40 kilogram", "90 kilogram")
    Revision.objects.filter(pk=revision.pk).update(content=changed)
    with pytest.raises(refusals.NotApproved):
        actions.publish(release, by=world.national, at=world.tick())


def test_an_embargo_is_kept_by_publish_and_schedule(world: World) -> None:
    until = world.at + 5 * HOUR
    release = world.approved(embargo_until=until)
    with pytest.raises(refusals.Embargoed):
        actions.publish(release, by=world.national, at=world.tick())
    with pytest.raises(refusals.Embargoed):
        actions.schedule(
            release, by=world.national, at=world.tick(), publish_at=until - timedelta(minutes=1)
        )
    actions.schedule(release, by=world.national, at=world.tick(), publish_at=until)
    assert sweeps.publish_due(at=until - timedelta(seconds=1)) == 0
    assert sweeps.publish_due(at=until) == 1


def test_a_schedule_must_lie_ahead(world: World) -> None:
    with pytest.raises(refusals.HourPassed):
        actions.schedule(
            world.approved(), by=world.national, at=world.tick(), publish_at=world.at - HOUR
        )


def test_a_schedule_is_kept_once_and_in_the_name_of_who_gave_it(world: World) -> None:
    release = world.approved()
    actions.schedule(release, by=world.colleague, at=world.tick(), publish_at=world.at + HOUR)
    world.colleague.memberships.all().delete()
    assert sweeps.publish_due(at=world.at + HOUR) == 1
    assert sweeps.publish_due(at=world.at + HOUR) == 0
    assert Edition.objects.get().published_by == world.colleague


def test_a_held_release_is_not_published_until_the_hold_is_lifted(world: World) -> None:
    release = world.approved()
    actions.schedule(release, by=world.colleague, at=world.tick(), publish_at=world.at + HOUR)
    actions.hold(release, by=world.regional, at=world.tick(), note="Tunggu data resmi.")
    assert sweeps.publish_due(at=world.at + 2 * HOUR) == 0
    with pytest.raises(refusals.Held):
        actions.publish(release, by=world.national, at=world.tick())
    actions.resume(release, by=world.regional, at=world.tick())
    assert sweeps.publish_due(at=world.at + 2 * HOUR) == 1


def test_holding_a_published_release_hides_it(world: World) -> None:
    release = world.published()
    assert Release.objects.readable().exists()
    actions.hold(release, by=world.regional, at=world.tick(), note="Ada keberatan keluarga.")
    assert not Release.objects.public().exists()


def test_a_correction_in_progress_leaves_the_live_edition_alone(world: World) -> None:
    release = world.published()
    actions.correct(release, by=world.writer, at=world.tick())
    release = actions.revise(
        release, by=world.writer, at=world.tick(), fields={"headline": "Judul belum disetujui"}
    )
    assert release.status == Status.DRAFT
    assert release.live_edition is not None
    assert story_of(release.live_edition).headline == "Warga binaan panen sayur di kebun Lapas"


def test_a_correction_needs_its_public_note(world: World) -> None:
    release = world.published()
    actions.correct(release, by=world.writer, at=world.tick())
    with pytest.raises(refusals.Blocked) as refused:
        actions.submit(release, by=world.writer, at=world.tick())
    assert [one.place for one in refused.value.findings] == ["change_note"]


def test_a_correction_becomes_the_next_edition_with_its_note(world: World) -> None:
    release = world.corrected(world.published())
    assert release.live_edition is not None
    story = story_of(release.live_edition)
    assert (story.number, story.kind) == (2, "correction")
    assert story.change_note == "Angka panen diperbaiki."
    assert [one.number for one in story.changes] == [1, 2]
    assert release.slug == Release.objects.get().slug


def test_a_change_can_be_given_up(world: World) -> None:
    release = world.published()
    actions.update(release, by=world.writer, at=world.tick())
    actions.revise(release, by=world.writer, at=world.tick(), fields={"headline": "Batal"})
    release = actions.discard_change(release, by=world.writer, at=world.tick())
    assert release.status == Status.PUBLISHED
    assert release.headline == "Warga binaan panen sayur di kebun Lapas"
    assert Edition.objects.count() == 1


def test_a_second_correction_with_the_same_note_needs_its_own_approval(world: World) -> None:
    release = world.corrected(world.published(), note="Angka diperbaiki.")
    actions.correct(release, by=world.writer, at=world.tick(), note="Angka diperbaiki.")
    actions.submit(release, by=world.writer, at=world.tick())
    release = actions.publish(world.approve(release), by=world.national, at=world.tick())
    assert Edition.objects.count() == Approval.objects.count() == 3


def test_a_change_given_up_leaves_nothing_behind(world: World) -> None:
    death = Topic.objects.create(name="Kematian", slug="kematian", never_urgent=True)
    release = world.published(topics=[death])
    Topic.objects.update(name="Kematian warga binaan")
    actions.correct(release, by=world.writer, at=world.tick())
    fields = {"embargo_until": world.at + HOUR, "topics": []}
    actions.revise(release, by=world.writer, at=world.tick(), fields=fields)
    release = actions.discard_change(release, by=world.writer, at=world.tick())
    assert release.embargo_until is None
    assert list(release.topics.all()) == [death]


def test_the_public_reason_of_a_withdrawal_is_checked_but_not_the_old_text(world: World) -> None:
    release = world.published()
    with pytest.raises(refusals.Blocked) as refused:
        actions.withdraw(
            release, by=world.national, at=world.tick(), note="Memuat NIK 6271014507990002."
        )
    assert [one.place for one in refused.value.findings] == ["change_note"]
    Edition.objects.update(content=Edition.objects.get().content.replace('"Uji Damai"', '""'))
    actions.withdraw(release, by=world.national, at=world.tick(), note="Memuat data pribadi.")


def test_a_withdrawal_does_not_go_on_telling_what_it_takes_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = world.published(headline="Bunga Contoh panen sayur di kebun Lapas")

    def found_since(matter: Matter) -> list[Finding]:
        said = {"rule": "late", "group": Group.CHILD, "level": Level.BLOCK, "reason": "Nama anak."}
        named = [one for one in matter.readings if "Bunga" in one.clear]
        return [Finding(place=one.place, **said) for one in named]

    monkeypatch.setattr(moves, "check", found_since)
    actions.withdraw(release, by=world.national, at=world.tick(), note="Memuat identitas.")
    withdrawn = Release.objects.get(pk=release.pk)
    assert withdrawn.live_edition is not None
    assert "Lapas Kelas IIA Uji Damai" in story_of(withdrawn.live_edition).headline
    page = Client().get(f"/siaran/{release.slug}/", follow=True)
    assert (page.status_code, "bunga" in page.content.decode().lower()) == (410, False)
    assert "bunga" not in withdrawn.slug
    assert list(breaks()) == []


def test_a_withdrawal_is_an_edition_without_text(world: World) -> None:
    release = actions.withdraw(
        world.published(), by=world.national, at=world.tick(), note="Memuat data pribadi."
    )
    assert release.status == Status.WITHDRAWN
    assert release.live_edition is not None
    story = story_of(release.live_edition)
    assert (story.kind, story.pubstatus) == ("withdrawal", "canceled")
    assert (story.lead, story.body, story.pictures) == ("", "", ())
    assert story.change_note == "Memuat data pribadi."
    assert not Release.objects.readable().exists()


def test_a_withdrawn_release_goes_nowhere_else(world: World) -> None:
    release = actions.withdraw(world.published(), by=world.national, at=world.tick(), note="x")
    for step in (actions.correct, actions.spike, actions.hold, actions.publish):
        with pytest.raises(refusals.StepNotLawful):
            step(release, by=world.national, at=world.tick(), note="x")


def test_urgent_publication_stays_flagged_until_another_editor_countersigns(world: World) -> None:
    release = world.submitted()
    release = actions.publish_urgently(
        release, by=world.colleague, at=world.tick(), note="Jalan ditutup, warga perlu tahu."
    )
    assert release.countersign_by is not None
    with pytest.raises(refusals.SelfApproval):
        actions.countersign(release, by=world.colleague, at=world.tick())
    release = actions.countersign(release, by=world.regional, at=world.tick())
    assert release.countersign_by is None
    assert list(breaks()) == []


def test_an_approved_edition_ends_the_wait_for_a_countersignature(world: World) -> None:
    release = world.submitted()
    actions.publish_urgently(release, by=world.colleague, at=world.tick(), note="Mendesak.")
    release = world.corrected(release)
    assert release.countersign_by is None
    assert list(breaks()) == []


def test_urgency_never_skips_the_second_person_for_children_or_deaths(world: World) -> None:
    death = Topic.objects.create(name="Kematian", slug="kematian", never_urgent=True)
    for release in (world.submitted(facility=world.lpka), world.submitted(topics=[death])):
        with pytest.raises(refusals.UrgencyForbidden):
            actions.publish_urgently(release, by=world.national, at=world.tick(), note="cepat")


def test_a_writer_cannot_slip_out_of_an_editors_hold_by_abandoning(world: World) -> None:
    release = world.draft()
    actions.hold(release, by=world.regional, at=world.tick(), note="Tunggu data resmi.")
    with pytest.raises(refusals.Held):
        actions.spike(release, by=world.writer, at=world.tick())


def test_a_spiked_release_can_be_revived_but_never_was_public(world: World) -> None:
    release = actions.spike(world.draft(), by=world.writer, at=world.tick())
    assert release.status == Status.SPIKED
    with pytest.raises(refusals.OutOfScope):
        actions.revive(release, by=world.writer, at=world.tick())
    release = actions.revive(release, by=world.colleague, at=world.tick())
    assert release.status == Status.DRAFT


def test_the_name_shown_is_the_one_right_on_the_day_of_the_event(world: World) -> None:
    day = world.fields()["event_date"]
    world.lapas.names.create(name="Rutan Kelas IIB Uji Damai", valid_to=day)
    release = world.published()
    assert release.live_edition is not None
    assert story_of(release.live_edition).place.facility == "Rutan Kelas IIB Uji Damai"
