"""Documents and sound attached to releases at will."""

import io
from typing import Any

from newsroom.lib import documents
from newsroom.lib.documents import Bare
from newsroom.releases import actions
from newsroom.releases.models import Attachment, Release
from tests.lib.documents import pages, sounds
from tests.world import World

WORDS = "Susunan acara panen raya di kebun pada hari Senin."


def paper(words: str = WORDS, *, pictured: bool = False) -> Bare:
    """A PDF that says something."""
    made = pages.writer(words)
    if pictured:
        pages.with_image(made, pages.image(pages.photo()))
    return documents.read(io.BytesIO(pages.written(made)), bytes_most=1 << 24)


def voice() -> Bare:
    """A voice note."""
    return documents.read(io.BytesIO(sounds.opus()), bytes_most=1 << 24)


def attach(world: World, release: Release, bare: Bare | None = None, **options: Any) -> Attachment:
    """An attachment with a title."""
    options = {"title": "Susunan acara", "by": release.author, "at": world.tick(), **options}
    return actions.attach_document(release, bare or paper(), **options)


def published(world: World, bare: Bare | None = None, **options: Any) -> Attachment:
    """An attachment that readers can take along."""
    release = world.draft()
    row = attach(world, release, bare, **options)
    release = actions.submit(release, by=release.author, at=world.tick())
    actions.publish(world.approve(release), by=world.national, at=world.tick())
    row.refresh_from_db()
    return row
