"""Milliseconds of CPU and queries of the public pages, uncached."""

from dataclasses import dataclass
from statistics import median
from time import process_time

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from newsroom.releases.models import Release

_WARM_UP = 3
_RUNS = 25


@dataclass(frozen=True, slots=True)
class PageFigure:
    """Median milliseconds of this process's CPU for one answer, and its queries."""

    page: str
    milliseconds: float
    queries: int


def measure_pages() -> list[PageFigure]:
    """Front, release and facility page of the newest releases of the database as it is."""
    newest = list(Release.objects.readable().newest().select_related("facility")[:_RUNS])
    return [
        _measure("front", ["/"] * _RUNS),
        _measure("release", [one.get_absolute_url() for one in newest]),
        _measure("facility", [one.facility.get_absolute_url() for one in newest]),
    ]


def _measure(page: str, paths: list[str]) -> PageFigure:
    client = Client(SERVER_NAME="127.0.0.1")
    for path in paths[:_WARM_UP]:
        _get(client, path)
    times = [_timed(client, path) for path in paths]
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        _get(client, paths[0])
    return PageFigure(page, median(times), len(captured))


def _timed(client: Client, path: str) -> float:
    cache.clear()
    began = process_time()
    _get(client, path)
    return (process_time() - began) * 1000


def _get(client: Client, path: str) -> None:
    response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")
