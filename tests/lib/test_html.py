"""What the cleaner keeps, drops and mends."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib.html import TAGS, clean, paragraphs, plain

PIECES = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<em>",
    "</em>",
    "<ul>",
    "<li>",
    "</ul>",
    "<h1>",
    "</h1>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<br>",
    "<a href='https://a.id/?<b>'>",
    "</a>",
    "<a href='javascript:x'>",
    "<script>",
    "</script>",
    "<!-- -->",
    "<img src=x onerror=y>",
    "<svg>",
    "<math>",
    "&nbsp;",
    "&lt;",
    "\x00",
    "\n",
    " ",
    "kata",
    "<pre>",
    "</pre>",
    "<blockquote>",
]
soup = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@given(soup)
def test_cleaning_twice_changes_nothing(html: str) -> None:
    assert clean(clean(html)) == clean(html)


@given(soup)
def test_nothing_but_the_short_list_is_left(html: str) -> None:
    found = re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)((?:\"[^\"]*\"|[^>\"])*)>", clean(html))
    assert {tag for tag, _ in found} <= TAGS
    for tag, attributes in found:
        allowed = r'( href="(?:https?|mailto):[^"]*" rel="noopener")?' if tag == "a" else r""
        assert re.fullmatch(allowed, attributes, re.IGNORECASE), (tag, attributes)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn"))))
def test_plain_text_survives_the_way_through_html(text: str) -> None:
    words = re.sub(r"[\ufeff\s]+", " ", text).strip()
    assert re.sub(r"\s+", " ", plain(paragraphs(text))).strip() == words


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>tebal</b> <i>miring</i>", "<strong>tebal</strong> <em>miring</em>"),
        ("<h1>Judul</h1><h5>Kecil</h5>", "<h2>Judul</h2><h3>Kecil</h3>"),
        ("<div>satu</div><div>dua</div>", "<p>satu</p><p>dua</p>"),
        ("satu<strong> </strong>dua", "satu dua"),
        ("<p>a</p><p>&nbsp;<br></p><p>b</p>", "<p>a</p><p>b</p>"),
        ('<p style="color:red" class="x">a</p>', "<p>a</p>"),
        ("<script>alert(1)</script><style>p{}</style>a", "a"),
        ('<a href="javascript:alert(1)">a</a>', "a"),
        ('<a href="/desk/">a</a>', "a"),
        ('<a href="//jahat.id/">a</a>', "a"),
        (
            '<a href="https://a.id/?q=1&amp;r=<b>" onclick="x()" target="_blank">a</a>',
            '<a href="https://a.id/?q=1&amp;r=&lt;b&gt;" rel="noopener">a</a>',
        ),
        (
            '<a href="mailto:humas@contoh.id">a</a>',
            '<a href="mailto:humas@contoh.id" rel="noopener">a</a>',
        ),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a b </p>"),
        ("a\x00b\x07c", "abc"),
    ],
)
def test_known_input_becomes(html: str, expected: str) -> None:
    assert clean(html) == expected


def test_plain_text_is_readable() -> None:
    html = (
        "<h2>Judul</h2><p>Satu &amp; dua<br>baris&nbsp;baru</p>"
        "<ul><li><p>satu</p></li><li>dua</li></ul><p>Akhir &lt;b&gt;</p>"
    )
    assert plain(html) == "Judul\n\nSatu & dua\nbaris baru\n\n- satu\n- dua\n\nAkhir <b>"


def test_blank_lines_divide_paragraphs_and_single_ones_break_lines() -> None:
    assert paragraphs("a\nb\r\n\r\nc <i> & d\n\n\n") == "<p>a<br>b</p><p>c &lt;i&gt; &amp; d</p>"


@pytest.mark.parametrize("html", ["", "<p></p>", "<p>&nbsp;<br></p>", "<script>x</script>", " \n"])
def test_what_shows_nothing_is_empty(html: str) -> None:
    assert plain(html) == ""
    assert plain(html + "a") == "a"


def test_a_very_long_text_is_cleaned_in_time() -> None:
    assert len(clean("<div><b>x</b> " * 2_000)) > 0
    assert clean("<blockquote>" * 5_000) == ""
    assert len(plain("<p>kata &amp; kata</p>" * 50_000)) > 100_000
