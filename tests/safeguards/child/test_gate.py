"""When a release must be free of what leads to a child, and whom it hides then."""

import os
from pathlib import Path

import pytest

from newsroom.safeguards import Field, Matter, Person, child_gate
from newsroom.safeguards.findings import STOPS, Level
from tests.house.test_budgets import ROOT
from tests.safeguards.child.sayings import found


def gate(text: str, *people: Person) -> bool:
    """Whether the gate applies to a release of an ordinary Lapas."""
    return child_gate(Matter((Field("body", text),), people=people))


@pytest.mark.parametrize(
    "text",
    [
        "Rutan menerima seorang ABH.",
        "Bapas mendampingi klien anak.",
        "Anak yang berhadapan dengan hukum didampingi.",
        "Kunjungan ke LPKA Bandung.",
        "Anak korban telah dipulihkan.",
        "Pesta bagi anak bawaan digelar.",
        "Ruang tahanan anak dicat ulang.",
    ],
)
def test_words_about_children_in_custody_open_the_gate(text: str) -> None:
    assert gate(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anak-anak pengunjung bermain di ruang ramah anak.",
        "Siswa PAUD berkunjung ke Lapas.",
        "Peringatan Hari Anak Nasional.",
        "Anak pegawai menerima beasiswa.",
    ],
)
def test_other_children_do_not(text: str) -> None:
    assert not gate(text)


@pytest.mark.parametrize(
    "person",
    [Person("Ujang", "child"), Person("Ujang", "victim", age=12), Person("Ujang", "visitor", 9)],
)
def test_a_declared_child_opens_the_gate(person: Person) -> None:
    assert gate("Kegiatan berjalan lancar.", person)


@pytest.mark.parametrize(
    "person",
    [
        Person("Galuh Permana", "child"),
        Person("Galuh Permana", "child", consent=True),
        Person("Galuh Permana", "family", consent=True),
        Person("Galuh Permana", "visitor"),
    ],
)
def test_consent_lifts_no_childs_secrecy(person: Person) -> None:
    assert [one.level for one in found("Tampak Galuh di aula.", "body", person)] == [Level.BLOCK]


def test_a_declared_official_may_be_named() -> None:
    official = Person("Galuh Permana", "official")
    assert found("Tampak Galuh di aula.", "body", official) == []


def test_an_invented_name_passes_once_the_text_says_so() -> None:
    assert found("Mawar (bukan nama sebenarnya) tersenyum. Mawar gemar membaca.") == []
    assert found("Sebut saja Mawar, ia gemar membaca.") != []


FOLDER = Path(os.environ.get("WARTAPAS_SAMPLES") or ROOT / "../shared/seeds")
SEEDS = sorted(FOLDER.glob("00?_*.txt"))


@pytest.mark.skipif(not SEEDS, reason="WARTAPAS_SAMPLES does not hold the seeds")
@pytest.mark.parametrize("seed", SEEDS, ids=[one.name for one in SEEDS])
def test_the_seeds_which_name_only_officials_pass(seed: Path) -> None:
    """Their bylines stand in a field of their own."""
    body = seed.read_text().replace("M. Akbar Alviansyah\n", "")
    assert [one.excerpt for one in found(body) if one.level in STOPS] == []
