"""A first name that is also a word, or half of one, is a name after the word that says so."""

import pytest

from newsroom.safeguards import Field, Level, Matter, check

TOLD = (
    "Seorang Anak Binaan bernama {name} menari di aula.",
    "Seorang Anak Binaan bernama {name} Pratama menari di aula.",
    "Salah satu Anak Binaan, {name} Pratama, menari di aula.",
)


@pytest.mark.parametrize("name", ["Ani", "Tata", "Bunga", "Bintang"])
@pytest.mark.parametrize("sentence", TOLD)
def test_it_is_stopped(name: str, sentence: str) -> None:
    matter = Matter(
        (Field("body", sentence.format(name=name)),), for_children=True, parts_asked=False
    )
    blocks = [one for one in check(matter) if one.level == Level.BLOCK]
    assert any(name in one.excerpt for one in blocks)


def test_the_word_itself_passes() -> None:
    text = "Anak Binaan memanen padi dengan ani-ani dan belajar tata boga."
    matter = Matter((Field("body", text),), for_children=True, parts_asked=False)
    assert [one for one in check(matter) if one.level == Level.BLOCK] == []
