"""The fragment that outlets put on their own pages."""

import dataclasses

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings

from newsroom.lib.html import clean, plain
from newsroom.releases.story import Byline, Story
from newsroom.syndication.formats.html import Html
from tests.fakes.stories import CORRECTION, FIRST, NOTE, WITHDRAWAL, stories


def fragment(story: Story) -> str:
    document = Html().render(story)
    assert document.content_type == "text/html"
    return document.body.decode()


def test_the_first_paragraph_opens_with_place_and_facility() -> None:
    opening = "<p><strong>PALU, Lapas Kelas IIA Contoh</strong> — Kebun di halaman"
    assert fragment(FIRST).startswith(opening)


def test_without_a_lead_the_dateline_opens_the_body() -> None:
    assert " — Hasilnya masuk dapur.</p>" in fragment(dataclasses.replace(FIRST, lead=""))
    listed = fragment(dataclasses.replace(FIRST, lead="", body="<ul><li>a</li></ul>"))
    assert listed.startswith("<p><strong>PALU, Lapas Kelas IIA Contoh</strong> —</p>\n<ul>")


def test_byline_and_source_stand_at_the_end() -> None:
    assert plain(fragment(FIRST)).endswith(
        "Kontributor: Humas Contoh\n\nSumber: siaran pers Lapas Kelas IIA Contoh"
    )
    assert f'<a href="{FIRST.url}" rel="noopener">' in fragment(FIRST)


def test_a_correction_is_shown_with_its_hour_and_its_note() -> None:
    assert "Ralat" not in fragment(FIRST)
    assert f"<em>Ralat (5 Maret 2026 pukul 12.30 WITA): {NOTE}</em>" in fragment(CORRECTION)


def test_a_withdrawal_leaves_its_reason_and_no_text() -> None:
    assert plain(fragment(WITHDRAWAL)) == (
        "Siaran pers ini dicabut pada 5 Maret 2026 pukul 12.30 WITA. "
        "Alasan: Acara ternyata belum berlangsung.\n\nSumber: siaran pers Lapas Kelas IIA Contoh"
    )


def test_names_and_notes_cannot_bring_markup() -> None:
    sly = dataclasses.replace(
        CORRECTION,
        lead="<script>alert(1)</script>",
        dateline_place="<b>Palu",
        bylines=(Byline('<a href="https://jahat.example">x</a>', "person", ""),),
    )
    html = fragment(sly)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "&lt;B&gt;PALU" in html
    assert '<a href="https://jahat' not in html


@hypothesis_settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(story=stories)
def test_any_story_gives_a_clean_fragment(story: Story) -> None:
    html = fragment(story)
    assert clean(html) == html
    assert FIRST.url in html


def test_attachments_are_links_to_us() -> None:
    written = fragment(FIRST)
    first = FIRST.attachments[0]
    assert (
        f'<li><a href="{first.url}" rel="noopener">Susunan acara</a> (PDF, 1,2 MB)</li>' in written
    )
    assert "Sambutan &lt;Kepala&gt;</a> (OGG, 9 KB)" in written
    assert "Lampiran" not in fragment(dataclasses.replace(FIRST, attachments=()))
    assert "Lampiran" not in fragment(WITHDRAWAL)
