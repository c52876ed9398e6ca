"""The broker of files, made safe against being read or killed half-way.

kombu's own filesystem transport opens a message's file and then writes it, and does the same with
its table of bindings. A worker that polls in between reads half a message and ends; one killed in
between leaves a file that ends the next worker too (seen with kombu 5.6). Here a file appears
whole, by renaming, and one that cannot be read is set aside: the sweeps find what it asked for.
"""

import logging
import os
import time
import uuid
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import filesystem
from kombu.utils.json import dumps, loads

logger = logging.getLogger(__name__)


class Channel(filesystem.Channel):
    """Messages and bindings are written beside their place and then renamed into it."""

    def _put(self, queue: str, payload: Any, **_options: Any) -> None:  # type: ignore[override]
        name = f"{time.time_ns():020d}_{uuid.uuid4().hex}.{queue}.msg"
        _write(Path(self.data_folder_out) / name, payload)

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        folder = Path(self.data_folder_in)
        ending = f".{queue}.msg"
        for name in sorted(one for one in os.listdir(folder) if one.endswith(ending)):
            if name.partition(".")[2] != ending[1:]:
                continue
            message = _take(folder / name)
            if message is not None:
                return message
        raise Empty

    def get_table(self, exchange: str) -> list[Any]:
        """The queues bound to an exchange; none where a kill left the file half-written."""
        try:
            bound: list[Any] = super().get_table(exchange)
        except ValueError:
            return []
        return bound

    def _queue_bind(
        self, exchange: str, routing_key: str | None, pattern: str | None, queue: str
    ) -> None:
        wanted = filesystem.exchange_queue_t(routing_key or "", pattern or "", queue or "")
        bound = self.get_table(exchange)
        if wanted not in bound:
            _write(Path(self.control_folder) / f"{exchange}.exchange", [wanted, *bound])


class Transport(filesystem.Transport):
    """kombu's filesystem transport with our channel."""

    Channel = Channel


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{uuid.uuid4().hex}.tmp")
    beside.write_text(dumps(content))
    beside.replace(path)


def _take(path: Path) -> Any:
    """The message, taken away for good; None where another worker was faster or it is broken."""
    taken = path.with_name(f"{path.name}.{uuid.uuid4().hex}.taken")
    try:
        path.rename(taken)
    except FileNotFoundError:
        return None
    text = taken.read_text()
    taken.unlink()
    try:
        return loads(text)
    except ValueError:
        logger.warning("A broken message was set aside: %s", path.name)
        return None
