"""What no rule can look into: blocked where children may be in it, else pointed out."""

import pytest

from newsroom.safeguards import AttachmentState, Field, Finding, Group, Level, Matter, check

_PLAIN = AttachmentState("PDF")
_PICTURED = AttachmentState("PDF", pictures=2)
_SCAN = AttachmentState("PDF", pictures=1, readable=False)
_VOICE = AttachmentState("OGG", spoken=True, readable=False)


def found(one: AttachmentState, *, children: bool = False) -> list[Finding]:
    """What is said of it."""
    matter = Matter((Field("body", "Panen."),), attachments=(one,), for_children=children,
                    parts_asked=False)  # fmt: skip
    return [each for each in check(matter) if each.group is Group.PHOTOS]


@pytest.mark.parametrize(
    ("one", "elsewhere", "among_children"),
    [
        (_PLAIN, None, None),
        (_PICTURED, Level.WARNING, Level.BLOCK),
        (_SCAN, Level.SIGN_OFF, Level.BLOCK),
        (AttachmentState("PDF", readable=False), Level.SIGN_OFF, Level.BLOCK),
        (_VOICE, Level.WARNING, Level.SIGN_OFF),
    ],
)
def test_what_cannot_be_looked_into_is_told(
    one: AttachmentState, elsewhere: Level | None, among_children: Level | None
) -> None:
    assert [each.level for each in found(one)] == ([] if elsewhere is None else [elsewhere])
    gated = found(one, children=True)
    assert [each.level for each in gated] == ([] if among_children is None else [among_children])
    assert all(each.final == (each.level == Level.BLOCK) for each in gated)
    assert all(each.place == "attachments.0" and each.source for each in gated)


def test_an_answer_holds_for_the_very_file() -> None:
    first, second = (
        found(AttachmentState("PDF", pictures=1, checksum=one))[0].fingerprint for one in "ab"
    )
    assert first != second


def test_the_words_of_a_document_are_no_prose_to_be_styled() -> None:
    matter = Matter((Field("attachments.0.text", "di karenakan ijin  apotik"),), parts_asked=False)
    assert [one for one in check(matter) if one.group is Group.LANGUAGE] == []


def test_a_title_may_not_be_missing() -> None:
    missing = [one.place for one in check(Matter((Field("attachments.0.file_name", " "),)))]
    assert "attachments.0.file_name" in missing
