"""The registry's names without a database, and a reader of pasted texts."""

from collections.abc import Callable
from datetime import date

import pytest

from facilities.gazetteer import Gazetteer
from newsroom.releases.intake import Intake, parse

TODAY = date(2025, 9, 1)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Names of all facilities of the project's files."""
    return Gazetteer.from_files()


@pytest.fixture
def read(gazetteer: Gazetteer) -> Callable[..., Intake]:
    """Reads a text as if pasted on 1 September 2025, unless another day is given."""

    def _read(text: str, today: date = TODAY) -> Intake:
        return parse(text, gazetteer=gazetteer, today=today)

    return _read
