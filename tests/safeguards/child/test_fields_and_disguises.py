"""Every field and every disguise: a child is found wherever and however it is named."""

from pathlib import Path

import pytest

from newsroom.safeguards import Level
from tests.safeguards.child.sayings import found

TRACES = (Path(__file__).parent / "traces.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("row", TRACES)
def test_a_trace_of_a_child_is_stopped_in_every_field(row: str) -> None:
    place, _tab, text = row.partition("\t")
    assert [one for one in found(text.replace("\\n", "\n"), place) if one.level is Level.BLOCK]
