"""The outlet's pages, as HTML. Everything but an item's cleaned body is escaped here."""

from datetime import datetime
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote
from zoneinfo import ZoneInfo

from .items import CORRECTED, UPDATED
from .shelf import Held

NAME = "Kabar Contoh"
FOLDER = Path(__file__).parent / "pages"
WIB = ZoneInfo("Asia/Jakarta")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus"),
    *("September", "Oktober", "November", "Desember"),
)
MARKS = {UPDATED: "Diperbarui", CORRECTED: "Diralat"}


def path_of(guid: str) -> str:
    """The path of an item's page."""
    return f"/berita/{quote(guid, safe='')}"


def front(held: list[Held]) -> str:
    """The list of items; a withdrawn one leaves one line."""
    rows = "".join(_withdrawn_row(one) if one.withdrawn else _row(one) for one in held)
    return _page("Beranda", _fill("front", rows=rows or _fill("empty")))


def story(held: Held) -> str:
    """One item in full."""
    item = held.item
    content = _fill(
        "story",
        headline=escape(item.headline),
        mark=_mark(held),
        when=_when(held.at),
        byline=f"Penulis: {escape(item.byline)}" if item.byline else "",
        notes="".join(f'<p class="change">{escape(note)}</p>' for note in item.notes),
        photo=_photo(held),
        body=item.body,
        source=escape(item.source),
    )
    return _page(item.headline, content)


def gone(held: Held) -> str:
    """What stands in place of a withdrawn item: nothing of its words."""
    content = _fill("gone", when=_when(held.at), edition=str(held.item.edition))
    return _page("Berita ditarik", content)


def missing() -> str:
    """No such page."""
    return _page("Tidak ditemukan", _fill("missing"))


def _page(title: str, content: str) -> str:
    return _fill("page", name=NAME, title=escape(title), content=content)


def _fill(template: str, **values: str) -> str:
    return Template((FOLDER / f"{template}.html").read_text("utf-8")).substitute(values)


def _row(held: Held) -> str:
    item = held.item
    return _fill(
        "row",
        path=path_of(item.guid),
        headline=escape(item.headline),
        thumbnail=f'<img src="{escape(item.photo.href)}" alt="">' if item.photo.href else "",
        mark=_mark(held),
        when=_when(held.at),
    )


def _withdrawn_row(held: Held) -> str:
    return _fill("withdrawn", when=_when(held.at), edition=str(held.item.edition))


def _mark(held: Held) -> str:
    """The edition's number, and what kind of change brought it."""
    label = MARKS.get(held.item.change, "")
    change = f'<b class="mark">{label}</b> ' if label else ""
    return f'{change}<span class="edition">Edisi {held.item.edition}</span>'


def _photo(held: Held) -> str:
    photo = held.item.photo
    if not photo.href:
        return ""
    words = " ".join(filter(None, [photo.caption, f"Foto: {photo.credit}" * bool(photo.credit)]))
    return _fill("photo", href=escape(photo.href), alt=escape(photo.alt), caption=escape(words))


def _when(instant: datetime) -> str:
    """The hour in Jakarta, where the outlet has its desk."""
    local = instant.astimezone(WIB)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}, {local:%H.%M.%S} WIB"
