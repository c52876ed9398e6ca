"""Our own photos with labelled faces: drawn people of nobody, alone, in rows, in a crowd."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PIL import Image

from .portraits import Rectangle, Scene, place
from .scenery import bars, bricks, leaves, wall


def gatherings() -> Iterator[tuple[str, Scene]]:
    """Name and scene, one in memory at a time; the same in each run."""
    yield "sendiri", place(wall(1600, 1067), [(560, 180, 480, 3)])
    yield "dekat", place(wall(1200, 1500), [(-60, -20, 1320, 4)])
    yield "barisan", place(bricks(2000, 1125), [(60 + 190 * n, 420, 170, n) for n in range(10)])
    yield "miring-kiri", place(wall(1600, 1067), _rows(1600, 1067, 6, 3, 200), tilt=20)
    yield "miring-kanan", place(wall(1600, 1067), _rows(1600, 1067, 6, 3, 200), tilt=-20)
    yield "kecil", place(leaves(2400, 1600), _scattered(2400, 1600, 60, 48))
    yield "kerumunan", place(wall(3000, 2250), _rows(3000, 2250, 30, 20, 70))
    yield "memanjang", place(wall(3000, 400), _rows(3000, 400, 9, 1, 180))
    yield "gelap", _dark(place(wall(1600, 1067), _rows(1600, 1067, 5, 2, 220)))
    yield "kebun", place(leaves(1600, 1067), [])
    yield "pagar", place(bars(1600, 1067), [])
    yield "tembok", place(bricks(1600, 1067), [])


def draw_into(folder: Path) -> int:
    """Write each gathering as NAME.jpg with its NAME.json; returns how many."""
    count = 0
    for name, scene in gatherings():
        scene.picture.save(folder / f"{name}.jpg", quality=88)
        (folder / f"{name}.json").write_text(json.dumps({"faces": scene.faces}))
        count += 1
    return count


def _rows(width: int, height: int, columns: int, rows: int, side: int) -> list[Rectangle]:
    """x, y, side, seed of people at equal distances."""
    return [
        (
            round((column + 0.5) * width / columns - side / 2),
            round((row + 0.5) * height / rows - side / 2),
            side,
            (column * 7 + row) % 30,
        )
        for column in range(columns)
        for row in range(rows)
    ]


def _scattered(width: int, height: int, count: int, side: int) -> list[Rectangle]:
    """In squares of four sides, each somewhere in its own."""
    chance = Random(11)  # noqa: S311 - the same places in each run
    room = 4 * side
    squares = [(x, y) for x in range(0, width - room, room) for y in range(0, height - room, room)]
    return [
        (x + chance.randrange(room - side), y + chance.randrange(room - side), side, seed % 30)
        for seed, (x, y) in enumerate(chance.sample(squares, count))
    ]


def _dark(scene: Scene) -> Scene:
    """As in a cell block in the evening."""
    night = Image.new("RGB", scene.picture.size, "#05070c")
    return Scene(Image.blend(scene.picture, night, 0.75), scene.faces)
