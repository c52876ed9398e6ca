"""Reads environment variables with types and says in one line what is wrong with one.

Every function takes the variable's name and returns its value in the promised type. A value that
cannot be used raises ``BrokenSetting``, which ends any process with that one line and status 1.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

import dj_database_url

TRUE = {"1", "true", "yes", "on"}
SECRET_LENGTH = 40
#: What the samples of .env.example hold.
SAMPLE_WORDS = ("contoh", "change")
FALSE = {"0", "false", "no", "off", ""}


class BrokenSetting(SystemExit):
    """A variable is missing or unusable; the message names it and says what it should hold."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")


def text(name: str, default: str = "") -> str:
    """The value without surrounding space, or the default where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def secret(name: str, *, kept_in: Path | None) -> str:
    """A random value of SECRET_LENGTH characters or more.

    Where it is unset and ``kept_in`` names a folder, one is made once and kept there.
    """
    value = text(name) or (_kept(kept_in / name.lower()) if kept_in else "")
    if len(value) < SECRET_LENGTH or any(word in value.lower() for word in SAMPLE_WORDS):
        reason = f"needs a random value of {SECRET_LENGTH} characters or more, not a sample one"
        raise BrokenSetting(name, reason)
    return value


def secret_list(name: str, *, kept_in: Path | None) -> list[str]:
    """The same, several divided by commas: each must be good, the newest stands first."""
    values = secret(name, kept_in=kept_in).split(",")
    if any(len(value.strip()) < SECRET_LENGTH for value in values):
        raise BrokenSetting(name, f"each value needs {SECRET_LENGTH} characters or more")
    return [value.strip() for value in values]


def _kept(path: Path) -> str:
    """The secret in the file; of several first starts at once one makes it whole for all."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text()


def preset(name: str, value: str) -> None:
    """Give a variable that a library reads when it is loaded this value, unless it has one."""
    os.environ.setdefault(name, value)


def words(name: str, default: str = "") -> list[str]:
    """Values divided by commas, empty ones left out."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def flag(name: str, *, default: bool) -> bool:
    """Yes or no: 1/true/yes/on or 0/false/no/off."""
    value = os.environ.get(name)
    if value is None:
        return default
    lowered = value.strip().lower()
    if lowered not in TRUE | FALSE:
        raise BrokenSetting(name, f"expected yes or no, found {value!r}")
    return lowered in TRUE


def number(name: str, default: int, *, least: int = 0) -> int:
    """A whole number not below ``least``."""
    value = text(name, str(default))
    if not value.isdigit() or int(value) < least:
        raise BrokenSetting(name, f"expected a whole number from {least}, found {value!r}")
    return int(value)


def choice(name: str, options: tuple[str, ...]) -> str:
    """One of the options; the first one is the default."""
    value = text(name, options[0])
    if value not in options:
        raise BrokenSetting(name, f"expected one of {', '.join(options)}, found {value!r}")
    return value


def database(name: str, default: Path) -> dict[str, Any]:
    """Django's settings for the database address in the variable, or for an SQLite file."""
    address = text(name) or f"sqlite:///{default}"
    try:
        settings: dict[str, Any] = dict(dj_database_url.parse(address, conn_max_age=60))
    except (ValueError, KeyError) as error:
        raise BrokenSetting(
            name, "expected postgres://user:password@host:port/name or sqlite:///path"
        ) from error
    if not settings.get("NAME"):
        raise BrokenSetting(name, "the address names no database")
    settings["CONN_HEALTH_CHECKS"] = True
    if settings["ENGINE"].endswith("sqlite3"):
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    return settings
