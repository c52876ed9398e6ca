"""Parcels to carry."""

import dataclasses
import datetime as dt

from newsroom.syndication.parcels import Document, Enclosure, Parcel

GUID = "urn:uuid:6f1f7a5e-0f5b-4a39-9d0e-3c6a0a1b2c3d"
PHOTO = Enclosure("panen.jpg", "image/jpeg", b"\xff\xd8 satu", "Panen <kangkung>", "Humas", "Petak")
OTHER_PHOTO = Enclosure("dapur.jpg", "image/jpeg", b"\xff\xd8 dua", "Dapur", "", "Panci")
HTML = Parcel(
    key="pengantaran-1",
    event="release.published",
    occurred_at=dt.datetime(2026, 3, 5, 9, 5, tzinfo=dt.timezone(dt.timedelta(hours=8))),
    guid=GUID,
    number=1,
    document=Document("text/html", "<p>Panen 40 kilogram — “segar”.</p>".encode()),
    headline="Panen & Masak",
    slug="panen-masak",
    summary="Panen 40 kilogram.",
    source_url="https://warta.example/siaran/panen-masak/",
)
JSON = dataclasses.replace(
    HTML, document=Document("application/json", '{"uri": "urn:x", "judul": "é☂"}'.encode())
)


def again(parcel: Parcel, **changes: object) -> Parcel:
    """The parcel with some values changed."""
    return dataclasses.replace(parcel, **changes)  # type: ignore[arg-type]
