"""What the database itself refuses, whoever asks."""

from typing import Any

import pytest
from django.db import IntegrityError

from newsroom.releases import actions
from newsroom.releases.models import Edition, Release
from tests.world import NOW, World


def test_a_release_is_withdrawn_once(world: World) -> None:
    actions.withdraw(world.published(), by=world.national, at=world.tick(), note="Keliru.")
    again = Edition.objects.get(number=2)
    again.pk, again.number = None, 3
    with pytest.raises(IntegrityError):
        again.save(force_insert=True)


@pytest.mark.parametrize(
    "columns",
    [
        {"countersign_by": NOW},
        {"change_kind": "correction"},
        {"status": "spiked", "held_at": NOW},
    ],
)
def test_a_release_nobody_has_read_can_not_be_in_these_states(
    world: World, columns: dict[str, Any]
) -> None:
    world.draft()
    with pytest.raises(IntegrityError):
        Release.objects.update(**columns)


def test_a_draft_has_no_approved_revision(world: World) -> None:
    world.approved()
    with pytest.raises(IntegrityError):
        Release.objects.update(status="draft")


def test_a_withdrawn_release_waits_for_nothing(world: World) -> None:
    actions.withdraw(world.published(), by=world.national, at=world.tick(), note="Keliru.")
    with pytest.raises(IntegrityError):
        Release.objects.update(held_at=NOW)
