"""A parcel's post on a site: found, created, updated, moved to the trash."""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any, Self

from django.utils.translation import gettext as _

from newsroom.syndication.parcels import Enclosure, Parcel, Refused
from newsroom.syndication.transports.errand import public_address

from .photos import Held, Photos, photo_caption
from .site import Denied, Item, Site

STATUSES = ("publish", "pending", "draft")
_ANY_STATUS = "publish,future,draft,pending,private"
_SLUG_LENGTH = 150


@dataclass(frozen=True, slots=True)
class Choices:
    """What the destination wants of new posts."""

    status: str
    categories: list[int]
    tags: list[int]

    @classmethod
    def read(cls, settings: Mapping[str, str]) -> Self:
        """From a destination's settings. Raises Refused where one is unusable."""
        status = settings.get("status", "").strip() or STATUSES[0]
        if status not in STATUSES:
            raise Refused(_("The status of new posts is publish, pending or draft."))
        return cls(
            status, _numbers(settings.get("categories", "")), _numbers(settings.get("tags", ""))
        )


class Posts:
    """The post of one parcel on one site."""

    def __init__(self, site: Site, parcel: Parcel, choices: Choices) -> None:
        self._site = site
        self._parcel = parcel
        self._choices = choices
        self._uuid = parcel.guid.rpartition(":")[2]

    @property
    def slug(self) -> str:
        """The release's slug and the head of its guid: nobody else's post can have it."""
        return f"{self._parcel.slug[:_SLUG_LENGTH]}-{self._uuid[:8]}"

    def held(self) -> str:
        """The id of the post to update, "" where there is none yet.

        Raises Refused where the outlet has removed the post, where it is not ours, or the account
        may not change it.
        """
        if not self._parcel.replaces:
            return self.find() if self._parcel.uncertain else ""
        try:
            post = self._site.get(f"posts/{self._parcel.replaces}", context="edit")
        except Denied as denied:
            if denied.status == 404:
                raise _removed_there(denied.status) from denied
            if denied.status == 403:
                raise _out_of_reach(denied) from denied
            raise
        if post.get("status") == "trash":
            raise _removed_there(200)
        self._refuse_strangers(post)
        return self._parcel.replaces

    def find(self) -> str:
        """The id of a post an earlier attempt may have made, "" where there is none.

        By slug; and by the mark in the text, as WordPress drops the slugs of contributors.
        """
        by_slug = self._site.get("posts", slug=self.slug, status=_ANY_STATUS)
        found = [one["id"] for one in by_slug if one.get("slug") == self.slug]
        if not found:
            by_mark = self._site.get("posts", search=self._uuid, status=_ANY_STATUS)
            found = [one["id"] for one in by_mark if self._mark in one["content"]["rendered"]]
        return str(min(found)) if found else ""

    def create(self, photos: Photos) -> Item:
        """A new post; it waits for the outlet's editors where the account may not publish."""
        fields = self._texts(photos) | {
            "slug": self.slug,
            "date_gmt": self._parcel.occurred_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
            "categories": self._choices.categories,
            "tags": self._choices.tags,
        }
        filled = {name: value for name, value in fields.items() if value != []}
        try:
            return self._site.post("posts", filled | {"status": self._choices.status})
        except Denied as denied:
            if denied.code != "rest_cannot_publish" or denied.status == 401:
                raise
        return self._site.post("posts", filled | {"status": "pending"})

    def update(self, held: str, photos: Photos) -> Item:
        """The post with this edition's text. Status, slug and categories stay the outlet's."""
        return self._site.post(f"posts/{held}", self._texts(photos))

    def trash(self, held: str) -> None:
        """Move the post to the trash, or back to a draft where the site has none.

        Raises Refused where it is not ours, or the account may not remove it.
        """
        try:
            self._refuse_strangers(self._site.get(f"posts/{held}", context="edit"))
            self._site.delete(f"posts/{held}")
        except Denied as denied:
            if denied.status in {404, 410}:
                return
            if denied.status == 403:
                raise _out_of_reach(denied) from denied
            if denied.code != "rest_trash_not_supported":
                raise
            self._site.post(f"posts/{held}", {"status": "draft"})

    def address_of(self, held: str) -> str:
        """Where readers find the post; by its number where the site no longer tells."""
        by_number = f"{self._site.url}/?p={held}"
        try:
            return self.public_url(self._site.get(f"posts/{held}")) or by_number
        except Denied:
            return by_number

    def public_url(self, post: Item) -> str:
        """The address of a published post, "" for one that waits."""
        return public_address(post.get("link")) if post.get("status") == "publish" else ""

    def note(self, post: Item) -> str:
        """What a person should know about the post as it stands now."""
        if post.get("status") == "pending":
            return _("Waiting for the outlet's editors.")
        if post.get("status") == "draft":
            return _("A draft at the outlet.")
        if post.get("status") == "future":
            return _("Scheduled at the outlet; its clock may be slow.")
        return ""

    def _refuse_strangers(self, post: Item) -> None:
        """Leave a post alone that has neither our slug nor our mark nor the address we know.

        The number we kept may be of another site: the destination's address was changed since.
        """
        content = post.get("content") or {}
        known = self._parcel.replaces_url
        ours = (
            str(post.get("slug", "")).startswith(self.slug)
            or self._mark in f"{content.get('raw', '')}{content.get('rendered', '')}"
            or (known and public_address(post.get("link")) == known)
        )
        if not ours:
            raise _not_ours()

    @property
    def _mark(self) -> str:
        return f"<!-- wartapas {self._uuid} -->"

    def _texts(self, photos: Photos) -> dict[str, Any]:
        shown = zip(photos.here, self._parcel.enclosures, strict=False)
        extra = "".join(_figure(held, photo) for held, photo in list(shown)[1:] if held.url)
        fields: dict[str, Any] = {
            "title": html.escape(self._parcel.headline, quote=False),
            "content": f"{self._parcel.document.body.decode()}\n{extra}{self._mark}",
            "excerpt": html.escape(self._parcel.summary, quote=False),
        }
        if not photos.forbidden:
            fields["featured_media"] = int(photos.here[0].remote_id) if photos.here else 0
        return fields


def _figure(held: Held, photo: Enclosure) -> str:
    image = f'<img src="{html.escape(held.url)}" alt="{html.escape(photo.alt)}">'
    return f"<figure>{image}<figcaption>{photo_caption(photo)}</figcaption></figure>\n"


def _numbers(words: str) -> list[int]:
    numbers = [word.strip() for word in words.split(",") if word.strip()]
    if not all(word.isascii() and word.isdigit() for word in numbers):
        raise Refused(_("Categories and tags are numbers divided by commas, such as 4, 12."))
    return [int(word) for word in numbers]


def _removed_there(status: int) -> Refused:
    reason = _("The outlet has removed this item itself. Please ask them before sending it again.")
    return Refused(reason, status=status)


def _not_ours() -> Refused:
    reason = _(
        "The post with this number at the outlet is not ours, so it was left alone. Please check "
        "whether the destination's address was changed."
    )
    return Refused(reason)


def _out_of_reach(denied: Denied) -> Refused:
    reason = _(
        "The account may no longer change this item, as the outlet's editors have taken it over. "
        "Please ask them to do it. (%(code)s)"
    )
    return Refused(reason % {"code": denied.code}, status=denied.status)
