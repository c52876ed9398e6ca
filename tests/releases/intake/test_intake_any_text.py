"""Whatever is pasted: no crash, and every field fits its column."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from facilities.gazetteer import Gazetteer
from newsroom.contributors.models import Contributor
from newsroom.releases.intake import parse
from newsroom.releases.models import Release

GAZETTEER = Gazetteer.from_files()
PIECES = [
    *("Lapas Kelas IIB Tobelo", "Rutan", "KUDUS – ", "INFO_PAS", "Kamis (13/2)", "(31/12/2024)"),
    *("30 Februari 2025", "Penulis: ", "(rd/an)", "Foto: ", "Judul: ", "Baca juga", "*", "_", "\n"),
    *("\r\n", "\t", "\u200b", ". ", ", ", "Tanggal: ", "UPT: ", "“", "”", "|", "-", "Isi:", "- "),
]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map("".join),
)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_any_text_is_read_and_fits_its_columns(text: str) -> None:
    found = parse(text, gazetteer=GAZETTEER, today=date(2025, 9, 1))
    assert len(found.headline) <= Release._meta.get_field("headline").max_length
    assert len(found.dateline_place) <= Release._meta.get_field("dateline_place").max_length
    longest = Contributor._meta.get_field("name").max_length
    assert all(0 < len(name) <= longest for name in found.bylines)
    assert all(part.strip() for part in found.paragraphs)
