"""Doorbells of signing in."""

from celery import shared_task
from django.core.management import call_command


@shared_task(name="contributors.clear_sessions")
def clear_sessions() -> None:
    """Forget sessions that have ended."""
    call_command("clearsessions")
