"""Each unit sees its own habits with a lesson, and keeps its own words."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from facilities.models import Facility
from newsroom.contributors.models import User
from newsroom.desk.habits import Habit
from newsroom.safeguards.actions import learn
from newsroom.safeguards.actions.words import month_of
from newsroom.safeguards.language.lessons import LESSONS
from newsroom.safeguards.models import DictionaryWord, Slip
from tests.desk.conftest import Enter
from tests.world import World

TYPOS, BUILDING = LESSONS["salah ketik"], LESSONS["susunan berita"]


def slip(facility: Facility, rule: str, count: int) -> Slip:
    """A count of this month."""
    month = month_of(facility, timezone.now())
    return Slip.objects.create(facility=facility, rule=rule, month=month, count=count)


def shown(client: Client, **query: object) -> str:
    """The page as it reads."""
    return client.get(reverse("desk:habits"), query).content.decode()


def test_the_most_frequent_slips_come_first_each_with_its_lesson(
    world: World, enter: Enter
) -> None:
    slip(world.lapas, "language.S01", 2)
    slip(world.lapas, "language.S02", 3)
    slip(world.lapas, "headline_length", 4)
    page = shown(enter(world.writer))
    assert page.index(TYPOS.title) < page.index(BUILDING.title)
    assert TYPOS.text in page
    assert "maksudnya “masih”" in page


def test_a_unit_sees_only_its_own(world: World, enter: Enter) -> None:
    slip(world.far, "language.S01", 9)
    learn(world.far, "Rahasia", by=world.outsider, at=world.at)
    page = shown(enter(world.writer))
    assert TYPOS.title not in page
    assert "Rahasia" not in page
    client, address = enter(world.writer), reverse("desk:habits")
    assert client.get(address, {"unit": world.far.pk}).status_code == 404
    assert client.get(address, {"unit": "lain"}).status_code == 404


def test_who_writes_for_several_units_chooses_one(world: World, enter: Enter) -> None:
    slip(world.lapas, "headline_length", 1)
    slip(world.lpka, "language.S01", 5)
    client = enter(world.regional)
    assert TYPOS.title in shown(client)  # begins where there is most to learn
    assert BUILDING.title in shown(client, unit=world.lapas.pk)
    assert 'name="unit"' in shown(client)
    assert world.far.name not in shown(client)


def test_slips_of_long_ago_are_forgiven(world: World, enter: Enter) -> None:
    old = slip(world.lapas, "language.S01", 5)
    old.month = (old.month - timedelta(days=100)).replace(day=1)
    old.save()
    assert TYPOS.title not in shown(enter(world.writer))


@pytest.mark.parametrize("person", ["writer", "regional", "national"])
def test_an_empty_page_is_friendly(world: World, enter: Enter, person: str) -> None:
    who: User = getattr(world, person)
    response = enter(who).get(reverse("desk:habits"))
    assert response.status_code == 200
    assert 'id="kamus"' in response.content.decode()


def test_who_writes_for_no_unit_is_told_so(world: World, enter: Enter) -> None:
    nobody = User.objects.create_user("tanpa@uji.example", "kata-sandi-uji", is_staff=True)
    nobody.is_superuser = True
    nobody.save()
    assert 'id="kamus"' not in shown(enter(nobody))
    assert Client().get(reverse("desk:habits")).status_code == 302


@pytest.mark.parametrize(
    ("months", "trend"),
    [([3, 1, 9], "fewer"), ([1, 3, 0], "more"), ([2, 2, 0], "same"), ([0, 0, 7], "")],
)
def test_the_trend_compares_whole_months(months: list[int], trend: str) -> None:
    assert Habit(TYPOS, months).trend == trend


def test_words_are_kept_and_taken_out(world: World, enter: Enter) -> None:
    client, address = enter(world.writer), reverse("desk:learn_word")
    client.post(address, {"unit": world.lapas.pk, "word": "Sumantab"})
    word = DictionaryWord.objects.get()
    assert (word.word, word.added_by) == ("Sumantab", world.writer)
    assert "Sumantab" in shown(client)
    client.post(reverse("desk:forget_word", args=[word.pk]))
    assert not DictionaryWord.objects.exists()


def test_a_script_is_answered_in_its_own_tongue(world: World, enter: Enter) -> None:
    client, address = enter(world.writer), reverse("desk:learn_word")
    typed = {"unit": world.lapas.pk, "word": "Sumantab"}
    kept = client.post(address, typed, headers={"accept": "application/json"})
    assert (kept.status_code, list(kept.json())) == (200, ["message"])
    typed["word"] = "?"
    refused = client.post(address, typed, headers={"accept": "application/json"})
    assert (refused.status_code, list(refused.json())) == (409, ["message"])


def test_nobody_touches_the_words_of_others(world: World, enter: Enter) -> None:
    word = learn(world.lapas, "Sumantab", by=world.writer, at=world.at)
    client = enter(world.outsider)
    typed = {"unit": world.lapas.pk, "word": "lain"}
    assert client.post(reverse("desk:learn_word"), typed).status_code == 404
    assert client.post(reverse("desk:forget_word", args=[word.pk])).status_code == 404
    assert list(DictionaryWord.objects.all()) == [word]


def test_the_list_of_words_shows_ones_own_and_changes_nothing(world: World, enter: Enter) -> None:
    word = learn(world.lapas, "Sumantab", by=world.writer, at=world.at)
    learn(world.far, "Lainnya", by=world.outsider, at=world.at)
    client = enter(world.writer)
    listed = client.get(reverse("admin:safeguards_dictionaryword_changelist"))
    assert [row.pk for row in listed.context["cl"].result_list] == [word.pk]
    erase = reverse("admin:safeguards_dictionaryword_delete", args=[word.pk])
    assert client.post(erase, {"post": "yes"}).status_code == 403


def test_the_page_costs_the_same_for_many_slips_and_words(
    world: World, enter: Enter, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(40):
        slip(world.lapas, f"language.S{number:02d}", number + 1)
        learn(world.lapas, f"kata{number:02d}x", by=world.writer, at=world.at)
    for person in (world.writer, world.national):
        client = enter(person)
        with django_assert_max_num_queries(10):
            client.get(reverse("desk:habits"), {"unit": world.lapas.pk})
