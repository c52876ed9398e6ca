"""One process that finds the faces of one photo and says what that cost; see searching.py.

It imports the engine and what it needs, and nothing of the newsroom.
"""

import json
import resource
import sys
import time
from pathlib import Path
from statistics import median

from newsroom.lib import images

_RUNS = 3


def search(photo: Path) -> dict[str, float]:
    """Median seconds of CPU, most megabytes of resident pages, and how many faces were found."""
    content = photo.read_bytes()
    times = []
    found: list[images.Box] = []
    for _run in range(_RUNS):
        began = time.process_time()
        found = images.faces(content)
        times.append(time.process_time() - began)
    # Kilobytes on Linux, bytes on macOS.
    unit = 1 if sys.platform == "darwin" else 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000
    return {"seconds": median(times), "megabytes": most, "faces": len(found)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(search(Path(sys.argv[1]))))
