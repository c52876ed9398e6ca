"""Pictures: refuse what is no photo, keep the rest upright, in sRGB and without metadata.

``read`` turns an upload into an ``Upright``: a JPEG made anew from pixels alone, so nothing of the
original bytes (EXIF, GPS, XMP, IPTC, comments, thumbnails, appended archives) can survive.
``renditions`` makes the files that readers and outlets get from it.
"""

from .reading import Upright, read
from .refusals import Animated, Broken, Disguised, NotAPhoto, TooHeavy, TooLarge, TooSmall, Unusable
from .renditions import CONTENT_TYPES, OUTLET_WIDTH, Made, renditions
from .sniffing import Claim, Limits

__all__ = [
    "CONTENT_TYPES",
    "OUTLET_WIDTH",
    "Animated",
    "Broken",
    "Claim",
    "Disguised",
    "Limits",
    "Made",
    "NotAPhoto",
    "TooHeavy",
    "TooLarge",
    "TooSmall",
    "Unusable",
    "Upright",
    "read",
    "renditions",
]
