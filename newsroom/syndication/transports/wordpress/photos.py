"""A parcel's photos in a site's media library: brought once, kept on updates, removed with it."""

import contextlib
import hashlib
import html
from dataclasses import dataclass
from typing import Self

from newsroom.lib.http import Answer
from newsroom.syndication.parcels import Enclosure, Parcel, Refused, TryLater
from newsroom.syndication.transports.errand import public_address

from .site import Denied, Item, Site

_EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
_UPLOADED_ALL_THE_SAME = "x-wp-upload-attachment-id"


@dataclass(frozen=True, slots=True)
class Held:
    """A photo the site holds: its id there, the checksum of the bytes, its public address."""

    remote_id: str
    checksum: str
    url: str

    @classmethod
    def read(cls, entry: str) -> Self:
        """From an entry of Placed.media: id, checksum and address with spaces between."""
        remote_id, checksum, url = (*entry.split(" ", 2), "", "")[:3]
        return cls(remote_id, checksum, url)

    def __str__(self) -> str:
        return f"{self.remote_id} {self.checksum} {self.url}".rstrip()


class Photos:
    """The photos of one parcel on one site."""

    def __init__(self, site: Site, parcel: Parcel) -> None:
        self._site = site
        self._parcel = parcel
        self._before = [Held.read(entry) for entry in parcel.media]
        self._new: list[Held] = []
        self.here: list[Held] = []
        self.forbidden = False

    def bring(self) -> None:
        """Have every enclosure in the library with its texts; what is there already is used.

        An account that may not upload brings none: ``forbidden`` is True then.
        """
        try:
            for one in self._parcel.enclosures:
                held = self._kept(one) or self._found(one) or self._upload(one)
                self.here.append(held)
                self._site.post(f"media/{held.remote_id}", _texts(one))
        except Denied as denied:
            if denied.code != "rest_cannot_create" or denied.status == 401:
                raise
            self.forbidden = True

    def drop_old(self) -> bool:
        """Remove what an earlier edition showed and this one does not; False where forbidden."""
        kept = {held.remote_id for held in self.here}
        return self._remove([one.remote_id for one in self._before if one.remote_id not in kept])

    def discard(self) -> None:
        """Take back what this attempt uploaded, as the post was refused. Best effort."""
        with contextlib.suppress(TryLater, Refused):
            self._remove([held.remote_id for held in self._new])

    def remove_all(self) -> bool:
        """Remove every photo of the release, also those whose receipt never reached us.

        False where the account may not.
        """
        tag = _tag(self._parcel)
        found = self._site.get("media", search=tag, per_page="50")
        ours = [str(one["id"]) for one in found if tag in str(one.get("slug", ""))]
        return self._remove([*(held.remote_id for held in self._before), *ours])

    def _remove(self, remote_ids: list[str]) -> bool:
        """Remove for good (the library has no trash). One that is gone already is fine."""
        for remote_id in dict.fromkeys(remote_ids):
            try:
                self._site.delete(f"media/{remote_id}", force="true")
            except Denied as denied:
                if denied.status == 403:
                    return False
                if denied.status not in {404, 410}:
                    raise
        return True

    def _kept(self, photo: Enclosure) -> Held | None:
        checksum = _checksum(photo)
        return next((held for held in self._before if held.checksum == checksum), None)

    def _found(self, photo: Enclosure) -> Held | None:
        """The photo an earlier attempt may have uploaded; its name tells release and bytes."""
        if not self._parcel.uncertain:
            return None
        stem = self._stem(photo)
        found = self._site.get("media", slug=stem)
        return next((_held(one, photo) for one in found if one.get("slug") == stem), None)

    def _upload(self, photo: Enclosure) -> Held:
        extension = _EXTENSIONS.get(photo.content_type, "jpg")
        headers = {
            "Content-Type": photo.content_type,
            "Content-Disposition": f'attachment; filename="{self._stem(photo)}.{extension}"',
        }
        answer = self._site.send("POST", "media", headers=headers, body=photo.body)
        half_done = answer.header(_UPLOADED_ALL_THE_SAME)
        item = self._rescued(half_done, answer) if half_done else self._site.read(answer)
        held = _held(item, photo)
        self._new.append(held)
        return held

    def _rescued(self, remote_id: str, answer: Answer) -> Item:
        """A photo whose smaller sizes the site failed to make: let it try once more, or remove it.

        This is what WordPress asks of clients that see its X-WP-Upload-Attachment-ID.
        """
        if not remote_id.isdigit() or answer.accepted:
            return dict(self._site.read(answer))
        try:
            return self._site.post(
                f"media/{remote_id}/post-process", {"action": "create-image-subsizes"}
            )
        except (TryLater, Refused):
            self._remove([remote_id])
            raise

    def _stem(self, photo: Enclosure) -> str:
        return f"{_tag(self._parcel)}-{_checksum(photo)}"


def _tag(parcel: Parcel) -> str:
    return f"wartapas-{parcel.guid.rpartition(':')[2].replace('-', '')}"


def _checksum(photo: Enclosure) -> str:
    return hashlib.sha256(photo.body).hexdigest()[:16]


def _held(item: Item, photo: Enclosure) -> Held:
    return Held(str(item["id"]), _checksum(photo), public_address(item.get("source_url")))


def photo_caption(photo: Enclosure) -> str:
    """Caption and credit as HTML."""
    credit = f" ({photo.credit})" if photo.credit else ""
    return html.escape(photo.caption + credit, quote=False)


def _texts(photo: Enclosure) -> Item:
    return {"alt_text": photo.alt, "caption": photo_caption(photo)}
