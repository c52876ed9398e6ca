"""The labelled cases are well formed, name real facilities and say what they must."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newsroom.lib.html import clean, plain
from newsroom.safeguards import Group, Level

_ROOT = Path(__file__).parents[2]
_FOLDER = _ROOT / "newsroom/safeguards/cases"
_FILES = sorted(_FOLDER.glob("*.jsonl"))
_AT_LEAST = {
    "child": 130,
    "day": 40,
    "exam": 170,
    "heldout": 80,
    "inmate": 40,
    "language": 40,
    "ordinary": 130,
    "personal": 40,
    "security": 30,
}
_GROUPS = {Group.CHILD, Group.INMATE, Group.PERSONAL, Group.SECURITY, Group.DAY, Group.LANGUAGE}
_LEVELS = {level.word for level in Level}
_PARTS = {
    "official", "inmate", "detainee", "child", "victim", "family", "visitor", "public_figure",
}  # fmt: skip
_CASE = {"id", "facility", "event_date", "story", "people", "expect"}
_STORY = {"headline", "lead", "body", "ednote", "topics", "slug", "photos", "attachments"}


def _cases(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def _all() -> list[dict[str, Any]]:
    return [case for file in _FILES for case in _cases(file)]


def _facilities() -> set[str]:
    with (_ROOT / "facilities/registry/facilities.csv").open(encoding="utf-8") as lines:
        return {row["name"] for row in csv.DictReader(lines)}


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_every_case_has_the_shape_the_command_reads(file: Path) -> None:
    for case in _cases(file):
        story = case["story"]
        assert set(case) == _CASE, case["id"]
        assert set(story) == _STORY, case["id"]
        assert date.fromisoformat(case["event_date"]).year >= 2019, case["id"]
        assert all(isinstance(topic, str) for topic in story["topics"]), case["id"]
        for photo in story["photos"]:
            assert set(photo) == {"file_name", "caption", "alt", "credit"}, case["id"]
        for attachment in story["attachments"]:
            assert set(attachment) == {"file_name", "text"}, case["id"]
        for person in case["people"]:
            assert set(person) == {"name", "part", "age", "consent"}, case["id"]
            assert person["part"] in _PARTS, case["id"]


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_every_body_is_html_that_cleaning_leaves_alone(file: Path) -> None:
    for case in _cases(file):
        body = case["story"]["body"]
        assert plain(body).strip(), case["id"]
        assert clean(body) == body, case["id"]


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_expectations_name_known_groups_and_levels(file: Path) -> None:
    for case in _cases(file):
        assert set(case["expect"]) <= _GROUPS, case["id"]
        assert set(case["expect"].values()) <= _LEVELS, case["id"]


def test_every_case_has_an_id_and_a_story_of_its_own() -> None:
    cases = _all()
    assert len({case["id"] for case in cases}) == len(cases)
    assert len({case["story"]["headline"].casefold() for case in cases}) == len(cases)
    assert len({case["story"]["body"] for case in cases}) == len(cases)


def test_every_facility_is_in_the_registry() -> None:
    assert {case["facility"] for case in _all()} <= _facilities()


@pytest.mark.parametrize(("name", "least"), _AT_LEAST.items())
def test_there_are_enough_cases_of_each_kind(name: str, least: int) -> None:
    assert len(_cases(_FOLDER / f"{name}.jsonl")) >= least


def test_every_child_case_must_be_stopped() -> None:
    for case in _cases(_FOLDER / "child.jsonl"):
        assert case["expect"].get("child") == "block", case["id"]


def test_no_ordinary_case_may_be_stopped() -> None:
    for case in _cases(_FOLDER / "ordinary.jsonl"):
        assert not {"block", "sign_off"} & set(case["expect"].values()), case["id"]


@pytest.mark.parametrize("name", ["inmate", "personal", "security", "day", "language"])
def test_every_group_has_stories_to_find_and_stories_to_let_pass(name: str) -> None:
    cases = _cases(_FOLDER / f"{name}.jsonl")
    assert sum(name in case["expect"] for case in cases) >= len(cases) // 3
    assert sum(not case["expect"] for case in cases) >= len(cases) // 5
