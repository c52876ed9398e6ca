"""Fills the scratch database with generated releases that look like the real load.

Rows are written in bulk, past the actions: the bench measures reading and delivering, not this. No
transition is written, so the chain of a scratch database stays empty and whole.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from random import Random

from django.db import transaction
from django.db.models import OuterRef, Subquery

from facilities.models import Facility, Programme
from newsroom.contributors.models import Contributor, User
from newsroom.releases.content import canonical, digest_of, facility_of
from newsroom.releases.models import Edition, Release, Revision, Topic

_BATCH = 1000
_SPACING = timedelta(minutes=2)
_TEXT = (
    "lapas warga binaan pembinaan kebun panen pelatihan keterampilan layanan kunjungan "
    "keluarga kesehatan pendidikan perpustakaan olahraga seni budaya koperasi dapur petugas "
    "apel upacara kerja sama dinas kota kabupaten mitra program kegiatan hasil karya produk "
    "pameran bengkel sertifikat ujian sekolah kejar paket remisi integrasi bimbingan rohani "
    "doa bersama razia"
)
_WORDS = _TEXT.split()


def _made_up() -> list[str]:
    random = Random(1)  # noqa: S311 - the same sentences in every run
    return [f"{' '.join(random.sample(_WORDS, 16)).capitalize()}." for _ in range(500)]


#: Sentences to choose from: making each anew would take longer than writing it to the database.
_SENTENCES = _made_up()


@dataclass(frozen=True, slots=True)
class Props:
    """What every generated release refers to."""

    facilities: list[Facility]
    bylines: dict[int, Contributor]
    programmes: list[Programme]
    topics: list[Topic]
    user: User


def gather() -> Props:
    """The registry with a byline for each facility, one user, and some topics."""
    facilities = list(Facility.objects.select_related("region").order_by("pk"))
    user = User.objects.create_user("bench@contoh.example", full_name="Bench")
    Contributor.objects.bulk_create(
        Contributor(name=f"Humas {one.name}", slug=f"humas-{one.slug}"[:140], facility=one)
        for one in facilities
    )
    Topic.objects.bulk_create(Topic(name=f"Topik {n}", slug=f"topik-{n}") for n in range(20))
    bylines = {one.facility_id: one for one in Contributor.objects.all() if one.facility_id}
    topics, programmes = list(Topic.objects.all()), list(Programme.objects.all())
    return Props(facilities, bylines, programmes, topics, user)


def fill(on: Props, count: int, *, until: datetime) -> None:
    """Add ``count`` published releases; the newest appeared at ``until``, two minutes apart."""
    rows = _releases(on, count, until=until)
    while batch := list(islice(rows, _BATCH)):
        _write(on, batch)


def _releases(on: Props, count: int, *, until: datetime) -> Iterator[Release]:
    random = Random(count)  # noqa: S311 - the same texts in every run
    present = Release.objects.count()
    for number in range(count):
        at = until - _SPACING * (count - number)
        facility = random.choice(on.facilities)
        words = random.sample(_WORDS, 9)
        yield Release(
            guid=uuid.UUID(int=random.getrandbits(128), version=4),
            facility=facility,
            author=on.user,
            status="draft",
            headline=" ".join(words).capitalize(),
            lead=_sentences(random, 2),
            body="".join(f"<p>{_sentences(random, 4)}</p>" for _ in range(8)),
            dateline_place=facility.city[:80],
            event_date=at.date(),
            slug=f"{'-'.join(words)}-{present + number}"[:120],
            revision_number=1,
            status_at=at,
            created_at=at,
            updated_at=at,
        )


def _sentences(random: Random, count: int) -> str:
    return " ".join(random.choices(_SENTENCES, k=count))


@transaction.atomic
def _write(on: Props, releases: list[Release]) -> None:
    Release.objects.bulk_create(releases)
    revisions = Revision.objects.bulk_create(_revision(on, one) for one in releases)
    editions = Edition.objects.bulk_create(_edition(one) for one in revisions)
    theirs = Edition.objects.filter(release=OuterRef("pk"))
    Release.objects.filter(pk__in=[one.pk for one in releases]).update(
        status="published",
        live_edition=Subquery(theirs.values("pk")[:1]),
        first_published_at=Subquery(theirs.values("published_at")[:1]),
    )
    _link(on, releases, editions)


def _content(on: Props, release: Release) -> str:
    facility = release.facility
    byline = on.bylines[facility.pk]
    return canonical(
        {
            "headline": release.headline,
            "lead": release.lead,
            "body": release.body,
            "dateline_place": release.dateline_place,
            "event_date": str(release.event_date),
            "ednote": "",
            "language": "id",
            "risk": "routine",
            "embargo_until": None,
            "change": {"kind": "", "note": ""},
            "facility": facility_of(facility, None),
            "bylines": [{"name": byline.name, "kind": byline.kind, "slug": byline.slug}],
            "topics": [on.topics[release.pk % len(on.topics)].name],
            "programmes": [],
            "photos": [],
        }
    )


def _revision(on: Props, release: Release) -> Revision:
    content = _content(on, release)
    return Revision(
        release=release,
        number=1,
        content=content,
        digest=digest_of(content),
        by=on.user,
        at=release.created_at,
    )


def _edition(revision: Revision) -> Edition:
    return Edition(
        release=revision.release,
        number=1,
        kind="first",
        revision=revision,
        content=revision.content,
        digest=revision.digest,
        published_at=revision.at,
        published_by=revision.by,
        fanned_out_at=revision.at,
    )


def _link(on: Props, releases: list[Release], editions: list[Edition]) -> None:
    """The rows by which pages of bylines and topics find editions."""
    topics = {topic.name: topic for topic in on.topics}
    pairs = list(zip(releases, editions, strict=True))
    Edition.contributors.through.objects.bulk_create(
        Edition.contributors.through(edition=edition, contributor=on.bylines[release.facility_id])
        for release, edition in pairs
    )
    Edition.topics.through.objects.bulk_create(
        Edition.topics.through(edition=edition, topic=topics[name])
        for _release, edition in pairs
        for name in json.loads(edition.content)["topics"]
    )
