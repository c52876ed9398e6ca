"""People with a role, institutions, works and feasts are no children."""

from pathlib import Path

import pytest

from newsroom.safeguards import STOPS
from tests.safeguards.child.sayings import found

ORDINARY = (Path(__file__).parent / "ordinary.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_news_of_an_lpka_passes(text: str) -> None:
    assert [one.excerpt for one in found(text) if one.level in STOPS] == []
