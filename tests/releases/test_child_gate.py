"""A release that speaks of children leaves only signed, and only from the regional office up."""

import json

import pytest

from newsroom.releases import actions, refusals
from newsroom.releases.actions import Declared, Signature
from newsroom.releases.chain import breaks
from newsroom.releases.models import Approval, Inspection, Person, Release, Transition
from newsroom.releases.moves import latest_revision
from tests.world import World

SIGNED = Signature(child_free=True)


def approve(world: World, release: Release, by: str, signature: Signature = SIGNED) -> Release:
    """Approve the newest revision as one of the world's people."""
    person = getattr(world, by)
    revision = world.newest(release)
    at = world.tick()
    return actions.approve(release, revision=revision, by=person, at=at, signature=signature)


def about_children(world: World) -> Release:
    """A release of an LPKA in review, written at the regional office."""
    return world.submitted(facility=world.lpka, headline="Anak Binaan belajar membatik")


def test_nobody_approves_it_without_signing(world: World) -> None:
    release = about_children(world)
    with pytest.raises(refusals.ChildFreeMissing):
        approve(world, release, "national", Signature())
    approve(world, release, "national")
    assert Approval.objects.get(revision__release=release).child_free


def test_an_editor_of_the_unit_may_not_sign(world: World) -> None:
    fields = world.fields(lead="Seorang anak berkonflik dengan hukum ikut belajar.")
    release = actions.create(facility=world.lapas, by=world.writer, at=world.tick(), fields=fields)
    actions.submit(release, by=world.writer, at=world.tick())
    with pytest.raises(refusals.HigherDeskNeeded):
        approve(world, release, "colleague")
    approve(world, release, "regional")


def test_a_declared_child_raises_the_gate_anywhere(world: World) -> None:
    release = world.draft(people=[Declared("Sari", "child", 9)])
    assert release.concerns_children
    with pytest.raises(refusals.UrgencyForbidden):
        actions.publish_urgently(
            release, by=world.colleague, at=world.tick(), note="Menunggu terlalu lama."
        )


def test_who_is_declared_is_part_of_what_is_approved(world: World) -> None:
    release = world.approved(facility=world.lpka)
    people = [Declared("Sari Uji", "official")]
    actions.revise(release, by=world.regional, at=world.tick(), fields={"people": people})
    release.refresh_from_db()
    assert release.status == "draft"


def test_a_declared_name_is_sealed_and_in_no_revision(world: World) -> None:
    release = world.draft(people=[Declared("Kirana  Uji", "child", 15)])
    person = Person.objects.get(release=release)
    assert person.name == "Kirana Uji"
    assert b"Kirana" not in bytes(person.sealed_name)
    assert "Kirana" not in latest_revision(release).content


def test_a_child_gives_no_consent(world: World) -> None:
    release = world.draft(people=[Declared("Kirana Uji", "child", 15, consent=7)])
    assert Person.objects.get(release=release).consent is None


def test_the_same_people_declared_again_are_the_same_rows(world: World) -> None:
    release = world.draft(people=[Declared("Sari Uji", "official"), Declared("Tono", "visitor")])
    before = set(release.people.kept().values_list("pk", flat=True))
    people = [Declared("Sari Uji", "official"), Declared("Tono", "family")]
    actions.revise(release, by=world.writer, at=world.tick(), fields={"people": people})
    kept = release.people.kept()
    assert {one.name for one in kept} == {"Sari Uji", "Tono"}
    assert len(before & {one.pk for one in kept}) == 1
    assert release.people.count() == 3


def test_a_change_given_up_brings_the_declared_people_back(world: World) -> None:
    release = world.published(people=[Declared("Sari Uji", "official")])
    actions.correct(release, by=world.writer, at=world.tick())
    actions.revise(release, by=world.writer, at=world.tick(), fields={"people": []})
    assert not release.people.kept().exists()
    actions.discard_change(Release.objects.get(pk=release.pk), by=world.writer, at=world.tick())
    assert [one.name for one in release.people.kept()] == ["Sari Uji"]


def test_what_was_found_is_kept_with_the_revision_at_every_step(world: World) -> None:
    release = world.published()
    moments = Inspection.objects.filter(revision__release=release)
    assert [one.moment for one in moments] == ["submit", "approve", "publish"]


def test_the_audit_notices_an_edition_nobody_signed_for(world: World) -> None:
    release = world.published(facility=world.lpka)
    assert list(breaks()) == []
    Approval.objects.filter(revision__release=release).update(child_free=False)
    assert len(list(breaks())) == 1


def test_an_edition_says_that_it_speaks_of_children(world: World) -> None:
    release = world.published(facility=world.lpka)
    assert release.live_edition is not None
    content = json.loads(release.live_edition.content)
    assert (content["concerns_children"], content["risk"]) == (True, "sensitive")
    assert Transition.objects.filter(release=release, step="publish").exists()
