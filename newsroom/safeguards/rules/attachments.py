"""Documents and sound that nobody but a person can look into.

What stands in a document's words the other rules judge. A picture or a voice makes known who
somebody is (UU 27/2022 art. 4; of a child UU 11/2012 arts. 19 and 97), and no rule can see it.
"""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.gate import child_gate
from newsroom.safeguards.matter import AttachmentState, Matter

_OF_A_PERSON = "UU 27/2022 art. 4"
_OF_A_CHILD = "UU 11/2012 arts. 19, 97"


def attachments(matter: Matter) -> Iterator[Finding]:
    """A title for each; and a word of warning, a signature or a block where rules are blind."""
    gate = bool(matter.attachments) and child_gate(matter)
    for number, one in enumerate(matter.attachments):
        place = f"attachments.{number}"
        told = _of_children(one) if gate else _of_anybody(one)
        if told is not None:
            level, rule, reason = told
            yield Finding(
                rule=rule,
                group=Group.PHOTOS,
                level=level,
                place=place,
                reason=reason,
                source=_OF_A_CHILD if gate else _OF_A_PERSON,
                # A fingerprint of its own: an answer holds for this very file.
                context=one.checksum,
                final=level == Level.BLOCK,
            )


_Told = tuple[Level, str, str | Promise]


def _of_children(one: AttachmentState) -> _Told | None:
    if one.spoken:
        return Level.SIGN_OFF, "voice_of_children", _(
            "A voice can be known. Listen to this recording to its end: no child may be heard or "
            "named in it."
        )  # fmt: skip
    if one.pictures:
        return Level.BLOCK, "pictures_of_children", _(
            "This document holds pictures, in which nobody can cover a face. Save it without "
            "pictures, and upload its photos as photos."
        )  # fmt: skip
    if not one.readable:
        return Level.BLOCK, "words_of_children", _(
            "This document holds no words that can be checked. Attach a document with text "
            "instead of a scan."
        )  # fmt: skip
    return None


def _of_anybody(one: AttachmentState) -> _Told | None:
    if one.spoken:
        return Level.WARNING, "voice_not_heard", _(
            "No check can listen. Hear this recording to its end before you send it on."
        )  # fmt: skip
    if not one.readable:
        return Level.SIGN_OFF, "scan_not_read", _(
            "This document is a picture of paper, so no check could read it. Read every page of it."
        )  # fmt: skip
    if one.pictures:
        return Level.WARNING, "pictures_not_seen", _(
            "This document holds pictures. Does anybody's face or number show in them?"
        )  # fmt: skip
    return None
