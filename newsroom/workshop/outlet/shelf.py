"""What the outlet holds, in one SQLite file."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from .items import WITHDRAWN, Item, Photo

#: How long ids of webhooks are remembered; their timestamps are refused after five minutes anyway.
REMEMBERED = timedelta(days=7)

SCHEMA = """
CREATE TABLE IF NOT EXISTS webhooks (id TEXT PRIMARY KEY, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS items (
    guid TEXT PRIMARY KEY, edition INTEGER NOT NULL, item TEXT NOT NULL, at TEXT NOT NULL
);
"""


@dataclass(frozen=True)
class Held:
    """An item and the hour at which its present edition came."""

    item: Item
    at: datetime

    @property
    def withdrawn(self) -> bool:
        """Whether nothing of it may be shown any more."""
        return self.item.change == WITHDRAWN


class Shelf:
    """Opens the file for each call, so that every thread of the server may use it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as database:
            database.executescript(SCHEMA)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, timeout=20, isolation_level=None)) as database:
            database.row_factory = sqlite3.Row
            yield database

    def take(self, item: Item, *, webhook_id: str, at: datetime) -> str:
        """Keep the item: "stored", "repeated" (the id was seen) or "outdated" (a newer is held).

        One transaction: of two webhooks at the same moment the newer edition wins.
        """
        with self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            outcome = self._take(database, item, webhook_id, at)
            database.execute("COMMIT")
        return outcome

    def _take(self, database: sqlite3.Connection, item: Item, webhook_id: str, at: datetime) -> str:
        forgotten = (at - REMEMBERED).isoformat()
        database.execute("DELETE FROM webhooks WHERE at < ?", [forgotten])
        fresh = database.execute(
            "INSERT OR IGNORE INTO webhooks VALUES (?, ?)", [webhook_id, at.isoformat()]
        )
        if fresh.rowcount == 0:
            return "repeated"
        stored = database.execute(
            "INSERT INTO items VALUES (?, ?, ?, ?) ON CONFLICT (guid) DO UPDATE SET "
            "edition = excluded.edition, item = excluded.item, at = excluded.at "
            "WHERE excluded.edition > items.edition",
            [item.guid, item.edition, json.dumps(asdict(item)), at.isoformat()],
        )
        return "stored" if stored.rowcount else "outdated"

    def find(self, guid: str) -> Held | None:
        """The item of that guid, or None."""
        with self._open() as database:
            row = database.execute("SELECT * FROM items WHERE guid = ?", [guid]).fetchone()
        return _held(row) if row else None

    def newest(self, most: int = 50) -> list[Held]:
        """The items that came or changed last."""
        with self._open() as database:
            rows = database.execute("SELECT * FROM items ORDER BY at DESC LIMIT ?", [most])
            return [_held(row) for row in rows]


def _held(row: sqlite3.Row) -> Held:
    kept = json.loads(row["item"])
    item = Item(**{**kept, "notes": tuple(kept["notes"]), "photo": Photo(**kept["photo"])})
    return Held(item, datetime.fromisoformat(row["at"]))
