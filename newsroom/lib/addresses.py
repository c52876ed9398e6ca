"""Turns paths of this site into full addresses that also work elsewhere."""

from django.conf import settings


def absolute(path: str) -> str:
    """The public address of a path that begins with a slash."""
    return f"{settings.SITE_URL}{path}"
