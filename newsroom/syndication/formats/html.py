"""A self-contained fragment of HTML for WordPress and the like."""

from newsroom.lib.html import clean
from newsroom.releases.story import Story
from newsroom.syndication.parcels import Document

from . import wording
from .wording import escaped


class Html:
    """Dateline, text, attachments, corrections, byline, link to the source; no headline, no photos.

    Headline and pictures have places of their own at the outlet; the transport carries them.
    """

    slug = "html"
    label = "HTML"
    note = "Isi berita siap tayang: dateline, teks, lampiran, ralat, penulis, dan tautan ke sumber."
    content_type = "text/html"

    def render(self, story: Story) -> Document:
        """A fragment of the short allow-list in UTF-8. A withdrawal leaves only its notice."""
        if story.kind == "withdrawal":
            parts = [_paragraph(wording.withdrawal(story)), _source(story)]
        else:
            notes = [f"<p><em>{escaped(one)}</em></p>" for one in wording.changes(story)]
            signed = _paragraph(f"Kontributor: {wording.byline(story)}")
            parts = [_opened(story), *_attached(story), *notes, signed, _source(story)]
        return Document(self.content_type, clean("\n".join(parts)).encode())


def _opened(story: Story) -> str:
    """The text with the dateline at the head of its first paragraph."""
    head = f"<strong>{escaped(wording.dateline(story))}</strong> — "
    text = wording.text(story)
    if text.startswith("<p>"):
        return f"<p>{head}{text.removeprefix('<p>')}"
    return f"<p>{head.strip()}</p>\n{text}"


def _attached(story: Story) -> list[str]:
    """Links to documents and sound, which stay with us: a withdrawal then reaches them too."""
    links = [
        f'<li><a href="{escaped(one.url)}">{escaped(one.title)}</a> ({one.format}, '
        f"{wording.weight(one.size)})</li>"
        for one in story.attachments
        if one.url
    ]
    return ["<p>Lampiran:</p>", f"<ul>{''.join(links)}</ul>"] if links else []


def _source(story: Story) -> str:
    facility = escaped(story.place.facility)
    return f'<p>Sumber: <a href="{escaped(story.url)}">siaran pers {facility}</a></p>'


def _paragraph(words: str) -> str:
    return f"<p>{escaped(words)}</p>"
