"""Draws places without people, for samples that must show nobody."""

from random import Random

from PIL import Image, ImageDraw


def wall(width: int, height: int) -> Image.Image:
    """A plain wall in changing light."""
    light = Image.linear_gradient("L").resize((width, height))
    bright, dim = (Image.new("RGB", (width, height), one) for one in ("#b9c4b4", "#93a3a0"))
    return Image.composite(bright, dim, light)


def leaves(width: int, height: int) -> Image.Image:
    """A hedge: ovals of many greens."""
    chance = Random(5)  # noqa: S311 - the same hedge in each run
    picture = Image.new("RGB", (width, height), "#2f5d34")
    brush = ImageDraw.Draw(picture)
    for _leaf in range(width * height // 300):
        x, y = chance.randrange(width), chance.randrange(height)
        across, down = chance.randrange(8, 40), chance.randrange(6, 26)
        green = (chance.randrange(40, 120), chance.randrange(90, 190), chance.randrange(40, 110))
        brush.ellipse((x, y, x + across, y + down), fill=green)
    return picture


def bars(width: int, height: int) -> Image.Image:
    """A fence before the sky."""
    picture = wall(width, height)
    brush = ImageDraw.Draw(picture)
    for x in range(0, width, 46):
        brush.rectangle((x, 0, x + 14, height), fill="#5a5f63")
    for y in (height // 5, height * 4 // 5):
        brush.rectangle((0, y, width, y + 22), fill="#4a4f53")
    return picture


def bricks(width: int, height: int) -> Image.Image:
    """A wall of bricks, mortar between."""
    chance = Random(6)  # noqa: S311 - the same wall in each run
    picture = Image.new("RGB", (width, height), "#cfc6ba")
    brush = ImageDraw.Draw(picture)
    for row, y in enumerate(range(0, height, 32)):
        for x in range(-40 * (row % 2), width, 80):
            red = chance.randrange(140, 185)
            brush.rectangle((x + 2, y + 2, x + 76, y + 28), fill=(red, red // 2, red // 3))
    return picture
