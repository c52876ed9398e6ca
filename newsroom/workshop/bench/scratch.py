"""A place of its own for a bench: a folder below the system's, and a database that goes with it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from django.conf import settings
from psycopg2 import sql

from newsroom import env

#: Set in the process that measures; without it the command prepares the scratch and starts that.
MARK = "WARTAPAS_BENCH"


def inside() -> bool:
    """Whether this process already works on a scratch database."""
    return bool(env.text(MARK))


def run_inside(arguments: Sequence[str]) -> int:
    """Run ``manage.py`` with the arguments on a fresh scratch; returns its exit status."""
    with tempfile.TemporaryDirectory(prefix="wartapas-bench-") as folder:
        environment = {**os.environ, MARK: "1", "WARTAPAS_VAR": folder, "WARTAPAS_MODE": "local"}
        environment["QUEUE_PREFIX"] = f"bench-{os.getpid()}-"
        with _database(env.text("DATABASE_URL")) as address:
            environment["DATABASE_URL"] = address
            command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]
            return subprocess.run(command, env=environment, check=False).returncode


@contextmanager
def _database(address: str) -> Iterator[str]:
    """An address of an empty database: the default SQLite file, or a new one on the same server."""
    if not address.startswith("postgres"):
        yield ""
        return
    parts = urlsplit(address)
    name = f"wartapas_bench_{os.getpid()}"
    _on_server(address, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield urlunsplit(parts._replace(path=f"/{name}"))
    finally:
        _on_server(address, sql.SQL("DROP DATABASE {} (FORCE)").format(sql.Identifier(name)))


def _on_server(address: str, statement: sql.Composable) -> None:
    server = urlunsplit(urlsplit(address)._replace(path="/postgres"))
    connection = psycopg2.connect(server)
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)
    finally:
        connection.close()
