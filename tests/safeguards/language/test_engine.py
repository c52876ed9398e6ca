"""Where the rules apply: quotes, names, addresses, the unit's dictionary, capitals, floods."""

import pytest

from newsroom.safeguards import Field, Level, Matter, Person, check
from newsroom.safeguards.language.engine import MOST, MOST_OF_ONE
from newsroom.safeguards.rules.language import language


def found(text: str, place: str = "body", **known: object) -> list[tuple[str, tuple[str, ...]]]:
    """Excerpt and replacements of each finding of the language rule."""
    matter = Matter((Field(place, text),), **known)  # type: ignore[arg-type]
    return [(one.excerpt, one.replacements) for one in language(matter)]


def test_a_finding_says_where_why_and_what_instead() -> None:
    matter = Matter((Field("lead", "Panen itu sevara rutin digelar."),))
    (one,) = language(matter)
    assert (one.rule, one.level, one.place) == ("language.S01", Level.WARNING, "lead")
    assert matter.fields[0].text[one.start : one.end] == one.excerpt == "sevara"
    assert (one.replacements, one.safe, one.source) == (("secara",), True, "KBBI")
    assert "secara" in str(one.reason)


def test_the_rules_are_part_of_every_check() -> None:
    told = [one.rule for one in check(Matter((Field("body", "Sevara rutin."),), parts_asked=False))]
    assert "language.S01" in told


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("purwakrta", "Purwakarta"),
        ("Purwakrta", "Purwakarta"),
        ("PURWAKRTA", "PURWAKARTA"),
        ("aktifitas", "aktivitas"),
        ("Aktifitas", "Aktivitas"),
        ("AKTIFITAS", "AKTIVITAS"),
        ("Stake Holder", "Pemangku Kepentingan"),
        ("Stake holder", "Pemangku kepentingan"),
        ("resikonya", "risikonya"),
        ("nara sumbernya", "narasumbernya"),
    ],
)
def test_the_right_word_is_as_large_as_the_wrong_one(wrong: str, right: str) -> None:
    ((_excerpt, replacements),) = found(f"Hal {wrong} itu.")
    assert replacements == (right,)


def test_a_direct_quote_keeps_its_words_but_not_its_slips() -> None:
    said = "“Semua aktifitas sevara rutin di lakukan,” ujarnya."
    assert [excerpt for excerpt, _ in found(said)] == ["sevara", "di lakukan"]
    assert [excerpt for excerpt, _ in found(said.replace("“", ""))] == [
        "aktifitas", "sevara", "di lakukan",
    ]  # fmt: skip


def test_the_units_own_words_pass() -> None:
    text = "Survey itu dan survey lain."
    assert len(found(text)) == 2
    assert found(text, dictionary=frozenset({"survey"})) == []
    phrase = "Ruang media gathering dibuka."
    assert found(phrase, dictionary=frozenset({"media gathering"})) == []


def test_addresses_tags_and_handles_pass() -> None:
    text = "Kirim ke survey.ijin@contoh.go.id, lihat https://contoh.go.id/ijin-survey #ijin @survey"
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Acara dibuka Bapak Ijin di aula.",
        "Acara dibuka Muhammad Ramadhan di aula.",
        "Pelatih dari PT Praktek Contoh hadir.",
        "Acara dibuka Contoh Ramadhan di aula.",
        "Jalan Jaman Contoh ditutup.",
    ],
)
def test_names_pass(text: str) -> None:
    assert found(text) == []


def test_a_declared_name_passes_wherever_it_is_large() -> None:
    text = "Pelatihan itu dipimpin Jadual. Menurut jadual, acara mulai pagi."
    people = (Person("Jadual Contoh", "official"),)
    assert [excerpt for excerpt, _ in found(text, people=people)] == ["jadual"]


def test_a_common_word_beside_it_makes_no_name() -> None:
    assert [one for one, _ in found("Kegiatan Bulan Suci Ramadhan digelar.")] == ["Ramadhan"]


def test_small_words_stay_small_in_titles_but_not_at_a_beginning() -> None:
    title = "Lapas Contoh Gelar Razia Di Blok Hunian"
    assert found(title, "headline") == [("Di", ("di",))]
    assert found("Di aula itu. Dan itu saja.", "headline") == []


def test_a_shouted_line_is_not_read_for_capitals() -> None:
    assert found("PETUGAS LAPAS CONTOH SIAGA") == []
    assert found("Petugas LAPAS siaga.") == [("LAPAS", ("Lapas",))]


def test_where_two_rules_disagree_the_longer_wins() -> None:
    assert found("Dua napi anak hadir.") == [("napi anak", ("Anak Binaan",))]


def test_a_suggestion_is_made_once() -> None:
    text = "Semua warga binaan hadir. Para warga binaan pulang. Tiap aktifitas, tiap aktifitas."
    assert [one for one, _ in found(text)] == ["aktifitas", "aktifitas", "warga binaan"]


def test_a_flood_is_bounded() -> None:
    slips = ["yg", "dgn", "utk", "tdk", "dlm", "tsb", "sdh", "blm", "kpd", "krn", "hrs", "dpt"]
    text = " ".join(slips * 3000)
    told = found(text)
    assert len(told) == MOST
    assert len(found("yg " * 9000)) == MOST_OF_ONE


def test_disguises_do_not_help() -> None:
    assert found("Acara se\N{ZERO WIDTH SPACE}vara rutin.") == [
        ("se\N{ZERO WIDTH SPACE}vara", ("secara",))
    ]
