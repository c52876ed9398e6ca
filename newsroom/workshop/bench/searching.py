"""Seconds and memory that it takes to find the faces of a 12-megapixel photo, on one core."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from newsroom.workshop.samples.portraits import place
from newsroom.workshop.samples.scenery import leaves

_SIZE = (4000, 3000)


@dataclass(frozen=True, slots=True)
class SearchFigure:
    """Median seconds of CPU for one search, most megabytes of resident pages, faces found."""

    seconds: float
    megabytes: float
    faces: int


def measure_searching() -> SearchFigure:
    """In a process of its own, so that its memory is that of the search alone."""
    with tempfile.TemporaryDirectory() as folder:
        photo = Path(folder) / "photo.jpg"
        people = [(200 + n % 8 * 460, 300 + n // 8 * 900, 260, n) for n in range(24)]
        place(leaves(*_SIZE), people).picture.save(photo, quality=90)
        done = subprocess.run(
            [sys.executable, "-m", "newsroom.workshop.bench.search_once", str(photo)],
            cwd=settings.BASE_DIR,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
            check=True,
            capture_output=True,
        )
    return SearchFigure(**json.loads(done.stdout))
