"""Whoever can be recognised in a photo agreed to it, is on duty, or cannot be recognised.

A face is specific personal data (UU 27/2022 art. 4); of a child in conflict with the law it is part
of the identity that stays secret (UU 11/2012 art. 19; Peraturan Dewan Pers 1/2019).
"""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.gate import child_gate
from newsroom.safeguards.matter import Matter, PhotoState

_OF_A_PERSON = "UU 27/2022 art. 4"
_OF_A_CHILD = "UU 11/2012 arts. 19, 97"
#: What lets a face be seen where children may be in the picture: adults on duty.
_ADULTS = frozenset({"staff", "public_figure"})


def faces(matter: Matter) -> Iterator[Finding]:
    """Blocks for photos not searched and faces not answered; a question where letters are seen.

    In the child gate a face that nobody has answered for is blurred, so it needs no answer; one
    that is shown must be an adult on duty.
    """
    gate = bool(matter.photos) and child_gate(matter)
    for number, photo in enumerate(matter.photos):
        place = f"photos.{number}.faces"
        if not photo.searched:
            yield _block(place, "faces_not_searched", _unsearched(photo))
            continue
        unlawful = sum(answer not in _ADULTS | {"", "blur"} for answer in photo.faces)
        if gate and unlawful:
            yield _block(place, "faces_of_children", _not_adults(unlawful), _OF_A_CHILD)
        unanswered = photo.faces.count("")
        if unanswered and not gate:
            yield _block(place, "faces_unanswered", _unanswered(unanswered))
        if photo.lettering and not photo.lettering_seen:
            yield _letters(f"photos.{number}.lettering", photo.lettering)


def _unsearched(photo: PhotoState) -> Promise:
    if photo.given_up:
        return _("Faces could not be looked for in this photo. Mark each face, then confirm.")
    return _("Faces are still being looked for in this photo. Try again in a moment.")


def _unanswered(count: int) -> str:
    words = ngettext_lazy(
        "%(count)d face in this photo is not answered yet: staff, public figure, consent, or blur.",
        "%(count)d faces in this photo are not answered yet: staff, public figure, consent, "
        "or blur.",
        "count",
    )
    return words % {"count": count}


def _not_adults(count: int) -> str:
    words = ngettext_lazy(
        "%(count)d face is shown by consent. Where children may be in the picture only adult "
        "staff and public figures are shown: blur it.",
        "%(count)d faces are shown by consent. Where children may be in the picture only adult "
        "staff and public figures are shown: blur them.",
        "count",
    )
    return words % {"count": count}


def _block(place: str, rule: str, reason: str | Promise, source: str = _OF_A_PERSON) -> Finding:
    return Finding(
        rule=rule,
        group=Group.PHOTOS,
        level=Level.BLOCK,
        place=place,
        reason=reason,
        source=source,
        final=True,
    )


def _letters(place: str, count: int) -> Finding:
    return Finding(
        rule="lettering_not_read",
        group=Group.PHOTOS,
        level=Level.WARNING,
        place=place,
        reason=_(
            "There may be writing in this photo. Does a name board or a document in it tell "
            "something that must not be known?"
        ),
        context=str(count),
    )
