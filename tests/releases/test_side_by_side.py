"""Two people, two workers, the same moment: one wins, the other is told. On PostgreSQL's locks."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from newsroom.releases import actions, refusals, sweeps
from newsroom.releases.chain import breaks
from newsroom.releases.models import Approval, Edition, Release
from tests.side_by_side import side_by_side
from tests.world import World

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def one_won(outcomes: Sequence[Any], refusal: type[Exception]) -> bool:
    """Exactly one outcome is a release; all others are the refusal."""
    winners = [one for one in outcomes if isinstance(one, Release)]
    losers = [one for one in outcomes if isinstance(one, refusal)]
    return len(winners) == 1 and len(losers) == len(outcomes) - 1


def test_two_approvers_at_once_give_one_approval(world: World) -> None:
    release = world.submitted()
    revision = world.newest(release)

    def approve(by: Any) -> Release:
        return actions.approve(release, revision=revision, by=by, at=world.at)

    outcomes = side_by_side(
        lambda: approve(world.colleague),
        lambda: approve(world.regional),
        lambda: approve(world.national),
    )
    assert one_won(outcomes, refusals.StepNotLawful), outcomes
    assert Approval.objects.count() == 1


def test_two_publishers_at_once_cut_one_edition(world: World) -> None:
    release = world.approved()

    def publish(by: Any) -> Release:
        return actions.publish(release, by=by, at=world.at)

    outcomes = side_by_side(lambda: publish(world.colleague), lambda: publish(world.national))
    assert one_won(outcomes, refusals.StepNotLawful), outcomes
    assert Edition.objects.count() == 1
    assert list(breaks()) == []


def test_two_sweeps_at_once_keep_each_schedule_once(world: World) -> None:
    hour = world.at + timedelta(hours=1)
    for _ in range(5):
        release = world.approved()
        actions.schedule(release, by=world.national, at=world.tick(), publish_at=hour)
    done = side_by_side(*[lambda: sweeps.publish_due(at=hour)] * 3)
    assert sum(done) == 5
    assert Edition.objects.count() == 5
    assert list(breaks()) == []


def test_an_edit_and_an_approval_at_once_never_approve_unseen_text(world: World) -> None:
    release = world.submitted()
    seen = world.newest(release)
    side_by_side(
        lambda: actions.approve(release, revision=seen, by=world.colleague, at=world.at),
        lambda: actions.revise(
            release, by=world.writer, at=world.at, fields={"headline": "Judul susulan"}
        ),
    )
    standing = Approval.objects.filter(voided_at=None)
    assert all(one.digest == world.newest(release).digest for one in standing)
    assert Release.objects.get().status == "draft"
