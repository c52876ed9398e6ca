"""The seeds pass, nothing breaks the rules of the day, and their work grows with the text."""

import os
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilities import almanac
from newsroom.safeguards import STOPS, Field, Matter, check
from newsroom.safeguards.rules.day import DAY
from tests.house.test_budgets import ROOT
from tests.safeguards.day.judging import LPKA, MONDAY, PURWAKARTA, TOBELO, matter

SEEDS = [
    ("000", LPKA, date(2020, 2, 27)),
    ("001", LPKA, date(2024, 9, 24)),
    ("002", PURWAKARTA, date(2020, 2, 27)),
    ("003", "Lapas Kelas I Cipinang", date(2025, 7, 16)),
    ("004", "Lapas Kelas IIB Muara Enim", date(2020, 2, 27)),
]
WORDS = (
    "Senin Rabu (4/5/2026) 31/2/2020 24 s.d. 26 September 2024 10.00 WIT Kemenkumham Dirjenpas "
    "Plt. Mashudi Lapas Kelas IIB Purwakrta di Kota 13 Program Akselerasi 10 (sebelas) orang "
    "terdiri atas : , dan “ ” \n - JAKARTA Kepala LPKA Suwarto dua puluh lima Rinciannya ‘ ’ \u200b"
)


@pytest.mark.parametrize(("seed", "facility", "day"), SEEDS)
def test_no_seed_is_stopped_and_only_the_true_slip_is_shown(
    seed: str, facility: str, day: date
) -> None:
    folder = Path(os.environ.get("WARTAPAS_SAMPLES") or ROOT / "../shared/seeds")
    path = next(folder.glob(f"{seed}*.txt"), None) if folder.name else None
    if path is None:
        pytest.skip("WARTAPAS_SAMPLES does not hold the seeds")
    said = check(matter(facility, day, body=path.read_text("utf-8")), DAY)
    assert [one for one in said if one.level in STOPS] == []
    shown = [(one.rule, one.excerpt) for one in said]
    assert shown == ([("near_names", "Purwakrta")] if seed == "002" else [])


@settings(max_examples=150, deadline=None)
@given(
    texts=st.lists(
        st.lists(st.sampled_from(WORDS.split(" ")) | st.text(max_size=8), max_size=40).map(
            " ".join
        ),
        min_size=3,
        max_size=3,
    ),
    day=st.none() | st.dates(date(1950, 1, 1), date(2150, 1, 1)),
)
def test_no_text_breaks_a_rule_and_every_finding_points_into_its_field(
    texts: list[str], day: date | None
) -> None:
    headline, lead, body = texts
    story = matter(LPKA, day, headline=headline, lead=lead, body=body)
    said = check(story, DAY)
    assert [one for one in said if one.rule.endswith("_failed")] == []
    for one in said:
        reading = story.reading(one.place)
        if reading is not None:
            assert reading.text[one.start : one.end] == one.excerpt


def _steps(story: Matter) -> int:
    """How many calls of our own functions the rules make: work that needs no clock."""
    counted: Counter[str] = Counter()

    def tracer(_frame: FrameType, event: str, _argument: Any) -> None:
        if event in {"call", "c_call"}:
            counted["calls"] += 1

    sys.setprofile(tracer)
    try:
        check(story, DAY)
    finally:
        sys.setprofile(None)
    return counted["calls"]


@pytest.mark.parametrize(
    "piece",
    [
        "Rabu (4/5/2026) ",
        "Lapas Kelas IIB Purwakrta ",
        "di Banjarmasn ke Karawng ",
        "10 (sebelas) orang, ",
        "“Kemenkumham” ",
        "terdiri atas 10 orang dan 12 orang: ",
        "Dirjenpas Sri Puguh. ",
        "dua puluh ",
        "Senin - ",
        "A",
        "1/",
    ],
)
def test_work_grows_with_the_text(piece: str) -> None:
    # A story keeps its sentences and quotes once found: each is measured fresh, what is compiled
    # once is compiled before.
    stories = [matter(PURWAKARTA, MONDAY, body=piece * (size // len(piece)))
               for size in (8_000, 8_000, 32_000)]  # fmt: skip
    _compiled, small, large = map(_steps, stories)
    assert large <= 5 * small + 2_000


def test_what_nothing_is_known_of_is_judged_by_the_calendar_alone() -> None:
    story = Matter((Field("body", "Rabu (4/5/2026) di Lapas Purwakrta"),), parts_asked=False)
    assert [one.rule for one in check(story, DAY)] == ["weekdays"]


def test_the_rules_ask_no_database() -> None:
    known = almanac.on_file(LPKA, MONDAY)
    assert check(Matter((Field("body", "Panen."),), known=known, parts_asked=False), DAY) == []


@pytest.mark.parametrize(
    ("piece", "end"),
    [
        ("pukul 10.00 WIB ", "di Jakarta"),
        ("Kemenkumham dan ", "dahulu"),
        ("Dirjenpas Reynhard ", "dahulu"),
        ("Rabu (6/5/2026) ", "mendatang"),
    ],
)
def test_a_sentence_is_asked_once_whatever_it_holds(piece: str, end: str) -> None:
    asked: Counter[str] = Counter()

    class Told(str):
        """Counts how often the sentence is cut out of the text."""

        def __getitem__(self, place: Any) -> str:
            if isinstance(place, slice) and (place.stop or 0) - (place.start or 0) > 3_000:
                asked["sentences"] += 1
            return str.__getitem__(self, place)

    story = matter(TOBELO, MONDAY, lead=piece * 300 + end)
    reading = story.reading("lead")
    assert reading is not None
    reading.clear = Told(reading.clear)
    check(story, DAY)
    assert asked["sentences"] <= 40
