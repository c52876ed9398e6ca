"""How a story is written: each format is one pure class, listed here."""

from typing import Protocol

from newsroom.releases.story import Story
from newsroom.syndication.parcels import Document


class Format(Protocol):
    """Writes a story. Pure: the same story always gives the same bytes."""

    slug: str
    label: str

    def render(self, story: Story) -> Document:
        """The story as this format writes it."""


FORMATS: dict[str, type[Format]] = {}
