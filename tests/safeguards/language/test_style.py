"""How a release is built: headline, sentences, quotes, questions left open, abbreviations."""

from collections.abc import Callable, Iterable

import pytest
from django.utils import translation

from newsroom.safeguards import Field, Finding, Level, Matter
from newsroom.safeguards.rules.style.abbreviations import abbreviations
from newsroom.safeguards.rules.style.captions import captions
from newsroom.safeguards.rules.style.headline import headline
from newsroom.safeguards.rules.style.paragraphs import paragraphs
from newsroom.safeguards.rules.style.quotation import quotation
from newsroom.safeguards.rules.style.sentence_length import sentence_length
from newsroom.safeguards.rules.style.story_slots import story_slots

Rule = Callable[[Matter], Iterable[Finding]]
LEAD = "Lapas Contoh memanen sayur pada Senin (4/5/2026) di kebun belakang untuk dapur umum."
TALK = "“Kebun ini tempat kami belajar sabar,” ujar Kepala Lapas Contoh."


@pytest.fixture(autouse=True)
def _in_english() -> Iterable[None]:
    with translation.override("en"):
        yield


def told(rule: Rule, **texts: str) -> list[tuple[str, Level, str]]:
    """Rule, level and excerpt of each finding; a double underscore in a place is a dot."""
    fields = tuple(Field(place.replace("__", "."), text) for place, text in texts.items())
    return [(one.rule, one.level, one.excerpt) for one in rule(Matter(fields))]


@pytest.mark.parametrize("words", [4, 13])
def test_a_headline_has_five_to_twelve_words(words: int) -> None:
    assert told(headline, headline=" ".join(["panen"] * words)) == [
        ("headline_length", Level.SUGGESTION, "")
    ]


@pytest.mark.parametrize("words", [5, 12])
def test_a_headline_of_that_length_passes(words: int) -> None:
    assert told(headline, headline=" ".join(["panen"] * words)) == []


def test_a_headline_in_capitals_is_offered_small_with_its_names() -> None:
    shouted = Field("headline", "LAPAS CONTOH BUKA PKBM BAGI WARGA PURWAKARTA")
    lead = Field("lead", "Sayur dari Lapas Contoh dibagikan di Purwakarta.")
    (finding,) = headline(Matter((shouted, lead)))
    assert (finding.rule, finding.level) == ("headline_capitals", Level.WARNING)
    assert finding.replacements == ("Lapas Contoh buka PKBM bagi warga Purwakarta",)
    assert not finding.safe


def test_a_lead_has_at_most_35_words_and_a_sentence_30() -> None:
    assert told(sentence_length, lead=" ".join(["kata"] * 35) + ".") == []
    assert told(sentence_length, lead=" ".join(["kata"] * 36) + ".") == [
        ("lead_length", Level.SUGGESTION, "")
    ]
    assert told(sentence_length, body=" ".join(["kata"] * 30) + ".") == []
    for words, level in ((31, Level.SUGGESTION), (45, Level.SUGGESTION), (46, Level.WARNING)):
        ((rule, found, excerpt),) = told(sentence_length, body=" ".join(["kata"] * words) + ".")
        assert (rule, found, len(excerpt.split())) == ("sentence_length", level, words)


def test_of_many_long_sentences_only_the_longest_are_shown() -> None:
    body = " ".join(f"{'Kata ' + 'kata ' * (30 + number)}akhir." for number in range(10))
    assert [len(one[2].split()) for one in told(sentence_length, body=body)] == [41, 40]


def test_a_text_without_a_voice_is_asked_for_one() -> None:
    body = "Kebun itu luas. " * 30
    assert told(quotation, body=body) == [("quote_missing", Level.SUGGESTION, "")]
    assert told(quotation, body=f"{body}\n\n{TALK}") == []
    assert told(quotation, body="Kebun itu luas.") == []


def test_a_theme_in_inverted_commas_is_no_voice() -> None:
    body = "Temanya “Bersama Menanam Harapan bagi Semua”. " * 15
    assert [rule for rule, *_ in told(quotation, body=body)] == ["quote_missing"]


def test_who_speaks_is_said_and_was_met_before() -> None:
    quote = "“Kebun ini tempat kami belajar sabar,”"
    assert told(quotation, body=f"{quote} begitulah.") == [
        ("quote_unattributed", Level.SUGGESTION, quote)
    ]
    assert told(quotation, body=f"{quote} ujarnya.") == [("quote_speaker", Level.SUGGESTION, quote)]
    met = "Kepala Lapas Contoh meninjau kebun."
    assert told(quotation, body=f"{met}\n\n{quote} ujarnya.") == []


def test_quotation_marks_pair_within_a_paragraph() -> None:
    assert told(quotation, body='Ia berkata "panen.\n\nLalu pulang.') == [
        ("quote_left_open", Level.WARNING, '"')
    ]
    assert told(quotation, body="Ia berkata panen” lalu pulang.") == [
        ("quote_left_open", Level.WARNING, "”")
    ]
    assert told(quotation, body='Ia berkata "panen" lalu “pulang”.') == []


def test_the_beginning_answers_who_when_where_and_the_text_why() -> None:
    assert told(story_slots, lead=LEAD, body="Sayur dibagikan.") == []
    open_ones = told(
        story_slots, lead="Sayur segar telah siap.", body="Hasilnya banyak sekali. " * 30
    )
    assert [rule.removeprefix("story_slots.") for rule, *_ in open_ones] == [
        "who", "when", "where", "why",
    ]  # fmt: skip


def test_an_empty_text_is_not_asked_anything() -> None:
    for rule in (story_slots, quotation, paragraphs, headline, sentence_length, captions):
        assert told(rule, lead=" ", body="") == []


def test_walls_of_text_and_texts_too_short_are_pointed_out() -> None:
    wall = "kata " * 121
    assert [rule for rule, *_ in told(paragraphs, body=wall)] == ["paragraph_length"]
    assert told(paragraphs, body="kata " * 100) == []
    assert [rule for rule, *_ in told(paragraphs, body="kata " * 40)] == ["text_length"]
    assert told(paragraphs, lead="kata " * 30, body="kata " * 60) == []


def test_a_caption_says_who_or_where() -> None:
    assert told(captions, photos__0__caption="Foto bersama usai acara.") == [
        ("caption_says_little", Level.SUGGESTION, "")
    ]
    shown = "Petugas memanen sayur di kebun belakang, Senin (4/5/2026)."
    assert told(captions, photos__0__caption=shown) == []
    assert told(captions, photos__0__alt="Foto.") == []


def test_an_abbreviation_is_opened_at_its_first_use() -> None:
    text = Field("body", "Semua UPT hadir. Tiap UPT membawa bibit.")
    (finding,) = abbreviations(Matter((text,)))
    assert (finding.excerpt, finding.start) == ("UPT", 6)
    assert finding.replacements == ("Unit Pelaksana Teknis (UPT)",)
    assert told(abbreviations, body="Semua Unit Pelaksana Teknis (UPT) hadir. Tiap UPT.") == []
    assert told(abbreviations, body="Semua UPT (Unit Pelaksana Teknis) hadir.") == []


def test_what_everybody_knows_stays_closed() -> None:
    assert told(abbreviations, body="HUT RI dan TNI, NIK serta XYZ.") == []


def test_an_abbreviation_is_opened_only_once() -> None:
    first = "Semua Unit Pelaksana Teknis (UPT) hadir."
    assert [one[2] for one in told(abbreviations, lead=first, body=f"{first} Tiap UPT.")] == [
        "Unit Pelaksana Teknis (UPT)"
    ]
    behind = "Tiap UPT (Unit Pelaksana Teknis) hadir."
    assert [one[2] for one in told(abbreviations, lead=first, body=behind)] == [
        "UPT (Unit Pelaksana Teknis)"
    ]


def test_a_wrong_opening_is_mended() -> None:
    text = Field("body", "Acara di Lembaga Pembinaan Anak Khusus (LPKA) itu meriah.")
    (finding,) = abbreviations(Matter((text,)))
    assert (finding.level, finding.excerpt) == (Level.WARNING, "Lembaga Pembinaan Anak Khusus")
    assert finding.replacements == ("Lembaga Pembinaan Khusus Anak",)


def test_quotes_are_not_asked_to_open_abbreviations() -> None:
    assert told(abbreviations, body="“Semua UPT hadir hari ini,” ujarnya.") == []


def test_only_a_few_abbreviations_are_asked_for() -> None:
    assert len(told(abbreviations, body="UPT WBK WBBM PKBM SKM SDP")) == 3


def test_an_abbreviation_of_the_units_own_stays_closed() -> None:
    matter = Matter((Field("body", "UPT dan PKBM"),), dictionary=frozenset({"upt"}))
    assert [one.excerpt for one in abbreviations(matter)] == ["PKBM"]
