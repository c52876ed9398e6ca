"""Gives the newest generated releases a photo each, as real ones have; only rows, no files."""

import json
from datetime import datetime

from newsroom.lib.images.renditions import OUTLET_WIDTH, WIDTHS
from newsroom.releases.content import canonical, digest_of
from newsroom.releases.models import Edition, Photo, Release, Rendition

#: More than a page of any list shows; pages are measured on the newest releases.
NEWEST = 60


def illustrate(*, at: datetime) -> None:
    """One photo with all its renditions for each of the newest releases that has none."""
    newest = Release.objects.readable().newest().select_related("live_edition")[:NEWEST]
    for release in newest:
        if release.live_edition is not None and not release.photos.exists():
            _show(_photo(release, at), release.live_edition)


def _photo(release: Release, at: datetime) -> Photo:
    photo = Photo.objects.create(
        release=release,
        file=f"bench/{release.pk}.jpg",
        checksum="0" * 64,
        width=1600,
        height=1067,
        token=f"{release.pk:032x}",
        public_since=at,
        rendered_at=at,
        render_due_at=at,
        faces_due_at=at,
        faces_searched_at=at,
        uploaded_at=at,
    )
    sizes = [(one, width) for one in ("avif", "webp", "jpg") for width in WIDTHS]
    Rendition.objects.bulk_create(
        Rendition(
            photo=photo,
            extension=extension,
            width=width,
            height=width * 2 // 3,
            size=width * 100,
            file=f"bench/{release.pk}-{width}.{extension}",
        )
        for extension, width in [*sizes, ("jpg", OUTLET_WIDTH)]
    )
    return photo


def _show(photo: Photo, edition: Edition) -> None:
    content = json.loads(edition.content)
    words = {"caption": "Warga binaan di kebun.", "credit": "Humas", "alt": "Kebun sayur."}
    facts = {"id": photo.pk, "checksum": photo.checksum, "focal": [0.5, 0.5]}
    text = canonical({**content, "photos": [{**facts, **words}]})
    Edition.objects.filter(pk=edition.pk).update(content=text, digest=digest_of(text))
