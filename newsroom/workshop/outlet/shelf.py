"""What the outlet holds, in one SQLite file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from .items import WITHDRAWN, Item, Photo

#: How long ids of webhooks are remembered; their timestamps are refused after five minutes anyway.
REMEMBERED = timedelta(days=7)

SCHEMA = """
CREATE TABLE IF NOT EXISTS webhooks (id TEXT PRIMARY KEY, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS items (
    guid TEXT PRIMARY KEY, edition INTEGER NOT NULL, change TEXT NOT NULL, headline TEXT NOT NULL,
    source TEXT NOT NULL, body TEXT NOT NULL, byline TEXT NOT NULL,
    href TEXT NOT NULL, alt TEXT NOT NULL, caption TEXT NOT NULL, at TEXT NOT NULL
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
        photo = item.photo
        row = [item.guid, item.edition, item.change, item.headline, item.source, item.body]
        row += [item.byline, photo.href, photo.alt, photo.caption, at.isoformat()]
        stored = database.execute(
            "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (guid) DO UPDATE SET edition = excluded.edition, "
            "change = excluded.change, headline = excluded.headline, source = excluded.source, "
            "body = excluded.body, byline = excluded.byline, href = excluded.href, "
            "alt = excluded.alt, caption = excluded.caption, at = excluded.at "
            "WHERE excluded.edition > items.edition",
            row,
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
    item = Item(
        row["guid"],
        row["edition"],
        row["change"],
        headline=row["headline"],
        source=row["source"],
        body=row["body"],
        byline=row["byline"],
        photo=Photo(row["href"], row["alt"], row["caption"]),
    )
    return Held(item, datetime.fromisoformat(row["at"]))
