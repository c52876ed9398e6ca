"""The nouns of the editorial road."""

from .attachments import Attachment
from .faces import Face, OriginalView
from .judgements import Answer, Inspection
from .people import Part, Person
from .photos import Photo, Rendition
from .records import Approval, AuditHead, Edition, Revision, Transition
from .releases import Release, Risk, Status, Topic

__all__ = [
    "Answer",
    "Approval",
    "Attachment",
    "AuditHead",
    "Edition",
    "Face",
    "Inspection",
    "OriginalView",
    "Part",
    "Person",
    "Photo",
    "Release",
    "Rendition",
    "Revision",
    "Risk",
    "Status",
    "Topic",
    "Transition",
]
