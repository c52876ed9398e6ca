"""Celery: the engine. The database is the truth, this only looks at it often enough.

Every task is a doorbell: it takes ids, looks the row up, and may ring twice.
"""

import os
from typing import Any

from celery import Celery
from celery.schedules import crontab
from django.conf import settings
from kombu.exceptions import OperationalError
from kombu.transport import TRANSPORT_ALIASES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

app = Celery("wartapas")
app.config_from_object(settings, namespace="CELERY")
app.conf.update(
    broker_connection_retry_on_startup=True,
    task_ignore_result=True,
    task_acks_late=True,
    task_time_limit=300,
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
    timezone="UTC",
    task_default_queue="wartapas",
)


def _broker_of_files() -> dict[str, Any]:
    """kombu's filesystem transport: for one worker on one machine, polled every 0.05 s."""
    folder = settings.BROKER_DIR
    for name in ("queue", "control"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return {
        "data_folder_in": folder / "queue",
        "data_folder_out": folder / "queue",
        "control_folder": folder / "control",
        "polling_interval": 0.05,
    }


TRANSPORT_ALIASES["filesystem"] = "newsroom.broker:Transport"
if settings.CELERY_BROKER_URL.startswith("filesystem"):
    app.conf.broker_transport_options = _broker_of_files()
else:
    # A publication must not wait for a dead broker: one try, the sweeps do the rest.
    app.conf.broker_transport_options = {
        "visibility_timeout": 600,
        "global_keyprefix": settings.QUEUE_PREFIX,
        "socket_connect_timeout": 2,
        "max_retries": 0,
        "interval_start": 0,
        "interval_step": 0,
    }

app.autodiscover_tasks()


def _sweep(task: str, *, seconds: float) -> dict[str, Any]:
    """A task every so many seconds; one that found no worker for a minute is not kept."""
    return {"task": task, "schedule": seconds, "options": {"expires": 60.0}}


# The whole timetable. Each sweep finds what a lost bell left lying.
app.conf.beat_schedule = {
    "publish what is due": _sweep("releases.publish_due", seconds=5.0),
    "search photos for faces": _sweep("releases.search_photos", seconds=15.0),
    "render photos without files": _sweep("releases.render_photos", seconds=15.0),
    "fan out waiting editions": _sweep("syndication.fan_out_waiting", seconds=5.0),
    "deliver what is due": _sweep("syndication.deliver_due", seconds=5.0),
    "forget ended sessions": {
        "task": "contributors.clear_sessions",
        "schedule": crontab(hour=20, minute=10),
    },
}


def broker_answers() -> bool:
    """Whether a message could be put into the queue now."""
    if not settings.REDIS_URL:
        return os.access(settings.BROKER_DIR / "queue", os.W_OK)
    seconds = 2
    patience = {"socket_connect_timeout": seconds, "socket_timeout": seconds}
    try:
        with app.connection_for_write(transport_options=patience) as broker:
            broker.ensure_connection(max_retries=1, interval_start=0)
    except (OperationalError, OSError):
        return False
    return True
