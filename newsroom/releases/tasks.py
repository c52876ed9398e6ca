"""Doorbells of the editorial road: each looks the rows up and may ring twice."""

from celery import shared_task
from django.utils import timezone

from . import sweeps


@shared_task(name="releases.publish_due")
def publish_due() -> int:
    """Publish every scheduled release whose hour has come; returns how many."""
    return sweeps.publish_due(at=timezone.now())
