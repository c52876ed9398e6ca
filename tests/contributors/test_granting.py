"""Managers invite and grant within their own reach, never wider."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse

from newsroom.contributors.granting import governed, grantable
from newsroom.contributors.models import Membership, User
from tests.world import World

NEW = {"full_name": "Petugas Baru", "email": "Baru@Uji.example"}


@pytest.fixture
def local(world: World) -> User:
    """A manager of one facility."""
    return world.person("Pengelola Unit", "manager", facility=world.lapas)


@pytest.fixture
def regional(world: World) -> User:
    """A manager of one region."""
    return world.person("Pengelola Wilayah", "manager", region=world.region)


def entered(person: User) -> Client:
    """A signed-in client."""
    client = Client()
    client.force_login(person)
    return client


def rows(*given: dict[str, object], there: int = 0) -> dict[str, object]:
    """The memberships part of the form."""
    fields: dict[str, object] = {
        "memberships-TOTAL_FORMS": len(given),
        "memberships-INITIAL_FORMS": there,
    }
    for number, row in enumerate(given):
        fields |= {f"memberships-{number}-{name}": value for name, value in row.items()}
    return fields


def test_a_manager_invites_with_a_letter(
    world: World, local: User, django_capture_on_commit_callbacks: object
) -> None:
    row = {"role": "writer", "scope": "facility", "facility": world.lapas.pk}
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        answer = entered(local).post(reverse("admin:contributors_user_add"), {**NEW, **rows(row)})
    assert answer.status_code == 302
    person = User.objects.get(email="baru@uji.example")
    assert not person.has_usable_password()
    assert person.memberships.get().facility == world.lapas
    assert [letter.to for letter in mail.outbox] == [["baru@uji.example"]]
    link = next(word for word in mail.outbox[0].body.split() if "/akun/password/reset/key/" in word)
    assert Client().get(link[link.index("/akun") :], follow=True).status_code == 200


@pytest.mark.parametrize(
    "row",
    [
        {"role": "manager", "scope": "national"},
        {"role": "writer", "scope": "region", "region": "region"},
        {"role": "writer", "scope": "facility", "facility": "lpka"},
    ],
)
def test_nobody_grants_wider_than_their_own_reach(
    world: World, local: User, row: dict[str, str]
) -> None:
    named = {
        name: getattr(world, value).pk if name in {"region", "facility"} else value
        for name, value in row.items()
    }
    entered(local).post(reverse("admin:contributors_user_add"), {**NEW, **rows(named)})
    assert not User.objects.filter(email="baru@uji.example").exists()


def test_nobody_is_invited_without_a_membership(world: World, local: User) -> None:
    entered(local).post(reverse("admin:contributors_user_add"), {**NEW, **rows()})
    assert not User.objects.filter(email="baru@uji.example").exists()


def test_a_scope_asks_for_its_place(world: World, regional: User) -> None:
    row = {"role": "writer", "scope": "facility"}
    page = entered(regional).post(reverse("admin:contributors_user_add"), {**NEW, **rows(row)})
    assert page.status_code == 200
    assert not User.objects.filter(email="baru@uji.example").exists()


def test_people_outside_are_not_seen(world: World, local: User) -> None:
    client = entered(local)
    listed = client.get(reverse("admin:contributors_user_changelist")).content.decode()
    assert world.writer.full_name in listed
    assert world.outsider.full_name not in listed
    page = client.get(reverse("admin:contributors_user_change", args=[world.outsider.pk]))
    assert page.status_code == 302  # the admin's way of saying: there is none


def test_a_colleague_who_reaches_further_cannot_be_switched_off(world: World, local: User) -> None:
    Membership.objects.create(
        user=world.regional, role="writer", scope="facility", facility=world.lapas
    )
    address = reverse("admin:contributors_user_change", args=[world.regional.pk])
    kept = world.regional.memberships.get(facility=world.lapas)
    row = {"id": kept.pk, "user": world.regional.pk, "role": "writer", "scope": "facility",
           "facility": world.lapas.pk}  # fmt: skip
    entered(local).post(address, {"full_name": "Diganti", **rows(row, there=1)})
    world.regional.refresh_from_db()
    assert world.regional.is_active
    assert world.regional.full_name != "Diganti"


def test_an_address_is_nobody_elses_to_change(world: World, local: User) -> None:
    address = reverse("admin:contributors_user_change", args=[world.writer.pk])
    fields = {"full_name": "Penulis Uji", "is_active": "on", "email": "curi@uji.example"}
    entered(local).post(address, {**fields, **rows()})
    world.writer.refresh_from_db()
    assert world.writer.email == "penulis.uji@uji.example"


def test_a_membership_outside_cannot_be_touched_by_its_number(world: World, local: User) -> None:
    theirs = world.outsider.memberships.get()
    address = reverse("admin:contributors_user_change", args=[world.writer.pk])
    row = {"id": theirs.pk, "user": world.writer.pk, "role": "writer", "scope": "facility",
           "facility": world.lapas.pk, "DELETE": "on"}  # fmt: skip
    entered(local).post(address, {"full_name": "Penulis Uji", **rows(row, there=1)})
    theirs.refresh_from_db()
    assert (theirs.user, theirs.role) == (world.outsider, "editor")


def test_writers_and_editors_manage_nobody(world: World) -> None:
    address = reverse("admin:contributors_user_changelist")
    for person in (world.writer, world.colleague, world.national):
        assert entered(person).get(address).status_code == 403


def test_the_two_ways_to_ask_agree(world: World, local: User, regional: User) -> None:
    for manager in (local, regional, world.manager, world.writer):
        everyone = Membership.objects.select_related("facility")
        by_row = {one.pk for one in everyone if grantable(manager, one)}
        assert set(governed(manager, everyone).values_list("pk", flat=True)) == by_row


def test_bylines_are_kept_by_the_editors_of_their_facility(world: World) -> None:
    address = reverse("admin:contributors_contributor_change", args=[world.byline.pk])
    fields = {"kind": "unit", "name": "Tim Humas Baru", "slug": world.byline.slug}
    entered(world.outsider).post(address, {**fields, "facility": world.far.pk})
    world.byline.refresh_from_db()
    assert world.byline.name == "Humas Uji Damai"
    entered(world.colleague).post(address, {**fields, "facility": world.lapas.pk})
    world.byline.refresh_from_db()
    assert world.byline.name == "Tim Humas Baru"


def test_a_lost_second_factor_is_forgotten_for_people_one_answers_for(
    world: World, local: User
) -> None:
    for person in (world.colleague, world.regional):
        Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
    Membership.objects.create(
        user=world.regional, role="writer", scope="facility", facility=world.lapas
    )
    chosen = [world.colleague.pk, world.regional.pk]
    entered(local).post(
        reverse("admin:contributors_user_changelist"),
        {"action": "forget_second_factor", "_selected_action": chosen},
    )
    assert [one.user for one in Authenticator.objects.all()] == [world.regional]


def test_an_address_in_use_is_named_once_and_says_where_to_look(world: World, local: User) -> None:
    row = {"role": "writer", "scope": "facility", "facility": world.lapas.pk}
    person = {"full_name": "Kembar", "email": world.writer.email.upper()}
    page = entered(local).post(reverse("admin:contributors_user_add"), {**person, **rows(row)})
    errors = page.context["adminform"].form.errors
    assert list(errors) == ["email"]
    assert "daftar pengguna" in str(errors["email"])
    assert page.context["adminform"].form["full_name"].value() == "Kembar"


def test_the_list_of_people_tells_their_memberships_within_reach(world: World, local: User) -> None:
    Membership.objects.create(
        user=world.writer, role="editor", scope="facility", facility=world.lpka
    )
    page = entered(local).get(reverse("admin:contributors_user_changelist")).content.decode()
    assert f"Penulis, {world.lapas}" in page
    assert str(world.lpka) not in page
