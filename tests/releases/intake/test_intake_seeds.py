"""Real stories, where the folder with them is at hand: WARTAPAS_SAMPLES or ../shared/seeds."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from newsroom.releases.intake import Intake

ROOT = Path(__file__).resolve().parents[3]
FOLDER = Path(os.environ.get("WARTAPAS_SAMPLES") or ROOT / "../shared/seeds")

EXPECTED = {
    "000": (
        "LPKA Kelas II Palangka Raya",
        date(2020, 2, 27),
        ("Pemasyarakatan Kalteng", "LPKA PALANGKA RAYA"),
    ),
    "001": ("LPKA Kelas II Palangka Raya", date(2024, 9, 30), ("yud",)),
    "002": ("Lapas Kelas IIB Purwakarta", date(2020, 2, 27), ("wes", "zak")),
    "003": ("Lapas Kelas I Cipinang", date(2025, 7, 16), ()),
    "004": ("Lapas Kelas IIB Muara Enim", date(2020, 2, 27), ("M. Akbar Alviansyah", "Apri")),
}
#: How many paragraphs each story has once the site around it is gone.
PARAGRAPHS = {"000": 10, "001": 13, "002": 8, "003": 9, "004": 22}
WITHOUT_HEADLINE = {"001", "003"}


@pytest.fixture(params=sorted(EXPECTED))
def sample(request: pytest.FixtureRequest, read: Callable[..., Intake]) -> tuple[str, Intake]:
    """One of the real stories, read."""
    found = sorted(FOLDER.glob(f"{request.param}*.txt")) if FOLDER.is_dir() else []
    if not found:
        pytest.skip(f"no sample stories in {FOLDER} (set WARTAPAS_SAMPLES)")
    return request.param, read(found[0].read_text(encoding="utf-8"))


def test_real_story_gives_facility_date_and_signatures(sample: tuple[str, Intake]) -> None:
    number, found = sample
    facility = found.facility.name if found.facility else ""
    assert (facility, found.event_date, found.bylines) == EXPECTED[number]


def test_real_story_is_freed_of_its_site(sample: tuple[str, Intake]) -> None:
    number, found = sample
    assert len(found.paragraphs) == PARAGRAPHS[number]
    assert bool(found.headline) == (number not in WITHOUT_HEADLINE)
    text = "\n".join(found.paragraphs)
    assert not any(mark in text for mark in ("Dibaca", "Min Read", "TAGGED", "Google News"))
