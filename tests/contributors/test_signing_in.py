"""Signing in: one page, no sign-up, a second factor for those who publish."""

import time
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.world import World

PASSWORD = "kata-sandi-uji"  # noqa: S105 - the small world's


@pytest.fixture(autouse=True)
def _no_memory_of_earlier_tries() -> None:
    cache.clear()


def sign_in(person: Any, password: str = PASSWORD, **fields: str) -> Any:
    """What the sign-in page answers."""
    client = Client()
    client.answer = client.post(  # type: ignore[attr-defined]
        reverse("account_login"), {"login": person.email, "password": password, **fields}
    )
    return client


def test_people_sign_in_by_e_mail_whatever_the_capitals(world: World) -> None:
    world.writer.email = world.writer.email.upper()
    assert sign_in(world.writer).answer.headers["Location"] == "/desk/"


def test_a_wrong_password_keeps_the_address(world: World) -> None:
    page = sign_in(world.writer, "salah").answer
    assert page.status_code == 200
    assert world.writer.email in page.content.decode()


def test_the_desks_own_sign_in_leads_to_the_same_page(world: World) -> None:
    answer = Client().get(reverse("admin:login"), {"next": "/desk/siaran/baru/"})
    assert answer.headers["Location"].startswith(reverse("account_login"))
    assert "next=/desk/siaran/baru/" in answer.headers["Location"]


def test_guessing_is_slowed_down(world: World) -> None:
    answers = [sign_in(world.writer, "salah").answer for _ in range(12)]
    assert answers[-1].status_code == 429 or not sign_in(world.writer).answer.has_header("Location")


def test_nobody_signs_up(world: World) -> None:
    page = Client().post(reverse("account_signup"), {"email": "aku@uji.example"})
    assert "account/signup_closed.html" in {template.name for template in page.templates}


def test_signing_out_needs_a_press_of_the_button(world: World) -> None:
    client = sign_in(world.writer)
    client.get(reverse("admin:logout"))
    assert client.get(reverse("admin:index")).status_code == 200
    client.post(reverse("admin:logout"))
    assert client.get(reverse("admin:index")).status_code == 302


def test_a_writer_needs_no_second_factor(world: World, settings: Any) -> None:
    settings.MFA_REQUIRED = True
    assert sign_in(world.writer).get(reverse("admin:index")).status_code == 200


def test_an_editor_enters_only_with_a_second_factor(world: World, settings: Any) -> None:
    settings.MFA_REQUIRED = True
    client = sign_in(world.colleague)
    set_up = reverse("mfa_activate_totp")
    for address in (reverse("admin:index"), reverse("desk:write"), reverse("desk:paste")):
        visited = client.get(address, follow=True).redirect_chain
        assert any(step.startswith(set_up) for step, _status in visited)

    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    secret = client.get(set_up).context["form"].secret
    client.post(set_up, {"code": code_now(secret)})
    assert client.get(reverse("admin:index")).status_code == 200

    anew = sign_in(world.colleague)
    assert anew.answer.headers["Location"] == reverse("mfa_authenticate")
    assert anew.get(reverse("admin:index")).status_code == 302  # the password alone is not enough


def code_now(secret: str) -> str:
    """What an authenticator app would show."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))
