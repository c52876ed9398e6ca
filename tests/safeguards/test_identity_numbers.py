"""NIK and family card numbers are found however they are written, and other numbers pass."""

import pytest

from newsroom.lib.html import plain
from newsroom.safeguards import Field, Matter, check


def _places(**texts: str) -> list[str]:
    found = check(Matter(tuple(Field(place, text) for place, text in texts.items())))
    return [one.place for one in found if one.rule == "identity_numbers"]


@pytest.mark.parametrize(
    "text",
    [
        "NIK 6271014507990002.",
        "NIK 6271014507990002 28 tahun",
        "28 6271014507990002",
        "6271 0145 0799 0002 2020",
        "6271-0145-0799-0002",
        "6271/0145/0799/0002",
        "627101 - 450799 - 0002",
        "6271  0145\n0799  0002",
        "6271\N{NON-BREAKING HYPHEN}0145\N{EN DASH}0799\N{SOFT HYPHEN}0002",
        "6271\N{ZERO WIDTH SPACE}014507990002",
        "\N{FULLWIDTH DIGIT SIX}271014507990002",
    ],
)
def test_an_identity_number_is_found_however_it_is_written(text: str) -> None:
    assert _places(lead=text) == ["lead"]


def test_an_identity_number_is_found_across_the_marks_of_the_text() -> None:
    assert _places(body=plain("<p>NIK 627101<strong>4507990002</strong></p>")) == ["body"]


@pytest.mark.parametrize(
    "text",
    [
        "Tahun 2020 2021 2022 2023 berturut-turut",
        "Hubungi 0812 3456 7890 atau 0813 1112 2233.",
        "Nomor surat 62710145079900021 tidak berlaku",
        "Rp1.250.000.000 pada 27.02.2020 pukul 14.30",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert _places(lead=text) == []
