"""Answers to findings: dismissed, mended, or let pass by a second person higher up."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from newsroom.releases import actions, judging, refusals
from newsroom.releases.actions import Signature
from newsroom.releases.judging import Judged, judged
from newsroom.releases.models import Answer, Inspection, Release, Transition
from newsroom.safeguards import Finding, Group, Level, Matter
from newsroom.safeguards.models import Slip
from tests.world import World


def about_the_word(word: str, level: Level) -> Any:
    """A check with one rule: the word is found wherever it stands."""

    def found(matter: Matter) -> Iterator[Finding]:
        for reading in matter.readings:
            at = reading.clear.find(word)
            if at >= 0:
                span = (at, at + len(word))
                said = {"rule": "word", "group": Group.SECURITY, "level": level, "reason": word}
                yield reading.finding(span, **said)

    return lambda matter: list(found(matter))


@pytest.fixture(params=[Level.BLOCK])
def blocked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The word "gerbang" blocks."""
    monkeypatch.setattr(judging, "check", about_the_word("gerbang", request.param))


def findings(world: World, release: Release) -> list[Judged]:
    """What the safeguards say of the newest revision now."""
    return judged(release, json.loads(world.newest(release).content), at=world.at)


LEAD = "Panen sayur di dekat gerbang pada Senin pagi."


@pytest.mark.usefixtures("blocked")
def test_nobody_at_the_unit_lets_a_block_pass(world: World) -> None:
    release = world.draft(lead=LEAD)
    finding = findings(world, release)[0].finding
    for person in (world.writer, world.colleague):
        with pytest.raises(refusals.HigherDeskNeeded):
            actions.overrule(release, finding, by=person, at=world.tick(), note="Gerbang taman.")


@pytest.mark.usefixtures("blocked")
def test_the_regional_office_lets_it_pass_with_a_reason(world: World) -> None:
    release = world.draft(lead=LEAD)
    finding = findings(world, release)[0].finding
    with pytest.raises(refusals.Blocked):
        actions.submit(release, by=world.writer, at=world.tick())
    with pytest.raises(refusals.NoteMissing):
        actions.overrule(release, finding, by=world.regional, at=world.tick(), note=" ")
    actions.overrule(release, finding, by=world.regional, at=world.tick(), note="Gerbang taman.")
    actions.submit(release, by=world.writer, at=world.tick())
    record = Inspection.objects.get(revision__release=release).findings
    assert [one["answer"] for one in record] == ["overruled"]
    step = Transition.objects.get(release=release, step="overrule")
    assert step.note == "word: Gerbang taman."


@pytest.mark.usefixtures("blocked")
def test_an_answer_falls_when_its_sentence_changes(world: World) -> None:
    release = world.draft(lead=LEAD)
    finding = findings(world, release)[0].finding
    actions.overrule(release, finding, by=world.regional, at=world.tick(), note="Gerbang taman.")
    fields = {"lead": "Panen sayur di gerbang belakang."}
    actions.revise(release, by=world.writer, at=world.tick(), fields=fields)
    with pytest.raises(refusals.Blocked):
        actions.submit(release, by=world.writer, at=world.tick())
    actions.revise(release, by=world.writer, at=world.tick(), fields={"lead": LEAD})
    actions.submit(release, by=world.writer, at=world.tick())


@pytest.mark.usefixtures("blocked")
def test_who_wrote_the_text_lets_nothing_in_it_pass(world: World) -> None:
    release = world.draft(facility=world.lpka, lead=LEAD)
    finding = findings(world, release)[0].finding
    with pytest.raises(refusals.SelfApproval):
        actions.overrule(release, finding, by=world.regional, at=world.tick(), note="Tidak apa.")


@pytest.mark.usefixtures("blocked")
def test_a_comma_of_somebody_else_makes_nobody_a_second_person(world: World) -> None:
    release = world.draft()
    actions.revise(release, by=world.regional, at=world.tick(), fields={"lead": LEAD})
    fields = {"headline": "Warga binaan panen sayur, di kebun Lapas"}
    actions.revise(release, by=world.writer, at=world.tick(), fields=fields)
    finding = findings(world, release)[0].finding
    with pytest.raises(refusals.SelfApproval):
        actions.overrule(release, finding, by=world.regional, at=world.tick(), note="Tidak apa.")
    actions.overrule(release, finding, by=world.national, at=world.tick(), note="Gerbang taman.")


@pytest.mark.usefixtures("blocked")
def test_whoever_wrote_what_readers_have_seen_is_a_second_person_to_the_next_text(
    world: World,
) -> None:
    fields = world.fields()
    release = actions.create(
        facility=world.lapas, by=world.regional, at=world.tick(), fields=fields
    )
    actions.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    actions.publish(release, by=world.national, at=world.tick())
    actions.correct(release, by=world.writer, at=world.tick())
    fields = {"lead": LEAD, "change_note": "Tempat diperbaiki."}
    actions.revise(release, by=world.writer, at=world.tick(), fields=fields)
    finding = findings(world, release)[0].finding
    actions.overrule(release, finding, by=world.regional, at=world.tick(), note="Gerbang taman.")


@pytest.mark.parametrize("blocked", [Level.SIGN_OFF], indirect=True)
@pytest.mark.usefixtures("blocked")
def test_a_finding_to_sign_for_waits_for_the_approvers_name(world: World) -> None:
    release = world.submitted(lead=LEAD)
    revision = world.newest(release)
    facts = {"revision": revision, "by": world.colleague}
    with pytest.raises(refusals.NotSigned):
        actions.approve(release, at=world.tick(), **facts)
    signature = Signature(findings=(findings(world, release)[0].finding.fingerprint,))
    actions.approve(release, at=world.tick(), signature=signature, **facts)
    actions.publish(release, by=world.colleague, at=world.tick())


@pytest.mark.parametrize("blocked", [Level.SIGN_OFF], indirect=True)
@pytest.mark.usefixtures("blocked")
def test_nothing_that_wants_a_signature_goes_out_urgently(world: World) -> None:
    release = world.draft(lead=LEAD)
    with pytest.raises(refusals.NotSigned):
        actions.publish_urgently(release, by=world.colleague, at=world.tick(), note="Segera.")


@pytest.mark.parametrize("blocked", [Level.WARNING], indirect=True)
@pytest.mark.usefixtures("blocked")
def test_a_dismissed_warning_is_silent_until_its_sentence_changes(world: World) -> None:
    release = world.draft(lead=LEAD)
    actions.dismiss(
        release, [findings(world, release)[0].finding], by=world.writer, at=world.tick()
    )
    assert [one.is_open for one in findings(world, release)] == [False]
    actions.revise(release, by=world.writer, at=world.tick(), fields={"lead": f"Kini {LEAD}"})
    assert [one.is_open for one in findings(world, release)] == [True]


@pytest.mark.usefixtures("blocked")
def test_a_block_is_not_dismissed(world: World) -> None:
    release = world.draft(lead=LEAD)
    finding = findings(world, release)[0].finding
    with pytest.raises(refusals.NotDismissible):
        actions.dismiss(release, [finding], by=world.writer, at=world.tick())
    assert not Answer.objects.exists()


def test_what_has_become_wrong_since_the_approval_does_not_leave(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = world.approved(lead=LEAD)
    monkeypatch.setattr(judging, "check", about_the_word("gerbang", Level.BLOCK))
    with pytest.raises(refusals.Blocked):
        actions.publish(release, by=world.national, at=world.tick())
    release.refresh_from_db()
    assert (release.status, release.live_edition_id) == ("approved", None)


def test_slips_of_a_submitted_text_are_counted_for_its_unit(world: World) -> None:
    release = world.draft(lead="Warga Binaan mensukseskan panen sayur di kebun Lapas pada Senin.")
    assert not Slip.objects.exists()
    actions.submit(release, by=world.writer, at=world.tick())
    slip = Slip.objects.get(rule="language.B02")
    assert (slip.facility, slip.count) == (world.lapas, 1)
