"""The demo's set-up, piece by piece."""

from pathlib import Path
from typing import Any

import pytest

from newsroom.workshop import stage
from newsroom.workshop.stage import Stage


@pytest.fixture(autouse=True)
def var(settings: Any, tmp_path: Path) -> Path:
    """A var folder of this test's own."""
    settings.VAR_DIR = tmp_path
    settings.BROKER_DIR = tmp_path / "broker"
    return tmp_path


def test_addresses_follow_the_ports() -> None:
    environment = Stage(8100, 8101).environment()
    assert environment["SITE_URL"] == "http://127.0.0.1:8100"
    assert environment["OUTLET_URL"] == "http://127.0.0.1:8101"


def test_only_the_outlet_is_reachable_privately_besides_what_was_allowed(settings: Any) -> None:
    settings.HTTP_PRIVATE_HOSTS = ["10.0.0.7:443"]
    allowed = Stage(8100, 8101).environment()["HTTP_PRIVATE_HOSTS"]
    assert allowed == "10.0.0.7:443,127.0.0.1:8101"


def test_the_outlets_secret_is_made_once_and_for_us_alone(var: Path) -> None:
    secret = stage.outlet_secret()
    assert secret.startswith("whsec_")
    assert stage.outlet_secret() == secret
    assert (var / "outlet" / "secret").stat().st_mode & 0o077 == 0


def test_the_secret_is_in_no_command_line() -> None:
    secret = stage.outlet_secret()
    commands = [" ".join(member.command) for member in Stage(8100, 8101).members()]
    assert not [command for command in commands if secret in command]


def test_reset_removes_content_and_keeps_keys_and_strangers(var: Path) -> None:
    for name in ("pictures", "outlet", "mine"):
        (var / name).mkdir()
    for name in ("wartapas.sqlite3", "wartapas.sqlite3-wal", "secret_key"):
        (var / name).touch()
    stage.clear()
    left = {path.name for path in var.iterdir()}
    assert left == {"broker", "mine", "secret_key"}


@pytest.mark.parametrize("port", [0, -1, 70000])
def test_a_port_that_does_not_exist_is_not_free(port: int) -> None:
    assert not stage.is_free(port)
