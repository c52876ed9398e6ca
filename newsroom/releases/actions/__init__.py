"""The verbs of the editorial road. Each locks, checks, changes, records and announces, in order.

Every step takes the release, who acts (``by``) and when (``at``), returns the release as it then
stands, and raises a ``Refusal`` (newsroom.releases.refusals) that says what to do instead.
"""

from .answering import accept, dismiss, overrule
from .attaching import attach_document, remove_document, title_document
from .editing import Declared, create, revise
from .illustrating import Words, arrange, attach, describe, remove
from .marking import Mark, answer_all, confirm_faces, mark_faces, see_lettering
from .pausing import hold, resume, revive, spike
from .publication import (
    correct,
    countersign,
    discard_change,
    publish,
    publish_scheduled,
    publish_urgently,
    schedule,
    unschedule,
    update,
    withdraw,
)
from .review import Signature, approve, recall, send_back, submit

__all__ = [
    "Declared",
    "Mark",
    "Signature",
    "Words",
    "accept",
    "answer_all",
    "approve",
    "arrange",
    "attach",
    "attach_document",
    "confirm_faces",
    "correct",
    "countersign",
    "create",
    "describe",
    "discard_change",
    "dismiss",
    "hold",
    "mark_faces",
    "overrule",
    "publish",
    "publish_scheduled",
    "publish_urgently",
    "recall",
    "remove",
    "remove_document",
    "resume",
    "revise",
    "revive",
    "schedule",
    "see_lettering",
    "send_back",
    "spike",
    "submit",
    "title_document",
    "unschedule",
    "update",
    "withdraw",
]
