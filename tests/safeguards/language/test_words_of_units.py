"""A unit keeps words of its own, and its slips are counted month by month."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from newsroom.releases.actions import create
from newsroom.releases.content import working_text
from newsroom.releases.matter import matter_of
from newsroom.safeguards import Finding, Group, Level, check, refusals
from newsroom.safeguards.access import words_of
from newsroom.safeguards.actions import count_slips, forget, learn
from newsroom.safeguards.language import RULES
from newsroom.safeguards.language.lessons import LESSONS, lesson_for, reason_of
from newsroom.safeguards.models import DictionaryWord, Slip
from tests.world import World


def finding(rule: str, group: Group = Group.LANGUAGE) -> Finding:
    """A finding of a rule, wherever it stands."""
    return Finding(rule=rule, group=group, level=Level.WARNING, place="body", reason="")


def counted() -> dict[tuple[str, date], int]:
    """Every count there is."""
    return {(one.rule, one.month): one.count for one in Slip.objects.all()}


def test_a_word_of_the_unit_is_no_slip_in_its_releases(world: World) -> None:
    fields = world.fields(lead="Aplikasi survey itu dibuka di Lapas.")
    release = create(facility=world.lapas, by=world.writer, at=world.tick(), fields=fields)

    def slips() -> list[str]:
        found = check(matter_of(working_text(release), at=world.at))
        return [one.excerpt for one in found if one.rule == "language.B06"]

    assert slips() == ["survey"]
    learn(world.far, "survey", by=world.outsider, at=world.at)
    assert slips() == ["survey"]  # another unit's words are its own
    learn(world.lapas, " Survey ", by=world.writer, at=world.at)
    assert slips() == []


def test_a_word_is_kept_once_however_it_is_written(world: World) -> None:
    first = learn(world.lapas, "Su  mantab", by=world.writer, at=world.at)
    again = learn(world.lapas, "su \N{ZERO WIDTH SPACE}MANTAB", by=world.colleague, at=world.at)
    assert (first.pk, first.word) == (again.pk, "Su mantab")
    with pytest.raises(IntegrityError), transaction.atomic():
        DictionaryWord.objects.create(
            facility=world.lapas, word="x", folded="su mantab", added_by=world.writer, at=world.at
        )


@pytest.mark.parametrize("word", ["", " ", "a", "123", "--", "x" * 61])
def test_what_is_no_word_is_not_kept(world: World, word: str) -> None:
    with pytest.raises(refusals.WordUnclear):
        learn(world.lapas, word, by=world.writer, at=world.at)


def test_a_dictionary_can_be_full(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.safeguards.actions.words.MOST_WORDS", 1)
    learn(world.lapas, "satu", by=world.writer, at=world.at)
    with pytest.raises(refusals.DictionaryFull):
        learn(world.lapas, "dua", by=world.writer, at=world.at)
    assert learn(world.lapas, "Satu", by=world.writer, at=world.at).word == "satu"


def test_only_who_writes_for_the_unit_touches_its_words(world: World) -> None:
    word = learn(world.lapas, "Sumantab", by=world.regional, at=world.at)
    with pytest.raises(refusals.NotYours):
        learn(world.lapas, "lain", by=world.outsider, at=world.at)
    with pytest.raises(refusals.NotYours):
        forget(word, by=world.outsider)
    assert list(words_of(world.outsider)) == []
    assert list(words_of(world.writer)) == [word]
    forget(word, by=world.writer)
    assert not DictionaryWord.objects.exists()


def test_slips_are_counted_by_rule_and_by_month_on_the_units_clock(world: World) -> None:
    late = datetime(2026, 5, 31, 16, 0, tzinfo=UTC)  # 1 June in Jayapura, 31 May in Jakarta
    findings = [finding("language.S01"), finding("language.S01"), finding("headline_length")]
    stops = [finding("identity_numbers", Group.PERSONAL)]
    count_slips(world.far, findings + stops, at=late)
    count_slips(world.lapas, findings[:1], at=late)
    may, june = date(2026, 5, 1), date(2026, 6, 1)
    assert {(one.facility, *key) for one in Slip.objects.all() for key in [(one.month,)]} == {
        (world.far, june),
        (world.lapas, may),
    }
    count_slips(world.far, findings, at=late)
    assert counted()[("language.S01", june)] == 4
    assert counted()[("headline_length", june)] == 2


def test_counting_costs_the_same_for_one_slip_and_for_fifty(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        count_slips(world.lapas, [finding("identity_numbers", Group.PERSONAL)], at=world.at)
    for findings in ([finding("a")], [finding(f"rule{number}") for number in range(50)]):
        with django_assert_num_queries(5):  # three, and the savepoint's two
            count_slips(world.lapas, findings, at=world.at)


def test_every_category_has_its_lesson_and_every_rule_leads_to_one() -> None:
    assert {rule.category for rule in RULES} <= set(LESSONS)
    assert lesson_for("language.S01").category == "salah ketik"
    assert lesson_for("abbreviations").category == "singkatan dan gelar"
    assert lesson_for("headline_length").category == "susunan berita"
    assert reason_of("language.S01").startswith("Salah ketik")
    assert reason_of("headline_length") == ""


def test_a_lesson_is_short_and_shows_two_pairs() -> None:
    for lesson in LESSONS.values():
        assert 2 <= lesson.text.count(". ") + 1 <= 4, lesson.category
        assert len(lesson.text) < 420, lesson.category
        assert all(wrong and right and wrong != right for wrong, right in lesson.pairs)
