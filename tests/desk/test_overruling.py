"""Letting a block pass: a second person at the regional office or above, with a reason."""

from django.test import Client
from django.urls import reverse

from newsroom.releases import actions
from newsroom.releases.models import Release
from tests.desk.conftest import Enter, typed
from tests.world import World

NIK = "6271034505120003"


def blocked(world: World) -> Release:
    """A draft that a safeguard stops."""
    return world.draft(lead=f"Nomor {NIK} tertulis di papan.")


def door(client: Client, release: Release) -> str:
    """Where the block that the release's page shows can be let pass."""
    page = client.get(reverse("desk:release", args=[release.pk]))
    (remark,) = [one for one in page.context["panel"].open if one.may_be_overruled]
    return reverse("desk:overrule", args=[release.pk, remark.finding.fingerprint])


def test_the_regional_editor_allows_it_with_a_reason(world: World, enter: Enter) -> None:
    release, client = blocked(world), enter(world.regional)
    address = door(client, release)
    shown = client.get(reverse("desk:release", args=[release.pk])).content.decode()
    assert f'href="{address}"' in shown
    assert NIK in client.get(address).content.decode()
    assert "note" in client.post(address, {"note": " "}).context["form"].errors
    client.post(address, {"note": "Nomor contoh dari poster resmi."})
    page = client.get(reverse("desk:release", args=[release.pk]))
    assert [one for one in page.context["panel"].open if one.may_be_overruled] == []
    assert "Nomor contoh dari poster resmi." in page.content.decode()
    assert client.get(address).status_code == 404  # it has been answered


def test_nobody_at_the_unit_and_not_the_writer_may_allow_it(world: World, enter: Enter) -> None:
    release = blocked(world)
    address = door(enter(world.writer), release)
    for person in (world.writer, world.colleague):
        client = enter(person)
        assert (
            address not in client.get(reverse("desk:release", args=[release.pk])).content.decode()
        )
        answer = client.post(address, {"note": "Alasan yang diketik."})
        assert answer.status_code == 409
        assert "Alasan yang diketik." in answer.content.decode()
    assert enter(world.outsider).get(address).status_code == 404
    assert not release.answers.exists()


def test_a_missing_part_can_be_allowed_by_nobody(world: World, enter: Enter) -> None:
    release, client = world.draft(lead=""), enter(world.national)
    panel = client.get(reverse("desk:release", args=[release.pk])).context["panel"]
    (remark,) = panel.missing
    address = reverse("desk:overrule", args=[release.pk, remark.finding.fingerprint])
    assert client.post(address, {"note": "Tidak perlu."}).status_code == 404


def test_the_approver_reads_what_was_answered_and_by_whom(world: World, enter: Enter) -> None:
    release = world.draft(lead="Panen dalam rangka hari jadi unit digelar Senin pagi.")
    client = enter(world.writer)
    address = reverse("desk:check", args=[release.pk])
    panel = client.post(address, typed(release)).context["panel"]
    remark = next(one for one in panel.open if one.finding.excerpt == "dalam rangka")
    client.post(address, typed(release, leave=remark.finding.fingerprint))
    actions.submit(release, by=world.writer, at=world.tick())
    page = enter(world.colleague).get(reverse("desk:release", args=[release.pk]))
    (answered,) = page.context["panel"].answered
    assert (answered.finding.excerpt, answered.answer.by) == ("dalam rangka", world.writer)
    shown = page.content.decode()
    assert "dalam rangka" in shown.split('class="answered"')[1]
    assert 'name="mend"' not in shown
