"""Broken configuration stops the start with one line that names the variable."""

import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from newsroom.workshop.checks import production_sample

ENV_EXAMPLE = settings.BASE_DIR / ".env.example"


def start(folder: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Start a command under good production settings, with these changes ("" takes one away)."""
    path = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    good = {**path, **production_sample(), "WARTAPAS_VAR": str(folder)}
    environment = {name: value for name, value in {**good, **changes}.items() if value}
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "check"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def samples() -> dict[str, str]:
    """Names and values in .env.example, commented ones included."""
    found = re.findall(r"^#?\s?([A-Z_]+)=(.*)$", ENV_EXAMPLE.read_text(), re.MULTILINE)
    return dict(found)


def test_good_production_settings_start(tmp_path: Path) -> None:
    assert start(tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "too-short"),
        ("VAULT_KEYS", ""),
        ("SITE_URL", ""),
        ("SITE_URL", "http://redaksi.example"),
        ("ALLOWED_HOSTS", ""),
        ("REDIS_URL", ""),
        ("DATABASE_URL", "nowhere"),
        ("MFA_REQUIRED", "perhaps"),
        ("EMAIL_PORT", "many"),
        ("WARTAPAS_MODE", "demo"),
    ],
)
def test_a_missing_or_broken_value_stops_with_one_line(
    tmp_path: Path, name: str, value: str
) -> None:
    stopped = start(tmp_path, **{name: value})
    assert stopped.returncode == 1
    assert stopped.stdout == ""
    assert stopped.stderr.strip().count("\n") == 0
    assert stopped.stderr.startswith(f"{name}: ")


@pytest.mark.parametrize("name", ["SECRET_KEY", "VAULT_KEYS"])
def test_a_sample_secret_is_refused_in_production(tmp_path: Path, name: str) -> None:
    stopped = start(tmp_path, **{name: samples()[name]})
    assert stopped.returncode == 1
    assert stopped.stderr.startswith(f"{name}: ")


@pytest.mark.parametrize("name", ["SECRET_KEY", "VAULT_KEYS"])
def test_a_secret_is_never_repeated_in_the_message(tmp_path: Path, name: str) -> None:
    secret = base64.b64encode(b"change-me").decode()
    assert secret not in start(tmp_path, **{name: secret}).stderr


def test_every_variable_the_settings_read_is_documented() -> None:
    source = (settings.BASE_DIR / "newsroom" / "settings.py").read_text()
    read = re.findall(r"env\.\w+\(\s*\"([A-Z_]+)\"", source)
    assert set(read) - set(samples()) == set()


def test_the_demo_refuses_production(tmp_path: Path) -> None:
    path = {"PATH": os.environ["PATH"], **production_sample(), "WARTAPAS_VAR": str(tmp_path)}
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "demo"]
    refused = subprocess.run(command, env=path, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert refused.stderr.startswith("CommandError")
