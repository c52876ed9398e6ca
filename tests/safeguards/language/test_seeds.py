"""The five real texts show their real slips, and a good release is left in peace."""

import os
from collections import Counter
from pathlib import Path

import pytest

from newsroom.safeguards import Field, Finding, Group, Level, Matter, check
from newsroom.safeguards.language import RULES
from newsroom.safeguards.rules.language import language
from newsroom.safeguards.rules.style import STYLE
from tests.house.test_budgets import ROOT

FOLDER = Path(os.environ.get("WARTAPAS_SAMPLES") or ROOT / "../shared/seeds")
SEEDS = sorted(FOLDER.glob("00?_*.txt"))
#: Rule ids of shared/data/style_rules.tsv with the hits we keep; quotes keep their speaker's words.
REAL = {
    "000": {
        "S19": 2, "B02": 1, "B03": 1, "P01": 2, "P02": 1, "P05": 4, "D07": 1, "D15": 1, "K05": 1,
        "S02": 1, "T17": 1, "L02": 1, "F02": 1,
    },
    "001": {
        "S01": 1, "S03": 1, "B05": 1, "D01": 1, "D02": 1, "D05": 1, "D10": 1, "F03": 1, "F04": 1,
        "K11": 1, "L06": 1, "L08": 1,
    },
    "002": {
        "S05": 1, "S06": 1, "S07": 1, "S08": 1, "S09": 1, "S10": 1, "S18": 1, "B07": 1, "P03": 1,
        "T05": 2, "T10": 1, "T17": 1, "T20": 1, "K03": 1, "K04": 1, "K07": 1, "F01": 2,
    },
    "003": {"D03": 1, "D04": 1, "K01": 1, "K02": 1, "T20": 1, "F06": 1, "L07": 1},
    "004": {
        "S04": 8, "S11": 1, "S12": 1, "S13": 1, "S14": 1, "S15": 1, "S16": 1, "S17": 1, "P01": 1,
        "P04": 1, "P05": 1, "P08": 1, "R01": 9, "R02": 2, "D01": 1, "D14": 1, "T01": 3, "T04": 5,
        "T16": 1, "T20": 2, "T22": 1, "T24": 1, "F03": 2, "F05": 2, "B06": 2, "K05": 1, "K06": 1,
        "K12": 1, "L01": 1,
    },
}  # fmt: skip
GOOD = (
    Field("headline", "Lapas Contoh bagikan hasil panen kepada warga sekitar"),
    Field(
        "lead",
        "Lapas Kelas IIB Contoh membagikan 40 kilogram sayur kepada warga sekitar pada Senin "
        "(4/5/2026) di halaman kantor.",
    ),
    Field(
        "body",
        "Sayur itu dipanen pagi harinya oleh Warga Binaan yang mengikuti pelatihan pertanian. "
        "Kebun seluas setengah hektare itu dirawat sejak Januari 2026.\n\n"
        "Kepala Lapas Contoh, Nama Contoh, mengatakan bahwa pelatihan berlangsung enam bulan. "
        "Instruktur dari dinas pertanian datang setiap Rabu.\n\n"
        "“Mereka belajar menanam, merawat, dan menjual. Itu bekal yang nyata,” ujarnya.\n\n"
        "Seorang warga mengaku terbantu. Ia berharap kegiatan itu diadakan lagi tahun depan. "
        "Panen berikutnya direncanakan pada Agustus 2026.",
    ),
    Field("photos.0.caption", "Petugas membagikan sayur di halaman kantor, Senin (4/5/2026)."),
)


def language_of(*fields: Field) -> list[Finding]:
    """What the rules of language have to say of these texts, had they the word alone."""
    return check(Matter(fields), [language, *STYLE])


@pytest.mark.skipif(not SEEDS, reason="the seeds are not at hand")
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_a_seed_shows_its_real_slips(seed: Path) -> None:
    found = language_of(Field("body", seed.read_text(encoding="utf-8")))
    told = Counter(one.rule.removeprefix("language.") for one in found)
    wanted = REAL[seed.name[:3]]
    assert {rule: told[rule] for rule in wanted} == wanted


@pytest.mark.skipif(not SEEDS, reason="the seeds are not at hand")
def test_nothing_of_language_ever_stops_a_seed() -> None:
    found = [one for seed in SEEDS for one in language_of(Field("body", seed.read_text("utf-8")))]
    assert {one.level for one in found} == {Level.WARNING, Level.SUGGESTION}


def test_a_good_release_is_left_in_peace() -> None:
    assert [(one.rule, one.excerpt) for one in language_of(*GOOD)] == []


def test_language_never_speaks_louder_than_a_warning() -> None:
    assert {rule.grade for rule in RULES} == {"E", "W", "S"}
    found = check(Matter(GOOD, parts_asked=False))
    assert [one for one in found if one.group == Group.LANGUAGE] == []
