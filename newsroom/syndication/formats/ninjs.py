"""ninjs 3.1, IPTC's news in JSON (schema ninjs-schema_3.1.json)."""

import json
from typing import Any

from newsroom.lib.html import plain
from newsroom.releases.story import AttachedFile, Picture, PictureFile, Story
from newsroom.syndication.parcels import Document

from . import wording

Item = dict[str, Any]

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
_TERMS = "Siaran pers: boleh dimuat dengan menyebut sumber; ralat dan pencabutan wajib diikuti."


class Ninjs:
    """The whole story as one ninjs item: same ``uri`` and a higher ``version`` replace it.

    A withdrawal is the same item with ``pubStatus`` canceled, its reason in ``edNote`` and no text.
    Persons are never tagged: ``people`` stays out.
    """

    slug = "ninjs"
    label = "ninjs 3.1 (JSON)"
    note = (
        "Seluruh berita sebagai data: teks, foto, lampiran, tempat, topik, ralat, dan status cabut."
    )
    content_type = "application/json"

    def render(self, story: Story) -> Document:
        """The item in UTF-8; empty properties are left out."""
        item = _identity(story) | _texts(story) | _about(story) | _associations(story)
        filled = {name: value for name, value in item.items() if value not in ("", [])}
        return Document(self.content_type, json.dumps(filled, ensure_ascii=False).encode())


def _identity(story: Story) -> Item:
    return {
        "standard": _STANDARD,
        "uri": story.guid,
        "type": "text",
        "representationType": "full",
        "version": str(story.number),
        "pubStatus": story.pubstatus,
        "firstCreated": wording.local(story.first_published_at, story).isoformat(),
        "versionCreated": wording.local(story.published_at, story).isoformat(),
        "language": story.language,
        "slugline": story.slug,
        "altIds": [{"role": "web", "value": story.url}],
        "copyrightHolder": story.place.facility,
        "usageTerms": _TERMS,
        "edNote": _ednote(story),
    }


def _texts(story: Story) -> Item:
    headlines = [{"role": "main", "contentType": "text/plain", "value": story.headline}]
    if story.kind == "withdrawal":
        return {"headlines": headlines, "title": story.headline}
    notes = [_description("correction", note) for note in wording.changes(story)]
    return {
        "headlines": headlines,
        "title": story.headline,
        "descriptions": [_description("summary", wording.summary(story)), *notes],
        "bodies": _bodies(wording.text(story)),
    }


def _about(story: Story) -> Item:
    place = story.place
    facility = {
        "name": place.facility,
        "uri": place.facility_url,
        "literal": str(place.facility_id),
    }
    programmes = [{"name": name, "rel": "programme"} for name in story.programmes]
    return {
        "by": wording.byline(story),
        "located": story.dateline_place or place.city,
        "places": [
            {**facility, "rel": "facility"},
            {"name": place.city, "rel": "city"},
            {"name": place.province, "rel": "province"},
        ],
        "organisations": [
            {**facility, "rel": "source"},
            {"name": place.region, "rel": "regionalOffice", "literal": str(place.region_id)},
        ],
        "subjects": [*({"name": name, "rel": "topic"} for name in story.topics), *programmes],
    }


def _associations(story: Story) -> Item:
    pictures = [_picture(one) for one in story.pictures if one.files]
    return {
        "associations": [*pictures, *(_attachment(one) for one in story.attachments if one.url)]
    }


def _attachment(one: AttachedFile) -> Item:
    return {
        "name": one.name,
        "rel": "attachment",
        "type": "audio" if one.spoken else "text",
        "uri": one.url,
        "title": one.title,
        "renditions": [
            {
                "name": one.format.lower(),
                "href": one.url,
                "contentType": one.content_type,
                "sizeInBytes": one.size,
            }
        ],
    }


def _picture(picture: Picture) -> Item:
    item = {
        "name": picture.name,
        "rel": "picture",
        "type": "picture",
        "uri": picture.files[-1].url,
        "by": picture.credit,
        "descriptions": [
            _description("caption", picture.caption),
            _description("alt", picture.alt),
        ],
        "renditions": [_rendition(file, picture.focal) for file in picture.files],
    }
    return {name: value for name, value in item.items() if name == "name" or value}


def _rendition(file: PictureFile, focal: tuple[float, float]) -> Item:
    x, y = (
        min(int(share * pixels), max(pixels - 1, 0))
        for share, pixels in zip(focal, (file.width, file.height), strict=True)
    )
    return {
        "name": f"{file.width}-{file.content_type.rpartition('/')[2]}",
        "href": file.url,
        "contentType": file.content_type,
        "width": file.width,
        "height": file.height,
        "sizeInBytes": file.size,
        "poi": {"x": x, "y": y},
    }


def _bodies(html: str) -> list[Item]:
    words = plain(html)
    count = {"charCount": len(words), "wordCount": len(words.split())}
    return [
        {"role": "main", "contentType": "text/html", **count, "value": html},
        {"role": "main", "contentType": "text/plain", **count, "value": words},
    ]


def _description(role: str, value: str) -> Item:
    return {"role": role, "contentType": "text/plain", "value": value}


def _ednote(story: Story) -> str:
    """What the receiving desk must do, then our note to it."""
    if story.kind == "withdrawal":
        return f"DICABUT. {wording.withdrawal(story)} Mohon hapus dari semua kanal."
    label = {"correction": "RALAT", "update": "PEMBARUAN"}.get(story.kind, "")
    change = f"{label}: {story.change_note}" if label and story.change_note else ""
    return "\n".join(part for part in (change, story.ednote) if part)
