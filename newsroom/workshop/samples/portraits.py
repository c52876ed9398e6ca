"""Draws faces of nobody, good enough for a face detector: samples with labels, no real person."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw, ImageFilter

_SKINS = ("#f0c8a0", "#d9a577", "#c68642", "#a5693d", "#8d5524")
_HAIR = ("#1c1512", "#2b1d16", "#4a3728", "#6b6b6b")
_CLOTH = ("#2a7f8c", "#7a3e2b", "#f4efe6", "#386641", "#22223b")
_WORK = 320
#: Where the face lies on a portrait: x, y, width, height in shares, as detectors are taught to box.
FACE = (0.22, 0.18, 0.56, 0.68)

Rectangle = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture and its faces as x, y, width, height in pixels."""

    picture: Image.Image
    faces: tuple[Rectangle, ...]


def portrait(side: int, seed: int = 0, *, tilt: float = 0.0) -> Image.Image:
    """One head and shoulders on a square; RGBA, clear around. The same for the same seed."""
    chance = Random(seed)  # noqa: S311 - the same face in each run
    canvas = Image.new("RGBA", (_WORK, _WORK))
    brush = _Brush(canvas)
    skin, hair = chance.choice(_SKINS), chance.choice(_HAIR)
    cover = chance.choice(("hair", "hair", "peci", "jilbab"))
    brush.head(skin, hair, chance.choice(_CLOTH), cover)
    brush.features(skin, hair, chance.uniform(0.9, 1.1))
    if chance.random() < 0.25:
        brush.glasses()
    shaded = _lit(canvas, chance.choice((-1, 1)))
    turned = shaded.rotate(tilt, Image.Resampling.BICUBIC)
    return turned.filter(ImageFilter.GaussianBlur(1.6)).resize((side, side))


def place(scene: Image.Image, spots: Sequence[Rectangle], *, tilt: float = 0.0) -> Scene:
    """Portraits on a picture, one for each x, y, side, seed; the picture is changed."""
    boxes = []
    kinds = {(side, seed) for _x, _y, side, seed in spots}
    people = {kind: portrait(*kind, tilt=tilt) for kind in kinds}
    for x, y, side, seed in spots:
        drawn = people[side, seed]
        scene.paste(drawn, (x, y), drawn)
        left, top, width, height = (round(share * side) for share in FACE)
        boxes.append((x + left, y + top, width, height))
    return Scene(scene, tuple(boxes))


class _Brush:
    """Shapes in hundredths of the canvas."""

    def __init__(self, canvas: Image.Image) -> None:
        self._draw = ImageDraw.Draw(canvas)
        self._unit = canvas.width / 100

    def head(self, skin: str, hair: str, cloth: str, cover: str) -> None:
        self._oval(8, 84, 92, 130, cloth)
        if cover == "jilbab":
            self._oval(12, 4, 88, 104, cloth)
        elif cover == "hair":
            self._oval(18, 6, 82, 70, hair)
        self._box(38, 74, 62, 94, _darker(skin, 0.8))
        self._oval(22, 12, 78, 88, skin)
        if cover == "hair":
            self._draw.pieslice(self._at(20, 8, 80, 50), 180, 360, fill=hair)
        elif cover == "peci":
            self._box(22, 4, 78, 27, "#15131a")

    def features(self, skin: str, hair: str, wide: float) -> None:
        for side in (-1, 1):
            eye = 50 + side * 12 * wide
            self._oval(eye - 7, 41, eye + 7, 50, _darker(skin, 0.75))
            self._oval(eye - 5, 43.5, eye + 5, 48.5, "#f2efe9")
            self._oval(eye - 2.4, 43.4, eye + 2.4, 48.6, "#20140f")
            self._draw.arc(self._at(eye - 7.5, 37, eye + 7.5, 46), 200, 340, hair, self._thick(2))
        nose = [(48.5, 48), (52, 48), (55, 61), (45, 61)]
        self._draw.polygon([(x * self._unit, y * self._unit) for x, y in nose], _darker(skin, 0.88))
        for side in (-1, 1):
            self._oval(50 + side * 2.4 - 1.2, 60, 50 + side * 2.4 + 1.2, 62, _darker(skin, 0.45))
        self._oval(50 - 10 * wide, 69, 50 + 10 * wide, 74.5, "#a5504b")
        self._box(50 - 10 * wide, 71.2, 50 + 10 * wide, 72.2, "#5f2828")

    def glasses(self) -> None:
        for left in (30, 53):
            self._draw.ellipse(self._at(left, 39, left + 17, 52), outline="#222222", width=3)
        self._box(47, 45, 53, 46, "#222222")

    def _oval(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        self._draw.ellipse(self._at(left, top, right, bottom), fill=fill)

    def _box(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        self._draw.rectangle(self._at(left, top, right, bottom), fill=fill)

    def _at(self, *hundredths: float) -> list[float]:
        return [one * self._unit for one in hundredths]

    def _thick(self, hundredths: float) -> int:
        return max(1, round(hundredths * self._unit))


def _darker(colour: str, share: float) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{int(part * share):02x}" for part in parts)


def _lit(canvas: Image.Image, side: int) -> Image.Image:
    """With light from the left (-1) or the right."""
    dark = canvas.point([int(value * 0.7) for value in range(256)] * 3 + list(range(256)))
    slope = Image.linear_gradient("L").rotate(90 * side).resize(canvas.size)
    return Image.composite(canvas, dark, slope.point(lambda value: min(255, 120 + value // 2)))
