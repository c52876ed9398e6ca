"""Makes the environment in which the settings are read; loaded by ``-p`` before pytest-django.

A conftest.py would come too late: pytest-django reads the settings before it looks at any. What the
person running the tests has set for their own installation must not reach the tests; only the two
addresses of services (DATABASE_URL, REDIS_URL) are theirs to choose.
"""

import atexit
import os
import shutil
import tempfile

OURS = {
    *("SECRET_KEY", "VAULT_KEYS", "SITE_URL", "ALLOWED_HOSTS", "STATIC_ROOT", "ACCEL_LOCATION"),
    *("MFA_REQUIRED", "HTTP_PRIVATE_HOSTS", "DEFAULT_FROM_EMAIL", "SECURE_SSL_REDIRECT"),
    *("EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD", "EMAIL_USE_TLS"),
    *("LOG_LEVEL", "OUTLET_URL", "OUTLET_SECRET", "QUEUE_PREFIX", "SYNDICATION_LEASE"),
}


def prepare() -> None:
    """Set mode and a var folder that ends with this process; forget the installation's settings."""
    for name in OURS:
        os.environ.pop(name, None)
    folder = tempfile.mkdtemp(prefix="wartapas-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["WARTAPAS_MODE"] = "test"
    os.environ["WARTAPAS_VAR"] = folder
    # Playwright's synchronous interface runs an event loop in the test's own thread.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


prepare()
