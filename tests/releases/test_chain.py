"""The hash chain notices every tampering, and only tampering."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from newsroom.releases import actions, judging
from newsroom.releases.actions import Declared, Signature
from newsroom.releases.chain import breaks
from newsroom.releases.matter import matter_of
from newsroom.releases.models import (
    Answer,
    Approval,
    AuditHead,
    Edition,
    Inspection,
    Person,
    Release,
    Transition,
)
from newsroom.releases.sealing import reseal_all
from newsroom.safeguards import Finding, Group, Level
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


#: Somebody the release speaks of.
ADI = Declared("Adi Contoh", "official")


def test_another_name_under_an_approved_text_is_noticed_and_counts_for_nothing(
    world: World,
) -> None:
    release = world.published(people=[ADI])
    assert list(breaks()) == []
    content = json.loads(world.newest(release).content)
    Person.objects.update(sealed_name=Person.sealed("Bunga Contoh"))
    assert [one.name for one in matter_of(content, at=world.at).people] == [""]
    assert any("whom it speaks of" in line for line in breaks())


def test_names_sealed_anew_are_the_same_names(world: World, settings: Any) -> None:
    world.published(people=[ADI])
    settings.VAULT_KEYS = ["kunci-baru-uji-coba-yang-panjang", *settings.VAULT_KEYS]
    reseal_all()
    assert list(breaks()) == []


@pytest.mark.parametrize(
    ("level", "gone", "told"),
    [
        ("sign_off", lambda: Approval.objects.update(signed=[]), "must be signed for"),
        ("block", lambda: Answer.objects.all().delete(), "let pass"),
        ("block", lambda: Inspection.objects.all().delete(), "no inspection"),
    ],
)
def test_what_an_edition_rests_on_is_missed(
    world: World, monkeypatch: pytest.MonkeyPatch, level: str, gone: Callable[[], Any], told: str
) -> None:
    finding = Finding("rule", Group.SECURITY, Level[level.upper()], "lead", "Contoh.")
    release = world.draft()
    monkeypatch.setattr(judging, "check", lambda matter: [finding])
    if finding.level == Level.BLOCK:
        actions.overrule(release, finding, by=world.regional, at=world.tick(), note="Boleh.")
    actions.submit(release, by=world.writer, at=world.tick())
    actions.approve(
        release,
        revision=world.newest(release),
        by=world.national,
        at=world.tick(),
        signature=Signature(findings=(finding.fingerprint,)),
    )
    actions.publish(release, by=world.national, at=world.tick())
    assert list(breaks()) == []
    gone()
    assert any(told in line for line in breaks())
