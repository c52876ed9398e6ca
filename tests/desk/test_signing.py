"""Approving at the desk what must be signed: the page asks, keeps what was typed, records it."""

from django.urls import reverse

from newsroom.releases.actions import Declared
from newsroom.releases.models import Approval
from tests.desk.conftest import Enter
from tests.world import World


def test_the_button_leads_to_the_page_that_asks_for_the_signature(
    world: World, enter: Enter
) -> None:
    release = world.submitted(facility=world.lpka)
    address = reverse("desk:step", args=[release.pk, "approve"])
    page = enter(world.national).get(reverse("desk:release", args=[release.pk]))
    assert f'href="{address}"' in page.content.decode()
    asked = enter(world.national).get(address).content.decode()
    assert 'name="child_free"' in asked
    assert "UU 11/2012" in asked


def test_without_the_tick_nothing_is_approved_and_the_note_is_kept(
    world: World, enter: Enter
) -> None:
    release = world.submitted(facility=world.lpka)
    address = reverse("desk:step", args=[release.pk, "approve"])
    typed = {"revision": world.newest(release).pk, "note": "Sudah saya baca."}
    answer = enter(world.national).post(address, typed)
    assert answer.status_code == 409
    assert "Sudah saya baca." in answer.content.decode()
    assert not Approval.objects.exists()


def test_the_tick_is_kept_with_the_approval(world: World, enter: Enter) -> None:
    release = world.submitted(facility=world.lpka)
    address = reverse("desk:step", args=[release.pk, "approve"])
    typed = {"revision": world.newest(release).pk, "child_free": "on"}
    assert enter(world.national).post(address, typed).status_code == 302
    assert Approval.objects.get(revision__release=release).child_free


def test_the_approver_sees_who_is_declared_but_no_childs_name(world: World, enter: Enter) -> None:
    people = [Declared("Kirana Uji", "child", 15), Declared("Sari Pejabat", "official")]
    release = world.submitted(people=people)
    asked = enter(world.regional).get(reverse("desk:step", args=[release.pk, "approve"]))
    assert "Sari Pejabat" in asked.content.decode()
    assert "Kirana" not in asked.content.decode()


def test_an_ordinary_release_is_approved_with_one_press(world: World, enter: Enter) -> None:
    release = world.submitted()
    page = enter(world.colleague).get(reverse("desk:release", args=[release.pk]))
    address = reverse("desk:step", args=[release.pk, "approve"])
    assert f'<form method="post" action="{address}">' in page.content.decode()
