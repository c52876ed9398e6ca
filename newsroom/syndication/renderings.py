"""An edition written in a format, once."""

from datetime import datetime

from newsroom.lib.isolation import isolated
from newsroom.releases.content import story_of
from newsroom.releases.models import Edition
from newsroom.releases.story import Story

from .formats import FORMATS
from .models import Rendering
from .parcels import Document


def rendered(edition: Edition, story: Story, format: str, *, at: datetime) -> Rendering:
    """The edition in the format, not saved. A format's bug becomes the rendering's ``error``."""
    rendering = Rendering(edition=edition, format=format, body=b"", made_at=at)
    answer = isolated(lambda: FORMATS[format]().render(story), name=f"Format {format}")
    if isinstance(answer, Document):
        rendering.content_type = answer.content_type
        rendering.body = answer.body
    else:
        rendering.error = f"{type(answer).__name__}: {answer}"
    return rendering


def rendering_for(edition: Edition, format: str, *, at: datetime) -> Rendering:
    """The kept rendering; made anew where there is none or the kept one failed.

    So a delivery can be tried again after the format was mended, or after the destination took
    another format.
    """
    kept = Rendering.objects.filter(edition=edition, format=format).first()
    if kept is not None and not kept.error:
        return kept
    fresh = rendered(edition, story_of(edition), format, at=at)
    found, _made = Rendering.objects.update_or_create(
        edition=edition,
        format=format,
        defaults={
            "content_type": fresh.content_type,
            "body": fresh.body,
            "error": fresh.error,
            "made_at": at,
        },
    )
    return found
