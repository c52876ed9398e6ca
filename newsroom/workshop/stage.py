"""The demo's set-up: which programs run on which ports, and where their things are kept."""

import http.client
import os
import shutil
import socket
import sys
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from django.conf import settings

from newsroom.syndication.actions import new_secret

from .crew import Member

HOST = "127.0.0.1"
#: What ``--reset`` removes below var/; keys and whatever else lies there stay.
MADE_BY_THE_DEMO = ("pictures", "mail", "broker", "beat", "log", "outlet")
DATABASE = "wartapas.sqlite3"


@dataclass(frozen=True)
class Stage:
    """Ports of the newsroom and of the sample outlet."""

    port: int
    outlet_port: int

    @property
    def site_url(self) -> str:
        """Where the newsroom is."""
        return f"http://{HOST}:{self.port}"

    @property
    def outlet_url(self) -> str:
        """Where the sample outlet is."""
        return f"http://{HOST}:{self.outlet_port}"

    def environment(self) -> dict[str, str]:
        """The environment of every program. Only the sample outlet may be reached privately."""
        return {
            **os.environ,
            "SITE_URL": self.site_url,
            "HTTP_PRIVATE_HOSTS": ",".join(
                [*settings.HTTP_PRIVATE_HOSTS, f"{HOST}:{self.outlet_port}"]
            ),
            "OUTLET_URL": self.outlet_url,
            "OUTLET_SECRET": outlet_secret(),
            "LOG_LEVEL": "INFO",
            "PYTHONUNBUFFERED": "1",
        }

    def members(self) -> list[Member]:
        """Web server, worker with its clock, and the sample outlet."""
        environment = self.environment()
        commands = {
            "web": _gunicorn(self.port),
            "worker": _celery(),
            "outlet": _outlet(self.outlet_port),
        }
        return [
            Member(name, [sys.executable, "-m", *command], log_of(name), environment)
            for name, command in commands.items()
        ]

    def all_answer(self) -> bool:
        """Whether both sites answer and the worker takes work."""
        return (
            answers(self.port, "/healthz")
            and answers(self.outlet_port, "/")
            and " ready." in log_of("worker").read_text("utf-8", "replace")
        )


def _gunicorn(port: int) -> list[str]:
    options = ["--worker-class", "gthread", "--workers", "1", "--threads", "8"]
    quiet = ["--no-control-socket", "--access-logfile", "-", "--graceful-timeout", "5"]
    return ["gunicorn", "newsroom.wsgi", "--bind", f"{HOST}:{port}", *options, *quiet]


def _celery() -> list[str]:
    schedule = settings.VAR_DIR / "beat" / "schedule"
    schedule.parent.mkdir(parents=True, exist_ok=True)
    options = ["--beat", "--schedule", str(schedule), "--pool", "threads", "--concurrency", "4"]
    alone = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return ["celery", "-A", "newsroom.celery:app", "worker", *options, *alone, "-l", "INFO"]


def _outlet(port: int) -> list[str]:
    store = settings.VAR_DIR / "outlet" / "items.sqlite3"
    return ["newsroom.workshop.outlet", "--port", str(port), "--store", str(store)]


def log_of(name: str) -> Path:
    """Where a program's log is."""
    log: Path = settings.VAR_DIR / "log" / f"{name}.log"
    return log


def outlet_secret() -> str:
    """The secret both sites share; made at the first start."""
    kept: Path = settings.VAR_DIR / "outlet" / "secret"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(new_secret())
    return kept.read_text()


def is_free(port: int) -> bool:
    """Whether a server could be opened on the port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return port > 0  # 0 would take any


def answers(port: int, path: str) -> bool:
    """Whether our own server on the port answers well."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def uses_own_database() -> bool:
    """Whether the database is the demo's own file, not one that somebody named."""
    return Path(settings.DATABASES["default"]["NAME"]) == settings.VAR_DIR / DATABASE


def clear() -> None:
    """Remove everything the demo has made."""
    for name in MADE_BY_THE_DEMO:
        shutil.rmtree(settings.VAR_DIR / name, ignore_errors=True)
    for end in ("", "-wal", "-shm"):
        (settings.VAR_DIR / f"{DATABASE}{end}").unlink(missing_ok=True)
    for name in ("queue", "control"):
        (settings.BROKER_DIR / name).mkdir(parents=True)
