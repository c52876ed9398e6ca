"""Every check of the project, as a table; ``manage.py test`` runs them in this order."""

import base64
import os
import secrets
import sys
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

#: The services a person may choose; whatever else is set for an installation stays out of checks.
SERVICES = ("DATABASE_URL", "REDIS_URL")
OF_AN_INSTALLATION = (
    *("SECRET_KEY", "VAULT_KEYS", "SITE_URL", "ALLOWED_HOSTS", "STATIC_ROOT", "ACCEL_LOCATION"),
    *("MFA_REQUIRED", "HTTP_PRIVATE_HOSTS", "SECURE_SSL_REDIRECT", "QUEUE_PREFIX"),
    *("SYNDICATION_LEASE", "DJANGO_ALLOW_ASYNC_UNSAFE"),
)
LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as m; sys.exit(m())"


@dataclass(frozen=True)
class Check:
    """One check. ``static``: its answer depends on the files alone, not on the services in use."""

    name: str
    arguments: list[str]
    static: bool = False
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def counts_tests(self) -> bool:
        """Whether it is a run of pytest, whose tests are counted."""
        return self.arguments[:2] == ["-m", "pytest"]

    @property
    def command(self) -> list[str]:
        """The command line, in the Python that runs this."""
        return [sys.executable, *self.arguments]


def every_check() -> list[Check]:
    """All checks, cheapest first."""
    manage = str(settings.BASE_DIR / "manage.py")
    return [
        Check("format", ["-m", "ruff", "format", "--check", "."], static=True),
        Check("lint", ["-m", "ruff", "check", "."], static=True),
        Check("types", ["-m", "mypy"], static=True),
        Check("contracts", ["-c", LINT_IMPORTS], static=True),
        Check("migrations", [manage, "makemigrations", "--check", "--dry-run"], static=True),
        Check("system", [manage, "check", "--fail-level", "WARNING"]),
        Check(
            "deploy",
            [manage, "check", "--deploy", "--fail-level", "WARNING"],
            static=True,
            environment=production_sample(),
        ),
        pytest_check("unit", ["tests", "--ignore=tests/road", "-m", "not browser"]),
        pytest_check("road", ["tests/road", "-m", "not browser"]),
        pytest_check("browser", ["tests", "-m", "browser"]),
    ]


def pytest_check(name: str, arguments: list[str]) -> Check:
    """A run of pytest."""
    return Check(name, ["-m", "pytest", "-q", "--tb=short", *arguments])


def production_sample() -> dict[str, str]:
    """Variables a production installation would have; the secrets are new at each call."""
    return {
        "WARTAPAS_MODE": "production",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "VAULT_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "SITE_URL": "https://redaksi.example",
        "ALLOWED_HOSTS": "redaksi.example",
        "REDIS_URL": "redis://127.0.0.1:6379/0",
    }


def environment_of(check: Check, var: Path) -> dict[str, str]:
    """The environment a check runs in: the system's, our services, and nothing else of ours."""
    dropped = set(OF_AN_INSTALLATION) | (set(SERVICES) if check.static else set())
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "WARTAPAS_MODE": "test", "WARTAPAS_VAR": str(var), **check.environment}
