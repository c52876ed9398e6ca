"""ninjs 3.1 by IPTC's own schema, whatever the story holds."""

import dataclasses
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from newsroom.releases.story import Story
from newsroom.syndication.formats.ninjs import Ninjs
from tests.fakes.stories import CORRECTION, DOCUMENT, FIRST, GUID, NOTE, WITHDRAWAL, stories

PROJECT = Path(__file__).resolve().parents[3]
SCHEMAS = Path(os.environ.get("WARTAPAS_SCHEMAS") or PROJECT.parent / "shared" / "schemas")


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """IPTC's schema of ninjs 3.1 with the GeoJSON schema it refers to."""
    folder = SCHEMAS / "ninjs"
    if not folder.is_dir():
        pytest.skip(f"no schemas in {SCHEMAS} (WARTAPAS_SCHEMAS)")
    ninjs = json.loads((folder / "ninjs-schema_3.1.json").read_text())
    geojson = Resource.from_contents(
        {"$schema": ninjs["$schema"]} | json.loads((folder / "GeoJSON-schema.json").read_text())
    )
    registry: Registry[Any] = Registry().with_resources(
        (name, geojson)
        for name in (
            "GeoJSON.json",
            "http://www.iptc.org/std/ninjs/GeoJSON.json",
            geojson.id() or "",
        )
    )
    return Draft202012Validator(ninjs, registry=registry, format_checker=FormatChecker())


def item_of(story: Story) -> dict[str, Any]:
    document = Ninjs().render(story)
    assert document.content_type == "application/json"
    item: dict[str, Any] = json.loads(document.body)
    return item


@pytest.mark.parametrize("story", [FIRST, CORRECTION, WITHDRAWAL], ids=lambda story: story.kind)
def test_each_kind_of_edition_satisfies_the_schema(
    schema: Draft202012Validator, story: Story
) -> None:
    schema.validate(item_of(story))


@hypothesis_settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(story=stories)
def test_any_story_satisfies_the_schema(schema: Draft202012Validator, story: Story) -> None:
    schema.validate(item_of(story))


def test_the_schema_refuses_what_it_should(schema: Draft202012Validator) -> None:
    for wrong in (
        {"headline": "x"},
        {"version": 1},
        {"pubStatus": "killed"},
        {"uri": "tanpa-skema"},
    ):
        assert not schema.is_valid(item_of(FIRST) | wrong)


def test_the_item_says_who_what_where_and_when() -> None:
    item = item_of(FIRST)
    assert (item["uri"], item["version"], item["pubStatus"]) == (GUID, "1", "usable")
    assert item["firstCreated"] == item["versionCreated"] == "2026-03-05T09:05:00+08:00"
    assert item["headlines"][0]["value"] == FIRST.headline
    assert item["by"] == "Humas Contoh"
    assert item["located"] == "Palu"
    assert item["language"] == "id"
    assert item["bodies"][0]["value"].startswith(f"<p>{FIRST.lead}</p>")
    assert item["bodies"][1]["value"].endswith("- kangkung")
    assert {one["name"] for one in item["subjects"]} == {"Ketahanan pangan", "Program Contoh"}
    assert item["organisations"][0]["name"] == item["places"][0]["name"] == FIRST.place.facility
    assert item["altIds"] == [{"role": "web", "value": FIRST.url}]
    assert item["edNote"] == FIRST.ednote
    assert "people" not in item


def test_pictures_come_with_caption_and_point_of_interest_inside_the_frame() -> None:
    picture = item_of(FIRST)["associations"][0]
    assert picture["uri"] == FIRST.pictures[0].files[-1].url
    assert picture["descriptions"][0]["value"] == FIRST.pictures[0].caption
    small, large = picture["renditions"]
    assert (small["poi"], large["poi"]) == ({"x": 200, "y": 199}, {"x": 600, "y": 599})
    assert large["href"] == picture["uri"]


def test_a_correction_keeps_the_uri_raises_the_version_and_tells_why() -> None:
    item = item_of(CORRECTION)
    assert (item["uri"], item["version"]) == (GUID, "2")
    assert item["firstCreated"] < item["versionCreated"]
    assert item["edNote"].startswith(f"RALAT: {NOTE}")
    assert f"Ralat (5 Maret 2026 pukul 12.30 WITA): {NOTE}" in [
        one["value"] for one in item["descriptions"]
    ]


def test_a_withdrawal_cancels_the_item_and_carries_no_text() -> None:
    item = item_of(WITHDRAWAL)
    assert (item["uri"], item["version"], item["pubStatus"]) == (GUID, "3", "canceled")
    assert WITHDRAWAL.change_note in item["edNote"]
    assert not {"bodies", "descriptions", "associations"} & set(item)


def test_attachments_are_associations_with_one_rendition() -> None:
    told = [one for one in item_of(FIRST)["associations"] if one["rel"] == "attachment"]
    assert [(one["type"], one["title"]) for one in told] == [
        ("text", "Susunan acara"),
        ("audio", "Sambutan <Kepala>"),
    ]
    assert told[0]["renditions"] == [
        {
            "name": "pdf",
            "href": "https://warta.example/lampiran/abc/susunan-acara.pdf",
            "contentType": "application/pdf",
            "sizeInBytes": 1_300_000,
        }
    ]
    assert "associations" not in item_of(WITHDRAWAL)


def test_an_attachment_without_an_address_is_told_to_nobody() -> None:
    hidden = dataclasses.replace(DOCUMENT, url="")
    story = dataclasses.replace(FIRST, pictures=(), attachments=(hidden,))
    assert "associations" not in item_of(story)
