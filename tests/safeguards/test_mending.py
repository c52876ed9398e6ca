"""One tap mends a text: the words change, the marks stay, and what moved is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib.html import clean, plain
from newsroom.safeguards import Field, Finding, Group, Level, Matter
from newsroom.safeguards.mending import mended, mended_html
from newsroom.safeguards.rules.language import language


def finding(text: str, start: int, end: int, *replacements: str) -> Finding:
    """A finding on a stretch of the text."""
    return Finding(
        rule="uji",
        group=Group.LANGUAGE,
        level=Level.WARNING,
        place="body",
        reason="",
        start=start,
        end=end,
        excerpt=text[start:end],
        replacements=replacements,
    )


def on(text: str, excerpt: str, *replacements: str) -> Finding:
    """A finding on the excerpt where it first stands."""
    start = text.index(excerpt)
    return finding(text, start, start + len(excerpt), *replacements)


def test_all_findings_of_a_text_are_mended_at_once() -> None:
    text = "Panen sevara rutin, yg di lakukan lapas Contoh."
    assert mended(text, language(Matter((Field("lead", text),)))) == (
        "Panen secara rutin, yang dilakukan Lapas Contoh."
    )


def test_what_has_no_replacement_or_stands_there_no_more_is_left() -> None:
    text = "Panen sayur"
    moved = on("Wah, Panen sayur", "Panen", "Tanam")
    assert mended(text, [on(text, "Panen"), moved]) == text


def test_of_two_that_overlap_the_first_named_is_taken() -> None:
    text = "napi anak hadir"
    findings = [on(text, "napi anak", "Anak Binaan"), on(text, "napi", "narapidana")]
    assert mended(text, findings) == "Anak Binaan hadir"
    assert mended(text, findings[::-1]) == "narapidana anak hadir"


@pytest.mark.parametrize(
    ("html", "excerpt", "right", "result"),
    [
        ("<p>a <strong>yg</strong> b</p>", "yg", "yang", "<p>a <strong>yang</strong> b</p>"),
        ("<p>per<em>masya</em>rakatan</p>", "permasyarakatan", "x", "<p>x</p>"),
        ("<p>se<strong>vara rutin</strong></p>", "sevara", "secara",
         "<p>secara<strong> rutin</strong></p>"),
        ('<p><a href="https://contoh.go.id/yg">yg</a></p>', "yg", "yang",
         '<p><a href="https://contoh.go.id/yg" rel="noopener">yang</a></p>'),
        ("<p>a &amp; yg</p>", "& yg", "dan yang", "<p>a dan yang</p>"),
        ("<p>yg</p>", "yg", "<b>&", "<p>&lt;b&gt;&amp;</p>"),
        ("<ul><li>satu yg</li><li>dua yg</li></ul>", "dua yg", "dua yang",
         "<ul><li>satu yg</li><li>dua yang</li></ul>"),
        ("<ul><li>yg</li></ul>", "- yg", "yang", "<ul><li>yg</li></ul>"),
        ("<p>akhir</p><p>awal</p>", "akhir\n\nawal", "x", "<p>akhir</p><p>awal</p>"),
        ("<p>satu<br>dua</p>", "satu\ndua", "x", "<p>satu<br>dua</p>"),
        ("<p>hujan tetapi cerah</p>", " ", ", ", "<p>hujan, tetapi cerah</p>"),
        ("<p>a\N{NO-BREAK SPACE}yg</p>", "a yg", "a yang", "<p>a yang</p>"),
        ("<p>yg</p>", "yg", "", ""),
    ],
)  # fmt: skip
def test_words_change_and_marks_stay(html: str, excerpt: str, right: str, result: str) -> None:
    assert mended_html(html, [on(plain(html), excerpt, right)]) == result


_WORDS = st.text(alphabet="abyg &<.é", min_size=1, max_size=8)
_INLINE = st.builds(
    lambda tag, text: f"<{tag}>{text}</{tag}>",
    st.sampled_from(["strong", "em"]),
    _WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
)
_BLOCK = st.builds(
    lambda shape, parts: shape.format("".join(parts)),
    st.sampled_from(
        ["<p>{}</p>", "<ul><li>{}</li></ul>", "<h2>{}</h2>", "<blockquote><p>{}</p></blockquote>"]
    ),
    st.lists(
        _INLINE
        | _WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))
        | st.just("<br>"),
        min_size=1,
        max_size=5,
    ),
)
_PAGE = st.lists(_BLOCK, min_size=1, max_size=4).map("".join)


def squeezed(text: str) -> str:
    """The text without blanks."""
    return "".join(text.split())


@given(_PAGE, st.randoms(use_true_random=False), st.sampled_from(["x", "", "a & b", "<p>", "ya, "]))
def test_html_and_its_plain_text_are_mended_alike(html: str, dice: object, right: str) -> None:
    text = plain(html)
    spans = sorted(dice.sample(range(len(text) + 1), k=min(2, len(text) + 1)))  # type: ignore[attr-defined]
    if len(spans) < 2:
        return
    one = finding(text, *spans, right)
    after = plain(mended_html(html, [one]))
    wanted = squeezed(mended(text, [one]))
    if one.excerpt.split() == [one.excerpt] and "-" not in one.excerpt:
        assert squeezed(after) == wanted  # within a word nothing is unsafe
    else:
        assert squeezed(after) in {squeezed(text), wanted}


@given(_PAGE)
def test_html_without_findings_is_only_cleaned(html: str) -> None:
    assert mended_html(html, []) == clean(html)


@given(
    st.text(alphabet="ab ", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))),
)
def test_however_findings_overlap_the_text_around_them_stays(
    text: str, spans: list[tuple[int, int]]
) -> None:
    findings = [finding(text, start, end, "X") for start, end in spans]
    after = mended(text, findings)
    assert len(after.replace("X", "")) <= len(text)
    assert after.count("X") <= len(text)
