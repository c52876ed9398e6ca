"""How a story is written: each format is one pure class, listed here."""

from typing import Protocol

from newsroom.releases.story import Story
from newsroom.syndication.parcels import Document

from .html import Html
from .ninjs import Ninjs


class Format(Protocol):
    """Writes a story. Pure: the same story always gives the same bytes.

    ``note`` tells staff in Indonesian what an outlet receives.
    """

    slug: str
    label: str
    note: str
    content_type: str

    def render(self, story: Story) -> Document:
        """The story as this format writes it."""


FORMATS: dict[str, type[Format]] = {one.slug: one for one in (Ninjs, Html)}
