"""Two questions an orchestrator asks: are you alive, and can you do your work?"""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from newsroom.celery import broker_answers
from newsroom.releases.models import Release
from newsroom.syndication.models import Delivery


@dataclass(frozen=True)
class Readiness:
    """What /readyz found. Ages are whole seconds; None: nothing waits, or nobody could look."""

    database: bool
    broker: bool
    oldest_due_delivery: int | None = None
    oldest_overdue_schedule: int | None = None

    @property
    def ready(self) -> bool:
        """Both services answer, and nothing has been waiting longer than the settings allow."""
        return (
            self.database
            and self.broker
            and (self.oldest_due_delivery or 0) <= settings.READY_DELIVERY_SECONDS_MOST
            and (self.oldest_overdue_schedule or 0) <= settings.READY_SCHEDULE_SECONDS_MOST
        )


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 as long as this process answers; asks nothing of anybody else."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 or 503 with the findings as JSON."""
    found = inspect(timezone.now())
    return JsonResponse({"ready": found.ready, **asdict(found)}, status=200 if found.ready else 503)


def inspect(now: datetime) -> Readiness:
    """Ask database and broker, and look for work that should have been done by now."""
    broker = broker_answers()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return Readiness(True, broker, oldest_due_delivery(now), oldest_overdue_schedule(now))
    except DatabaseError:
        return Readiness(database=False, broker=broker)


def oldest_due_delivery(now: datetime) -> int | None:
    """Age of the delivery that waits longest; those of resting or stopped destinations may wait."""
    awake = Q(destination__resting_until__isnull=True) | Q(destination__resting_until__lte=now)
    due = Delivery.objects.ripe(now).filter(awake, destination__active=True)
    return _age(due.order_by("due_at").values_list("due_at", flat=True).first(), now)


def oldest_overdue_schedule(now: datetime) -> int | None:
    """Age of the release that should have been published longest ago."""
    due = Release.objects.due(now).order_by("scheduled_at")
    return _age(due.values_list("scheduled_at", flat=True).first(), now)


def _age(since: datetime | None, now: datetime) -> int | None:
    return None if since is None else int((now - since).total_seconds())
