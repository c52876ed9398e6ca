"""Pictures for tests of faces: drawn people of nobody, on walls, fences and leaves."""

from PIL import Image, ImageDraw, ImageFont

from newsroom.lib.images import Box
from newsroom.workshop.samples.portraits import Scene, place
from newsroom.workshop.samples.scenery import bars, bricks, leaves, wall
from tests.lib.images import samples

__all__ = ["bars", "board", "boxes", "bricks", "grain", "grid", "jpeg", "leaves", "samples", "wall"]


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
