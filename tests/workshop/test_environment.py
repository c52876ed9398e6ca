"""The tests run in an environment of their own."""

import os
import tempfile
from pathlib import Path

from django.conf import settings


def test_settings_are_those_of_the_test_mode() -> None:
    assert settings.MODE == "test"


def test_nothing_is_written_below_the_checkout() -> None:
    assert Path(os.environ["WARTAPAS_VAR"]) == settings.VAR_DIR
    assert Path(tempfile.gettempdir()) in settings.VAR_DIR.parents
