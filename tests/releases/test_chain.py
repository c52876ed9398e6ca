"""The hash chain notices every tampering, and only tampering."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from newsroom.releases import actions
from newsroom.releases.chain import breaks
from newsroom.releases.models import Approval, AuditHead, Edition, Release, Transition
from tests.world import World


@pytest.fixture(autouse=True)
def _in_the_source_language() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def walked(world: World) -> World:
    """A newsroom in which a release went all the way and back."""
    release = world.corrected(world.published())
    actions.withdraw(release, by=world.national, at=world.tick(), note="Ditarik untuk uji.")
    return world


def test_an_honest_history_is_whole(walked: World) -> None:
    assert list(breaks()) == []
    call_command("verify_audit")


def test_a_changed_note_is_noticed(walked: World) -> None:
    Transition.objects.filter(step="withdraw").update(note="Alasan lain")
    with pytest.raises(CommandError):
        call_command("verify_audit")


def test_a_removed_middle_is_noticed(walked: World) -> None:
    Transition.objects.filter(sequence=3).delete()
    assert any("does not follow" in line for line in breaks())


def test_a_cut_off_tail_is_noticed(walked: World) -> None:
    last = Transition.objects.latest("sequence")
    last.delete()
    assert any(line.startswith("head") for line in breaks())


def test_a_text_changed_after_publication_is_noticed(walked: World) -> None:
    edition = Edition.objects.get(number=1)
    Edition.objects.filter(pk=edition.pk).update(content=edition.content.replace("40", "60"))
    assert any("changed after publication" in line for line in breaks())


def test_an_edition_without_approval_is_noticed(walked: World) -> None:
    edition = Edition.objects.get(number=1)
    assert edition.revision is not None
    edition.revision.approvals.all().delete()
    assert any("no approval" in line for line in breaks())


def test_an_urgent_edition_that_was_replaced_or_withdrawn_is_no_break(world: World) -> None:
    replaced, withdrawn = world.submitted(), world.submitted()
    for release in (replaced, withdrawn):
        actions.publish_urgently(release, by=world.colleague, at=world.tick(), note="Mendesak.")
    actions.correct(replaced, by=world.writer, at=world.tick(), note="Angka keliru.")
    actions.publish_urgently(replaced, by=world.colleague, at=world.tick(), note="Mendesak.")
    actions.countersign(replaced, by=world.regional, at=world.tick())
    actions.withdraw(withdrawn, by=world.national, at=world.tick(), note="Keliru.")
    assert list(breaks()) == []


def test_an_hour_given_in_another_zone_is_no_break(world: World) -> None:
    at = world.tick().astimezone(ZoneInfo("Asia/Jayapura"))
    actions.submit(world.draft(), by=world.writer, at=at)
    assert list(breaks()) == []


def test_a_flag_does_not_excuse_a_missing_approval(world: World) -> None:
    world.published()
    Approval.objects.all().delete()
    Release.objects.update(countersign_by=world.at)
    assert any("no approval" in line for line in breaks())


def test_an_edition_no_step_published_is_noticed(world: World) -> None:
    release = world.published()
    forged = Edition.objects.get()
    forged.pk, forged.number, forged.kind, forged.change_note = None, 2, "update", "Selundupan"
    forged.save(force_insert=True)
    Release.objects.filter(pk=release.pk).update(live_edition=forged)
    assert list(breaks()) == [f"edition {forged}: no step on record published it"]


def test_a_withdrawal_undone_behind_the_chain_is_noticed(world: World) -> None:
    release = world.published()
    shown = release.live_edition
    actions.withdraw(release, by=world.national, at=world.tick(), note="Keliru.")
    Release.objects.update(live_edition=shown, status="published")
    found = "\n".join(breaks())
    assert "not its newest edition" in found
    assert "not what its last step says" in found


def test_the_head_is_one_row(walked: World) -> None:
    assert AuditHead.objects.count() == 1
