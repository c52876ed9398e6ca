"""The plain values between engine, formats and transports, and the words for trouble.

Formats make a Document from a Story; the engine wraps it in a Parcel; a transport carries the
parcel and answers with Placed, or raises TryLater or Refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Document:
    """Rendered bytes and their media type."""

    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A photo that travels with a parcel: JPEG bytes without metadata, and its texts."""

    file_name: str
    content_type: str
    body: bytes
    caption: str
    credit: str
    alt: str


@dataclass(frozen=True, slots=True)
class Parcel:
    """A document with its key and what it replaces.

    ``key`` is the same on every attempt of one delivery and holds letters, digits and hyphens
    only. ``replaces`` is the outlet's own id of the item, empty where it has none yet, and
    ``replaces_url`` its public address there; ``media`` are the entries of the last Placed.media,
    as they were. ``uncertain``: an earlier attempt may have arrived without our hearing of it, so
    find before creating. ``withdraws``: take it back.
    """

    key: str
    event: str
    occurred_at: datetime
    guid: str
    number: int
    document: Document
    headline: str
    slug: str
    summary: str
    source_url: str
    enclosures: tuple[Enclosure, ...] = ()
    replaces: str = ""
    replaces_url: str = ""
    media: tuple[str, ...] = ()
    uncertain: bool = False
    withdraws: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """The outlet's word that it has the parcel (or has removed the item).

    ``media`` is for the next parcel's transport only: one entry a picture, in its own writing.
    ``note`` says in Indonesian what a person should know, such as "menunggu redaksi".
    ``removal_verified`` is True once a withdrawn item was seen to be gone.
    """

    remote_id: str
    remote_url: str = ""
    media: tuple[str, ...] = ()
    note: str = ""
    removal_verified: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """One field of a transport's form at the desk. ``secret`` ones are stored encrypted.

    ``label`` and ``help_text`` are texts or Django's promises of one (this module knows no Django).
    """

    name: str
    label: Any
    help_text: Any = ""
    secret: bool = False
    required: bool = True


class TryLater(Exception):
    """The road is closed for now. ``after`` is how long the outlet asked us to wait.

    ``uncertain``: the parcel may have arrived all the same (a time-out after sending).
    """

    def __init__(
        self,
        reason: str,
        *,
        after: timedelta | None = None,
        uncertain: bool = False,
        status: int | None = None,
    ) -> None:
        super().__init__(reason)
        self.after = after
        self.uncertain = uncertain
        self.status = status


class Refused(Exception):
    """They will never take it as it is; a person must look.

    ``gone``: the address itself is closed for good (HTTP 410), so stop using the destination.
    """

    def __init__(self, reason: str, *, gone: bool = False, status: int | None = None) -> None:
        super().__init__(reason)
        self.gone = gone
        self.status = status


@dataclass(frozen=True, slots=True)
class TryOut:
    """What a live check of a destination's settings found, in Indonesian."""

    works: bool
    message: str
    hints: tuple[str, ...] = field(default=())


class Transport(Protocol):
    """How parcels are carried. Built anew for each delivery from a destination's settings.

    ``carries_enclosures``: it uploads photos itself, so the engine reads them into the parcel.
    ``verifies_removal``: it can see for itself that a withdrawn item is gone. A withdrawal by such
    a transport stays open until ``Placed.removal_verified``; by any other only where the outlet
    named a page to look at (``Placed.remote_url``), else its acceptance counts as its word.
    ``accepts``: media types of documents it can carry; none given: every one.
    """

    slug: str
    label: str
    settings: tuple[Setting, ...]
    accepts: tuple[str, ...]
    carries_enclosures: bool
    verifies_removal: bool

    def __init__(self, settings: Mapping[str, str]) -> None:
        """Plain and secret settings by name, secrets already opened."""

    def place(self, parcel: Parcel) -> Placed:
        """Carry the parcel within 30 s in all; raises TryLater or Refused."""

    def try_out(self) -> TryOut:
        """Check address and credentials against the live outlet without placing anything."""
