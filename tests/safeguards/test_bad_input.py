"""Whatever stands in a text, the check answers, in bounds, and a check that fails blocks."""

import logging
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.safeguards import Field, Finding, Group, Level, Matter, Person, check
from newsroom.safeguards.checking import LONGEST
from newsroom.safeguards.rules import RULES
from newsroom.safeguards.rules.looking import MOST

_TEXT = (
    "petugas jaga pukul 08.00 kunci blok B CCTV narapidana akan dipindahkan besok RT 03/RW 05"
    " NIK 6271011203900001 0812-3456-7890 rekening BRI B 1234 XY lahir di Kapuas, 12 Maret 1990"
    ' anak binaan Kepala LPKA berinisial F.A. SMP Negeri 1 Senin (4/5/2026) Rp1.000.000 “ ” " ( )'
    " @ @gmail.com BI.1/2024 WBP napi di sekedar Kelas II B Kementerian Hukum dan HAM Plt. Dr. S.H."
    " \u200b \u00ad \u202e \x00 \t \n \n\n \u0405 \u0435 \u0301 \ufb01 \uff11\uff12 \u0133 \u0130 ß"
    " \u017f \U0001f642 ..."
)
WORDS = _TEXT.split(" ")
PLACES = (
    "headline", "lead", "body", "ednote", "slug", "topics.0", "photos.0.caption", "photos.0.alt",
    "photos.0.credit",
    "photos.0.file_name", "attachments.0.file_name", "attachments.0.text", "dateline_place",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=30).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS) | st.characters(codec="utf-8"), max_size=40).map("".join)
PEOPLE = st.lists(
    st.builds(
        Person,
        name=st.sampled_from(("", "Fulan Fiktif", ".*", "F", "[", "\u200b")) | st.text(max_size=8),
        part=st.sampled_from(("official", "inmate", "detainee", "child", "family")),
        age=st.none() | st.integers(-1, 130),
    ),
    max_size=3,
)
MATTERS = st.builds(
    Matter,
    st.lists(st.builds(Field, st.sampled_from(PLACES), TEXTS | GLUED), max_size=4).map(tuple),
    people=PEOPLE.map(tuple),
    for_children=st.booleans(),
)


def well_formed(matter: Matter, finding: Finding) -> bool:
    """Whether a finding points at what it says."""
    texts = [one.text for one in matter.fields if one.place == finding.place]
    pointed = any(text[finding.start : finding.end] == finding.excerpt for text in texts)
    return (pointed or not texts) and bool(str(finding.reason)) and len(finding.fingerprint) == 16


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MATTERS)
def test_no_rule_fails_and_every_finding_points_at_what_it_says(matter: Matter) -> None:
    found = check(matter)
    assert [one.rule for one in found if one.rule.endswith("_failed")] == []
    assert [one for one in found if not well_formed(matter, one)] == []
    assert [one.level for one in found] == sorted(one.level for one in found)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MATTERS)
def test_every_finding_of_a_person_or_of_security_names_its_law(matter: Matter) -> None:
    asked = (Group.CHILD, Group.INMATE, Group.PERSONAL, Group.SECURITY)
    assert [one.rule for one in check(matter) if one.group in asked and not one.source] == []


def long_texts() -> Iterator[tuple[str, str]]:
    """100,000 characters of each kind that people, or their programs, may paste."""
    for name, piece in {
        "one word": "a",
        "digits": "0812345",
        "spaces": " ",
        "zero width": "a\u200bn\u200b",
        "control": "\x00\x1b[0m",
        "capitals": "PETUGAS JAGA MALAM ",
        "cells": "Nama\tNIK\t6271011203900001\tRT 03/RW 05\t0812-3456-7890\n",
        "quotes": "“\"'«",
        "combining": "a\u0301\u0301",
    }.items():
        yield name, (piece * (100_000 // len(piece) + 1))[:100_000]


@pytest.mark.parametrize(
    "text", [text for _name, text in long_texts()], ids=[name for name, _text in long_texts()]
)
def test_a_hundred_thousand_characters_are_judged(text: str) -> None:
    found = check(Matter((Field("body", text),), parts_asked=False))
    assert [one.rule for one in found if one.rule.endswith("_failed")] == []
    ours = [one for one in found if one.group in (Group.PERSONAL, Group.SECURITY)]
    assert len(ours) <= MOST * len(RULES) * 10


def test_a_number_behind_a_hundred_thousand_characters_is_found() -> None:
    text = "Apel berjalan tertib. " * 4_600 + "NIK 6271011203900001."
    found = check(Matter((Field("body", text),), parts_asked=False))
    assert [one.excerpt for one in found if one.level is Level.BLOCK] == ["6271011203900001"]


def test_a_text_too_long_to_be_checked_is_stopped() -> None:
    (one,) = check(Matter((Field("body", "a" * (LONGEST + 1)),)))
    assert (one.level, one.final) == (Level.BLOCK, True)


def test_a_rule_that_breaks_blocks_and_says_so_and_the_others_go_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(matter: Matter) -> Iterator[Finding]:
        yield Finding("early", Group.LANGUAGE, Level.SUGGESTION, "body", "")
        raise ZeroDivisionError

    matter = Matter((Field("body", "NIK 6271011203900001"),), parts_asked=False)
    with caplog.at_level(logging.CRITICAL, logger="newsroom.lib.isolation"):
        found = check(matter, (broken, *RULES))
    stop = next(one for one in found if one.rule == "broken_failed")
    assert (stop.level, stop.final) == (Level.BLOCK, True)
    assert str(stop.reason)
    assert "identity_numbers" in [one.rule for one in found]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("NIK 6271\x00011203900001", Group.PERSONAL),
        ("NIK 6271\u200b0112\u200b0390\u200b0001", Group.PERSONAL),
        ("\u039d\u0399\u039a 6271011203900001", Group.PERSONAL),
        ("TINGGAL DI RT 03/RW 05", Group.PERSONAL),
        ("\u0405etiap regu pengamanan berjuml\u0430h 5 orang", Group.SECURITY),
        ("SETIAP REGU PENGAMANAN BERJUMLAH 5 ORANG", Group.SECURITY),
        ("Kun\u00adci blok disimpan di la\u200bci pos", Group.SECURITY),
        ("Nama\tNIK\tAlamat\nFulan\t6271011203900001\tRT 03/RW 05", Group.PERSONAL),
    ],
)
def test_disguises_are_seen_through(text: str, group: Group) -> None:
    found = check(Matter((Field("photos.0.caption", text),), parts_asked=False))
    assert Level.BLOCK in [one.level for one in found if one.group is group]
