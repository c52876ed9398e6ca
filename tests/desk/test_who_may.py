"""Nobody sees or moves what their memberships do not cover."""

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.contributors.models import Membership, User
from newsroom.releases.models import Release
from tests.desk.conftest import Enter, typed
from tests.world import World

PAGES = ["release", "history", "preview", "deliveries"]


@pytest.mark.parametrize("name", PAGES)
def test_strangers_are_sent_to_the_sign_in_page(world: World, name: str) -> None:
    address = reverse(f"desk:{name}", args=[world.draft().pk])
    answer = Client().get(address, follow=True)
    assert answer.redirect_chain[-1][0].startswith(reverse("account_login"))
    assert f"next={address}" in answer.redirect_chain[-1][0]


@pytest.mark.parametrize("name", PAGES)
def test_other_facilities_releases_do_not_exist(world: World, enter: Enter, name: str) -> None:
    answer = enter(world.outsider).get(reverse(f"desk:{name}", args=[world.draft().pk]))
    assert answer.status_code == 404


def test_the_list_shows_only_what_a_person_covers(world: World, enter: Enter) -> None:
    mine, other = world.draft(headline="Panen di sini"), world.draft(headline="Panen di sana")
    Release.objects.filter(pk=other.pk).update(facility=world.far)
    page = enter(world.writer).get(reverse("admin:releases_release_changelist"))
    assert mine.headline in page.content.decode()
    assert other.headline not in page.content.decode()


def test_an_outsider_cannot_save_or_move_anything(world: World, enter: Enter) -> None:
    release = world.draft()
    client = enter(world.outsider)
    saved = client.post(reverse("desk:release", args=[release.pk]), typed(release, headline="Lain"))
    moved = client.post(reverse("desk:step", args=[release.pk, "submit"]))
    assert (saved.status_code, moved.status_code) == (404, 404)
    release.refresh_from_db()
    assert (release.status, release.headline) != ("in_review", "Lain")


def test_a_writer_sees_no_editors_buttons_and_cannot_force_them(world: World, enter: Enter) -> None:
    release = world.submitted()
    client = enter(world.writer)
    page = client.get(reverse("desk:release", args=[release.pk])).content.decode()
    assert reverse("desk:step", args=[release.pk, "approve"]) not in page
    assert reverse("desk:step", args=[release.pk, "recall"]) in page
    approve = reverse("desk:step", args=[release.pk, "approve"])
    forced = client.post(approve, {"revision": world.newest(release).pk})
    assert forced.status_code == 409
    release.refresh_from_db()
    assert release.status == "in_review"


def test_someone_without_a_membership_may_only_look_at_an_empty_desk(
    world: World, enter: Enter
) -> None:
    newcomer = User.objects.create_user("baru@uji.example", "kata-sandi-uji", full_name="Baru")
    client = enter(newcomer)
    assert client.get(reverse("admin:index")).status_code == 200
    assert client.get(reverse("desk:write")).status_code == 403
    assert client.get(reverse("desk:paste")).status_code == 403
    assert client.get(reverse("desk:release", args=[world.draft().pk])).status_code == 404


def test_who_may_not_enter_the_desk_is_told_so(world: World, enter: Enter) -> None:
    User.objects.filter(pk=world.writer.pk).update(is_staff=False)
    answer = enter(world.writer).get(reverse("admin:index"), follow=True)
    assert answer.status_code == 403


def test_a_facility_outside_cannot_be_chosen_for_a_new_release(world: World, enter: Enter) -> None:
    fields = {"facility": world.far.pk, "headline": "Kabar", "risk": "routine"}
    page = enter(world.writer).post(reverse("desk:write"), fields)
    assert "facility" in page.context["form"].errors
    assert not Release.objects.exists()


def test_the_only_facility_is_chosen_beforehand(world: World, enter: Enter) -> None:
    form = enter(world.writer).get(reverse("desk:write")).context["form"]
    assert form["facility"].value() == world.lapas.pk
    Membership.objects.create(
        user=world.writer, role="writer", scope="facility", facility=world.lpka
    )
    form = enter(User.objects.get(pk=world.writer.pk)).get(reverse("desk:write")).context["form"]
    assert form["facility"].value() is None


def test_nobody_deletes_releases_not_even_administrators(world: World, enter: Enter) -> None:
    admin = User.objects.create_superuser("admin@uji.example", "kata-sandi-uji", full_name="A")
    release = world.draft()
    client = enter(admin)
    address = reverse("admin:releases_release_delete", args=[release.pk])
    assert client.post(address, {"post": "yes"}).status_code == 403
    listed = client.get(reverse("admin:releases_release_changelist")).content.decode()
    assert "delete_selected" not in listed
    assert Release.objects.filter(pk=release.pk).exists()
