"""A text that can be read on a phone: long enough to tell the story, in short paragraphs."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter

#: Words of a paragraph that still fits a phone's screen; of lead and text together at the least.
LONGEST, SHORTEST = 120, 80
MOST = 2
_PARAGRAPH = re.compile(r"[^\n]+")
_SOURCE = "Gaya siaran pers"


def paragraphs(matter: Matter) -> Iterator[Finding]:
    """A suggestion for a wall of text (the first two), and one for a text that says too little."""
    body = matter.reading("body")
    if body is None:
        return
    walls = [one for one in _PARAGRAPH.finditer(body.clear) if len(one[0].split()) > LONGEST]
    for wall in walls[:MOST]:
        yield body.finding(
            wall.span(),
            rule="paragraph_length",
            group=Group.LANGUAGE,
            level=Level.SUGGESTION,
            reason=_("This paragraph is long; divide it so that it can be read on a phone."),
            source=_SOURCE,
        )
    lead = matter.reading("lead")
    words = len(body.clear.split()) + (len(lead.clear.split()) if lead else 0)
    if words < SHORTEST:
        yield body.whole(
            rule="text_length",
            group=Group.LANGUAGE,
            level=Level.SUGGESTION,
            reason=_("The text is short (%(words)d words): say why it matters, and quote somebody.")
            % {"words": words},
            source=_SOURCE,
        )
