"""What the timetable does with rows that are due."""

import logging
from datetime import datetime

from . import actions, refusals
from .models import Release

logger = logging.getLogger(__name__)


def publish_due(*, at: datetime) -> int:
    """Publish scheduled releases row by row, each in its own transaction, as who scheduled them.

    Two sweeps at once are harmless: the second finds the step no longer lawful. A release that
    is refused stays scheduled and is tried again by the next sweep.
    """
    published = 0
    for release in Release.objects.due(at).order_by("scheduled_at")[:200]:
        try:
            actions.publish_scheduled(release, at=at)
        except refusals.Refusal as refusal:
            # The reason may speak of a person, and logs are read by others: only its kind.
            kind = type(refusal).__name__
            logger.warning("Release %s is due but was refused: %s", release.pk, kind)
        else:
            published += 1
    return published
