"""Pictures for tests of faces: drawn people of nobody, on walls, fences and leaves."""

from random import Random

from PIL import Image, ImageDraw, ImageFont

from newsroom.lib.images import Box
from newsroom.workshop.samples.portraits import Scene, place
from tests.lib.images import samples


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


def jpeg(picture: Image.Image) -> bytes:
    """As a master is kept."""
    return samples.encoded(picture.convert("RGB"), quality=90)


def boxes(scene: Scene) -> list[Box]:
    """The faces that were drawn."""
    width, height = scene.picture.size
    return [Box(x / width, y / height, w / width, h / height) for x, y, w, h in scene.faces]


def grid(width: int, height: int, columns: int, rows: int) -> Scene:
    """So many faces, side by side."""
    across, down = width / columns, height / rows
    side = int(min(across, down) * 0.95)
    spots = [
        (int(column * across), int(row * down), side, (column * 31 + row) % 40)
        for column in range(columns)
        for row in range(rows)
    ]
    return place(wall(width, height), spots)


def board(base: Image.Image, text: str, size: int, *, tilt: float = 0, light: bool = False) -> Box:
    """Draw a board with that text on the picture; returns where it is."""
    ink, ground = ("#fdfdf6", "#1b4f8c") if light else ("#15120f", "#f2eee0")
    font = ImageFont.load_default(size)
    brush = ImageDraw.Draw(base)
    right, bottom = brush.multiline_textbbox((0, 0), text, font=font)[2:]
    plate = Image.new("RGBA", (int(right) + size, int(bottom) + size), ground)
    ImageDraw.Draw(plate).multiline_text((size / 2, size / 3), text, font=font, fill=ink)
    turned = plate.rotate(tilt, Image.Resampling.BICUBIC, expand=True)
    base.paste(turned, (120, 140), turned)
    width, height = base.size
    return Box(120 / width, 140 / height, turned.width / width, turned.height / height)


def grain(picture: Image.Image) -> Image.Image:
    """With the noise of a small sensor."""
    noise = Image.effect_noise(picture.size, 14).convert("RGB")
    return Image.blend(picture, noise, 0.12)
