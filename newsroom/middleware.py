"""Gives every request an id that its log lines and its answer carry."""

import logging
import uuid
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

_current: ContextVar[str] = ContextVar("request_id", default="-")


def request_id(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Take X-Request-ID from the proxy where it looks like one, else make a new id."""

    def middleware(request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        usable = 8 <= len(given) <= 64 and given.replace("-", "").isalnum()
        token = _current.set(given if usable else uuid.uuid4().hex)
        try:
            response = get_response(request)
            response["X-Request-ID"] = _current.get()
            return response
        finally:
            _current.reset(token)

    return middleware


class RequestIdFilter(logging.Filter):
    """Adds ``request_id`` to every record, "-" outside requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Never drops a record."""
        record.request_id = _current.get()
        return True
