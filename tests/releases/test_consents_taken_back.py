"""A consent taken back: nothing that relies on it goes on, comes back, or stands in the way."""

from datetime import date
from threading import Event
from typing import Any

import pytest
from django.db import transaction

from facilities.models import Facility
from newsroom.lib.images import Box
from newsroom.releases import actions, consents, refusals
from newsroom.releases.actions import Declared, Mark
from newsroom.releases.chain import breaks
from newsroom.releases.models import Release
from newsroom.safeguards import actions as records
from newsroom.safeguards.actions import Given, Paper
from newsroom.safeguards.models import Consent
from tests.releases.photos.album import attach, prepare
from tests.side_by_side import side_by_side
from tests.world import World

NAME = "Bayu Contoh"
LEAD = f"{NAME}, warga binaan, memimpin panen 40 kilogram sayur di kebun Lapas pada Senin pagi."
BOX = Box(0.1, 0.1, 0.3, 0.3)


def agreed(world: World, name: str = NAME, *, facility: Facility | None = None) -> Consent:
    """Somebody has agreed to be named and shown."""
    given = Given(name, True, True, date(2026, 4, 1))
    paper = Paper(b"kertas", "image/jpeg")
    return records.record_consent(
        facility or world.lapas, given, paper, by=world.national, at=world.tick()
    )


def taken_back(world: World, one: Consent) -> list[consents.Concerned]:
    """The consent is withdrawn, with all that follows, as the desk does it."""
    who: dict[str, Any] = {"by": world.writer, "at": world.tick()}
    with transaction.atomic():
        records.withdraw_consent(one, note="Ia menarik persetujuannya.", **who)
        return consents.take_back(one, **who)


def named(one: Consent, name: str = NAME) -> dict[str, Any]:
    """Fields of a release that names an inmate, by a consent."""
    return {"lead": LEAD, "people": [Declared(name, "inmate", 31, consent=one.pk)]}


def blocked_by(world: World, release: Release) -> list[str]:
    """The rules that keep the release from being submitted; none where it may leave."""
    try:
        with transaction.atomic():
            actions.submit(release, by=world.writer, at=world.tick())
    except refusals.Blocked as blocked:
        return [one.rule for one in blocked.findings]
    return []


def shown(world: World, one: Consent) -> Release:
    """A published release that shows the person's face."""
    release = world.draft()
    photo = attach(world, release)
    mark = Mark(None, BOX, "consent", one.pk)
    actions.mark_faces(photo, [mark], by=world.writer, at=world.tick())
    prepare(release, at=world.tick())
    actions.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    return actions.publish(release, by=world.national, at=world.tick())


def test_a_release_that_was_withdrawn_does_not_stand_in_the_way(world: World) -> None:
    one = agreed(world)
    release = shown(world, one)
    actions.withdraw(release, by=world.national, at=world.tick(), note="Tidak jadi.")
    taken_back(world, one)
    one.refresh_from_db()
    assert one.is_withdrawn


def test_the_correction_it_opened_cannot_be_given_up(world: World) -> None:
    one = agreed(world)
    release = shown(world, one)
    taken_back(world, one)
    with pytest.raises(refusals.ConsentTakenBack), transaction.atomic():
        actions.discard_change(release, by=world.writer, at=world.tick())
    release.refresh_from_db()
    assert release.status == "draft"


@pytest.mark.parametrize("name", [NAME, "Bayu", "B. Contoh", "bayu  contoh"])
def test_ones_own_consent_lets_ones_name_pass(world: World, name: str) -> None:
    assert blocked_by(world, world.draft(**named(agreed(world), name))) == []


@pytest.mark.parametrize("name", ["Candra Misal", "Bayu Misal", "B."])
def test_somebody_elses_consent_lets_no_name_pass(world: World, name: str) -> None:
    assert blocked_by(world, world.draft(**named(agreed(world, name))))


def test_a_consent_another_unit_keeps_lets_no_name_pass(world: World) -> None:
    far = agreed(world, facility=world.far)
    assert blocked_by(world, world.draft(**named(far)))


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    """On PostgreSQL's locks."""

    def test_publishing_and_taking_back_leave_no_release_stuck(self, world: World) -> None:
        for _turn in range(6):
            one = agreed(world)
            release = world.approved(**named(one))
            at = world.tick()
            outcomes = side_by_side(
                lambda release=release, at=at: actions.publish(release, by=world.national, at=at),
                lambda one=one: taken_back(world, one),
            )
            assert not [
                x
                for x in outcomes
                if isinstance(x, Exception) and not isinstance(x, refusals.Refusal)
            ], outcomes
            release.refresh_from_db()
            kind = release.change_kind
            assert (release.status, kind) == ("draft", "correction" if release.live_edition else "")
        assert list(breaks()) == []

    def test_whoever_declares_somebody_does_not_wait_for_the_taking_back(
        self, world: World
    ) -> None:
        """Each would hold what the other asks for next: the consent's row and the release's."""
        one = agreed(world)
        release = world.draft(**named(one))
        fields, at = named(one, "Bayu"), world.tick()
        begun, declared = Event(), Event()

        def take() -> bool:
            with transaction.atomic():
                records.withdraw_consent(one, by=world.writer, at=at, note="Ditarik.")
                begun.set()
                waited = declared.wait(timeout=5)
                consents.take_back(one, by=world.writer, at=at)
                return waited

        def declare() -> None:
            begun.wait(timeout=5)
            actions.revise(release, by=world.writer, at=at, fields=fields)
            declared.set()

        assert side_by_side(take, declare) == [True, None]
        assert list(breaks()) == []
