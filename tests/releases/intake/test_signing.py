"""Who signs a pasted text: known contributors are found again, by whatever name they are given."""

import pytest

from facilities.models import Alias
from newsroom.contributors.models import Contributor
from newsroom.releases.intake.drafting import signed
from tests.world import World


@pytest.mark.parametrize(
    "name",
    [
        "humas uji damai",
        "Humas Lapas Uji Damai",
        "LAPAS KELAS II A UJI DAMAI",
        "Tim Humas Lapas Uji Damai",
    ],
)
def test_a_team_is_one_contributor_by_any_name_of_its_facility(world: World, name: str) -> None:
    Alias.objects.create(facility=world.lapas, name="Lapas Uji Damai")
    assert signed([name], world.lapas) == [world.byline]
    assert Contributor.objects.count() == 1


def test_another_units_team_is_not_taken_for_ours(world: World) -> None:
    assert signed(["Humas LPKA Kelas II Uji Damai"], world.lapas) != [world.byline]


def test_initials_that_nobody_knows_are_entered_once(world: World) -> None:
    first, second = signed(["yud"], world.lapas), signed(["yud"], world.lapas)
    assert first == second
    assert (first[0].kind, first[0].initials) == ("person", "yud")
