"""A reader types any name of a facility and lands on its page, or learns what to choose."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from facilities.models import Alias
from tests.world import World


def seek(client: Client, name: str) -> Any:
    """What the page of regions answers to a name."""
    return client.get(reverse("public:regions"), {"nama": name})


@pytest.mark.parametrize("name", ["Lapas Kelas II A Uji Damai", "  lapas   KELAS IIA uji-damai"])
def test_a_name_leads_to_the_facility(world: World, client: Client, name: str) -> None:
    answer = seek(client, name)
    assert answer.status_code == 302
    assert answer["Location"] == world.lapas.get_absolute_url()


def test_what_people_call_it_leads_there_too(world: World, client: Client) -> None:
    Alias.objects.create(facility=world.far, name="Rutan Kampung Uji")
    assert seek(client, "rutan kampung uji")["Location"] == world.far.get_absolute_url()


def test_a_slip_of_the_pen_is_answered_with_what_may_be_meant(world: World, client: Client) -> None:
    page = seek(client, "Lapas Uji Damay").content.decode()
    assert world.lapas.get_absolute_url() in page
    assert 'value="Lapas Uji Damay"' in page


@pytest.mark.parametrize(
    "name", ["", "   ", "<script>", "%00", "\x00", "x" * 10_000, "🙂", "' OR 1=1"]
)
def test_any_other_text_is_answered_with_the_page(world: World, client: Client, name: str) -> None:
    answer = seek(client, name)
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode()
