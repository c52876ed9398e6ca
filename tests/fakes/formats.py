"""Formats for tests: one that writes a few lines, one that always breaks."""

from newsroom.releases.story import Story
from newsroom.syndication.parcels import Document


class Lines:
    """Headline, lead and status on lines of their own."""

    slug = label = note = "lines"
    content_type = "text/plain"

    def render(self, story: Story) -> Document:
        """Plain text in UTF-8."""
        lines = [story.headline, story.lead, story.pubstatus]
        return Document(self.content_type, "\n".join(lines).encode())


class Broken:
    """A format with a bug."""

    slug = label = note = "broken"
    content_type = "text/plain"

    def render(self, story: Story) -> Document:
        """Never comes to an end."""
        raise ZeroDivisionError(story.guid)
