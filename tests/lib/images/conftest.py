"""Short hands for the tests of pictures."""

import io
from collections.abc import Callable

import pytest
from PIL import Image

from newsroom.lib import images

Pixel = tuple[int, int, int]


@pytest.fixture
def limits() -> images.Limits:
    """The product's own limits."""
    return images.Limits(bytes_most=25 * 1024 * 1024, pixels_most=40_000_000)


@pytest.fixture
def read(limits: images.Limits) -> Callable[..., images.Upright]:
    """Read bytes as an upload of that name and content type."""

    def reading(content: bytes, name: str = "", content_type: str = "") -> images.Upright:
        return images.read(io.BytesIO(content), limits, images.Claim(name, content_type))

    return reading


@pytest.fixture
def shown() -> Callable[[bytes], Image.Image]:
    """The decoded picture."""
    return lambda content: Image.open(io.BytesIO(content)).convert("RGB")
