"""The hash chain notices every tampering, and only tampering."""

import pytest
from django.core.management import CommandError, call_command

from newsroom.releases import actions
from newsroom.releases.chain import breaks
from newsroom.releases.models import AuditHead, Edition, Transition
from tests.world import World


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


def test_the_head_is_one_row(walked: World) -> None:
    assert AuditHead.objects.count() == 1
