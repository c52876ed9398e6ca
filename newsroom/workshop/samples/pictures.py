"""Draws the sample pictures, so that the demo shows photos of nobody."""

from collections.abc import Callable
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from newsroom.lib.images import Upright
from newsroom.releases.photos import read

_SIZE = (1600, 1067)
_Brush = ImageDraw.ImageDraw


def draw(name: str) -> Upright:
    """One of garden, hall, books, network, craft; read the way an upload is read."""
    sky, scene = _SCENES[name]
    image = _gradient(*sky)
    scene(ImageDraw.Draw(image))
    file = BytesIO()
    image.save(file, "JPEG", quality=92)
    return read(SimpleUploadedFile(f"{name}.jpg", file.getvalue(), "image/jpeg"))


def _gradient(top: str, bottom: str) -> Image.Image:
    mask = Image.linear_gradient("L").resize(_SIZE)
    return Image.composite(Image.new("RGB", _SIZE, bottom), Image.new("RGB", _SIZE, top), mask)


def _garden(brush: _Brush) -> None:
    for shelf in range(3):
        y = 360 + shelf * 230
        brush.rectangle((120, y, 1480, y + 26), fill="#f4efe6")
        for plant in range(15):
            x = 170 + plant * 88
            tall = 70 + (plant * 37 + shelf * 53) % 46
            brush.ellipse((x - 44, y - tall, x + 6, y + 4), fill="#4f8a4c")
            brush.ellipse((x - 8, y - tall - 14, x + 44, y + 4), fill="#6aa84f")
    brush.rectangle((120, 300, 140, 1067), fill="#d8cfbf")
    brush.rectangle((1460, 300, 1480, 1067), fill="#d8cfbf")


def _hall(brush: _Brush) -> None:
    brush.rectangle((420, 140, 1180, 500), fill="#f4efe6")
    brush.rectangle((450, 170, 1150, 470), fill="#2a7f8c")
    brush.ellipse((700, 220, 900, 420), fill="#f2c14e")
    for row in range(4):
        y = 620 + row * 110
        for seat in range(9 + row):
            x = 800 + (seat - (8 + row) / 2) * (120 + row * 18)
            brush.rounded_rectangle((x - 42, y, x + 42, y + 84), 16, fill="#7a3e2b")
            brush.rectangle((x - 36, y + 60, x + 36, y + 84), fill="#5c2d1f")


def _books(brush: _Brush) -> None:
    brush.rectangle((980, 120, 1420, 620), fill="#fdf6e3")
    brush.rectangle((1190, 120, 1206, 620), fill="#b08968")
    brush.rectangle((0, 820, 1600, 1067), fill="#b08968")
    colours = ("#9b2226", "#005f73", "#ee9b00", "#386641", "#6d597a")
    for place, colour in enumerate(colours):
        y = 750 - place * 84
        x = 260 + (place * 47) % 90
        brush.rounded_rectangle((x, y, x + 560, y + 74), 10, fill=colour)
        brush.rectangle((x + 40, y + 14, x + 54, y + 60), fill="#f4efe6")


def _network(brush: _Brush) -> None:
    points = [
        (110 + i % 6 * 276 + i * 53 % 90, 130 + i // 6 * 250 + i * 71 % 130) for i in range(24)
    ]
    for first in range(len(points)):
        for second in (first + 1, first + 6, first + 7):
            if second < len(points) and abs(points[first][0] - points[second][0]) < 420:
                brush.line((points[first], points[second]), fill="#2a7f8c", width=4)
    for place, (x, y) in enumerate(points):
        size = 14 + place % 4 * 8
        brush.ellipse((x - size, y - size, x + size, y + size), fill="#f2c14e")


def _craft(brush: _Brush) -> None:
    brush.rectangle((0, 760, 1600, 1067), fill="#8c5a3c")
    brush.rectangle((160, 240, 900, 860), fill="#3d1f14")
    for row in range(6):
        for column in range(7):
            x, y = 190 + column * 104, 270 + row * 98
            brush.ellipse((x, y, x + 78, y + 78), outline="#e0a458", width=8)
            brush.ellipse((x + 26, y + 26, x + 52, y + 52), fill="#c8553d")
    for loaf in range(3):
        x = 980 + loaf * 180
        brush.ellipse((x, 700, x + 230, 850), fill="#d9933d")
        brush.arc((x + 40, 715, x + 190, 830), 200, 340, fill="#f4d8a4", width=10)


_SCENES: dict[str, tuple[tuple[str, str], Callable[[_Brush], None]]] = {
    "garden": (("#cfe8e3", "#eef5e6"), _garden),
    "hall": (("#0f4c5c", "#1b6b7a"), _hall),
    "books": (("#e8d9c0", "#f6ead6"), _books),
    "network": (("#0b2f3a", "#0f4c5c"), _network),
    "craft": (("#f0dfc4", "#e6c79c"), _craft),
}
