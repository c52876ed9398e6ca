"""The nouns of the editorial road."""

from .photos import Photo, Rendition
from .records import Approval, AuditHead, Edition, Revision, Transition
from .releases import Release, Risk, Status, Topic

__all__ = [
    "Approval",
    "AuditHead",
    "Edition",
    "Photo",
    "Release",
    "Rendition",
    "Revision",
    "Risk",
    "Status",
    "Topic",
    "Transition",
]
