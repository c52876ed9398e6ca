"""Stories to render: one plain example, and hypothesis' own strange ones."""

import dataclasses
import datetime as dt
from typing import Any

from hypothesis import strategies as st

from newsroom.releases.story import AttachedFile, Byline, Change, Picture, PictureFile, Place, Story

PUBLISHED = dt.datetime(2026, 3, 5, 1, 5, tzinfo=dt.UTC)
CORRECTED = dt.datetime(2026, 3, 5, 4, 30, tzinfo=dt.UTC)
GUID = "urn:uuid:6f1f7a5e-0f5b-4a39-9d0e-3c6a0a1b2c3d"
PLACE = Place(
    facility_id=7,
    facility="Lapas Kelas IIA Contoh",
    facility_url="https://warta.example/lapas/contoh/",
    region_id=3,
    region="Sulawesi Tengah",
    city="Palu",
    province="Sulawesi Tengah",
    time_zone="Asia/Makassar",
    zone_label="WITA",
)
FILES = tuple(
    PictureFile(f"https://warta.example/foto/{width}.webp", "image/webp", width, width // 2, 9_000)
    for width in (400, 1200)
)
PICTURE = Picture("panen", "Panen kangkung, Kamis (5/3).", "Humas", "Dua petak", (0.5, 1.0), FILES)
DOCUMENT = AttachedFile(
    "lampiran-4", "Susunan acara", "PDF", "application/pdf", 1_300_000, False,
    "https://warta.example/lampiran/abc/susunan-acara.pdf",
)  # fmt: skip
VOICE = AttachedFile(
    "lampiran-5", "Sambutan <Kepala>", "OGG", "audio/ogg", 9_000, True,
    "https://warta.example/lampiran/def/sambutan-kepala.ogg",
)  # fmt: skip
FIRST = Story(
    guid=GUID,
    number=1,
    kind="first",
    url="https://warta.example/siaran/panen-kangkung/",
    slug="panen-kangkung",
    language="id",
    headline="Kebun Belakang Panen 40 Kilogram Kangkung",
    lead="Kebun di halaman belakang menghasilkan 40 kilogram kangkung.",
    body="<p>Hasilnya masuk dapur.</p><ul><li>kangkung</li></ul>",
    dateline_place="Palu",
    event_date=dt.date(2026, 3, 5),
    place=PLACE,
    bylines=(Byline("Humas Contoh", "unit", "https://warta.example/penulis/humas/"),),
    topics=("Ketahanan pangan",),
    programmes=("Program Contoh",),
    ednote="Hubungi kami sebelum memotong kutipan.",
    change_note="",
    first_published_at=PUBLISHED,
    published_at=PUBLISHED,
    changes=(Change(1, "first", "", PUBLISHED),),
    pictures=(PICTURE,),
    attachments=(DOCUMENT, VOICE),
)
NOTE = "Jumlah panen 40 kilogram, bukan 400."
CORRECTION = dataclasses.replace(
    FIRST,
    number=2,
    kind="correction",
    change_note=NOTE,
    published_at=CORRECTED,
    changes=(*FIRST.changes, Change(2, "correction", NOTE, CORRECTED)),
)
WITHDRAWAL = dataclasses.replace(
    CORRECTION,
    number=3,
    kind="withdrawal",
    lead="",
    body="",
    ednote="",
    pictures=(),
    attachments=(),
    change_note="Acara ternyata belum berlangsung.",
)

words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)
instants = st.integers(0, 4_000_000_000).map(lambda one: dt.datetime.fromtimestamp(one, dt.UTC))
changes = st.builds(
    Change,
    number=st.integers(1, 99),
    kind=st.sampled_from(["first", "update", "correction", "withdrawal"]),
    note=words,
    at=instants,
)
pictures = st.builds(
    Picture,
    name=words,
    caption=words,
    credit=words,
    alt=words,
    focal=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    files=st.lists(st.sampled_from(FILES), max_size=2).map(tuple),
)
attachments = st.builds(
    AttachedFile,
    name=words,
    title=words,
    format=st.sampled_from(["PDF", "OGG"]),
    content_type=st.just("application/pdf"),
    size=st.integers(1, 1 << 25),
    spoken=st.booleans(),
    url=st.sampled_from(["", DOCUMENT.url]),
)
places: Any = st.builds(
    Place,
    facility_id=st.integers(1),
    facility=words,
    facility_url=st.just(PLACE.facility_url),
    region_id=st.integers(1),
    region=words,
    city=words,
    province=words,
    time_zone=st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
    zone_label=st.sampled_from(["WIB", "WITA", "WIT"]),
)
stories = st.builds(
    Story,
    guid=st.uuids().map(lambda one: one.urn),
    number=st.integers(1, 10_000),
    kind=st.sampled_from(["first", "update", "correction", "withdrawal"]),
    url=st.just(FIRST.url),
    slug=st.just(FIRST.slug),
    language=st.just("id"),
    headline=words,
    lead=words,
    body=words | words.map(lambda text: text * 500),
    dateline_place=words,
    event_date=st.just(FIRST.event_date),
    place=places,
    bylines=st.lists(st.builds(Byline, words, st.just("person"), st.just("")), max_size=3).map(
        tuple
    ),
    topics=st.lists(words, max_size=3).map(tuple),
    programmes=st.lists(words, max_size=3).map(tuple),
    ednote=words,
    change_note=words,
    first_published_at=instants,
    published_at=instants,
    changes=st.lists(changes, max_size=3).map(tuple),
    pictures=st.lists(pictures, max_size=2).map(tuple),
    attachments=st.lists(attachments, max_size=2).map(tuple),
)
