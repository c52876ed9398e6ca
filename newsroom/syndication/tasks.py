"""Doorbells of syndication: each looks the rows up and may ring twice."""

from typing import Any

from celery import Task, shared_task
from django.utils import timezone

from newsroom.releases.models import Edition

from . import delivery, outbox


@shared_task(name="syndication.fan_out")
def fan_out(edition_id: int) -> None:
    """Owe an edition to its outlets and ring for each delivery."""
    for delivery_id in outbox.fan_out(edition_id, at=timezone.now()):
        _ring(deliver, delivery_id)


@shared_task(name="syndication.fan_out_waiting")
def fan_out_waiting() -> None:
    """Ring for editions whose bell was lost; each in a task of its own, so none blocks another."""
    for edition_id in Edition.objects.waiting().values_list("pk", flat=True)[:200]:
        _ring(fan_out, edition_id)


@shared_task(name="syndication.deliver")
def deliver(delivery_id: int) -> None:
    """Try one delivery."""
    delivery.deliver(delivery_id, clock=timezone.now)


@shared_task(name="syndication.deliver_due")
def deliver_due() -> None:
    """Ring for deliveries that are due, also those whose worker never came back."""
    for delivery_id in outbox.due_bells(at=timezone.now()):
        _ring(deliver, delivery_id)


def hear_publication(*, edition_id: int, **_signal: Any) -> None:
    """Ring for a new edition; the receiver of releases.signals.edition_published."""
    _ring(fan_out, edition_id)


def _ring(task: "Task[[int], None]", pk: int) -> None:
    """Tell a worker, once and without waiting for a dead broker: a sweep rings what was lost.

    A bell nobody heard in time vanishes, so that bells do not pile up where no worker listens.
    """
    task.apply_async((pk,), retry=False, expires=outbox.ring_again().total_seconds())
