"""People read Indonesian: every string of ours is translated, and the compiled file agrees."""

import os
import re
import shutil
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

import polib
import pytest

from tests.house.test_budgets import ROOT

CATALOGUES = [ROOT / "locale", ROOT / "locale" / "packages"]
#: Placeholders, as %(name)s or {name}, must survive translation.
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def entries(folder: Path) -> list[polib.POEntry]:
    """The living entries of a catalogue."""
    po = polib.pofile(str(folder / "id" / "LC_MESSAGES" / "django.po"))
    return [entry for entry in po if not entry.obsolete]


def test_every_string_of_ours_is_in_the_catalogue(tmp_path: Path) -> None:
    if not shutil.which("xgettext"):
        pytest.skip("gettext is not installed (Debian: apt-get install gettext)")
    copy = tmp_path / "tree"
    for name in ("newsroom", "facilities", "templates", "locale"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", copy)
    command = [sys.executable, "-m", "django", "makemessages", "-l", "id", "--no-obsolete"]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    subprocess.run(command, cwd=copy, check=True, capture_output=True, env=environment)
    missing = [entry.msgid for entry in entries(copy / "locale") if not entry.translated()]
    assert missing == []


@pytest.mark.parametrize("folder", CATALOGUES, ids=["ours", "packages"])
def test_translations_are_complete_and_keep_their_placeholders(folder: Path) -> None:
    for entry in entries(folder):
        assert entry.translated(), entry.msgid
        assert not entry.fuzzy, entry.msgid
        texts = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for text in texts:
            assert set(PLACEHOLDER.findall(text)) == wanted, entry.msgid


@pytest.mark.parametrize("folder", CATALOGUES, ids=["ours", "packages"])
def test_the_compiled_catalogue_says_what_the_source_says(folder: Path) -> None:
    with (folder / "id" / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for entry in entries(folder):
        if entry.msgid_plural:
            found = compiled.ngettext(entry.msgid, entry.msgid_plural, 2)
            assert found in entry.msgstr_plural.values(), entry.msgid
        elif entry.msgctxt:
            assert compiled.pgettext(entry.msgctxt, entry.msgid) == entry.msgstr, entry.msgid
        else:
            assert compiled.gettext(entry.msgid) == entry.msgstr, entry.msgid
