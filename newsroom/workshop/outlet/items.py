"""What a webhook carries, read into plain values: the one place that knows ninjs."""

import json
from dataclasses import dataclass
from html import escape
from typing import Any

import nh3

PUBLISHED, UPDATED = "release.published", "release.updated"
CORRECTED, WITHDRAWN = "release.corrected", "release.withdrawn"
#: The newsroom's "try it": signed like any other, carries nothing.
TEST = "wartapas.test"
TYPES = (PUBLISHED, UPDATED, CORRECTED, WITHDRAWN)
TAGS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br"}
WIDEST_PHOTO = 1600


class Unreadable(Exception):
    """The body is not what a webhook of WartaPas looks like."""


@dataclass(frozen=True)
class Photo:
    """A picture on the newsroom's site; ``href`` is empty where the item has none."""

    href: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Item:
    """One edition of a release, ready to show. ``body`` is clean HTML; ``notes`` tell changes."""

    guid: str
    edition: int
    change: str
    headline: str = ""
    source: str = ""
    body: str = ""
    byline: str = ""
    notes: tuple[str, ...] = ()
    photo: Photo = Photo()


def read(raw: bytes) -> Item | None:
    """The item in a webhook's body, None for a test message, or Unreadable with the reason."""
    try:
        message = json.loads(raw)
        change, letter = message["type"], message["data"]
        if change == TEST:
            return None
        guid, edition = letter["guid"], letter["edition"]
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable("expected JSON with type and data (guid, edition)") from error
    if change not in TYPES:
        raise Unreadable(f"unknown type: {change}")
    if not isinstance(guid, str) or not guid or not isinstance(edition, int) or edition < 1:
        raise Unreadable("guid must be a text and edition a number from 1")
    if change == WITHDRAWN:
        return Item(guid, edition, change)
    try:
        return _with_content(Item(guid, edition, change), letter)
    except (AttributeError, KeyError, TypeError) as error:
        raise Unreadable("the item is neither ninjs 3 nor content with its content_type") from error


def _with_content(bare: Item, letter: dict[str, Any]) -> Item:
    item = letter["item"]
    is_ninjs = "content_type" not in item
    return Item(
        bare.guid,
        bare.edition,
        bare.change,
        headline=str(letter.get("headline") or _first_value(item.get("headlines", []))),
        source=_web_address(letter.get("url")),
        body=_ninjs_body(item) if is_ninjs else _clean(item["content_type"], item["content"]),
        byline=str(item.get("by", "")),
        notes=tuple(text["value"] for text in _texts(item, "correction")),
        photo=_photo(item) if is_ninjs else Photo(),
    )


def _texts(item: dict[str, Any], role: str) -> list[dict[str, str]]:
    return [text for text in item.get("descriptions", []) if text.get("role") == role]


def _web_address(value: object) -> str:
    """The address if a reader may follow it, else nothing."""
    address = str(value or "")
    return address if address.startswith(("http://", "https://")) else ""


def _first_value(texts: list[dict[str, str]]) -> str:
    return texts[0]["value"] if texts else ""


def _clean(content_type: str, content: str) -> str:
    """HTML with nothing but plain text marks; other texts become paragraphs."""
    if not content_type.startswith("text/html"):
        paragraphs = [part.strip() for part in content.split("\n\n") if part.strip()]
        return "".join(f"<p>{escape(part)}</p>" for part in paragraphs)
    return nh3.clean(content, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"})


def _ninjs_body(item: dict[str, Any]) -> str:
    """The HTML body where there is one, else the first."""
    bodies = sorted(item["bodies"], key=lambda body: body.get("contentType") != "text/html")
    chosen = bodies[0] if bodies else {"contentType": "text/plain", "value": ""}
    return _clean(chosen.get("contentType", "text/plain"), chosen["value"])


def _photo(item: dict[str, Any]) -> Photo:
    """The first association with a picture we may show, in its widest fitting rendition."""
    for association in item.get("associations", []):
        pictures = [
            rendition
            for rendition in association.get("renditions", [])
            if _web_address(rendition.get("href")) and rendition.get("width", 0) <= WIDEST_PHOTO
        ]
        if pictures:
            widest = max(pictures, key=lambda rendition: int(rendition.get("width", 0)))
            caption = _first_value(_texts(association, "caption"))
            alt = _first_value(_texts(association, "alt")) or caption
            return Photo(widest["href"], alt, caption, str(association.get("by", "")))
    return Photo()
