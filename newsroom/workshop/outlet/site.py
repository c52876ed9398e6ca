"""The outlet as a WSGI application: one way in for webhooks, two pages for readers."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from standardwebhooks import Webhook, WebhookVerificationError

from . import items, pages
from .shelf import Shelf

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

BODY_BYTES_MOST = 1024 * 1024
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src http: https:; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class Answer:
    """What goes back: a status line, a media type, and a text."""

    status: str
    media_type: str
    text: str


def _json(status: str, **values: Any) -> Answer:
    return Answer(status, "application/json", json.dumps(values))


def _page(status: str, text: str) -> Answer:
    return Answer(status, "text/html; charset=utf-8", text)


@dataclass(frozen=True)
class Site:
    """The outlet's site. ``address`` is where readers find it; ``now`` gives the hour."""

    shelf: Shelf
    webhook: Webhook
    address: str
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        answer = self.answer(environ)
        body = answer.text.encode()
        headers = [
            ("Content-Type", answer.media_type),
            ("Content-Length", str(len(body))),
            ("Content-Security-Policy", POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("Cache-Control", "no-store"),
        ]
        start_response(answer.status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def answer(self, environ: "WSGIEnvironment") -> Answer:
        """The answer to a request."""
        method, path = environ["REQUEST_METHOD"], _path(environ)
        if path == "/webhook":
            return self.receive(environ) if method == "POST" else _json("405 Method Not Allowed")
        if method not in ("GET", "HEAD"):
            return _json("405 Method Not Allowed")
        if path == "/favicon.ico":  # browsers ask by themselves
            return Answer("204 No Content", "image/x-icon", "")
        if path == "/":
            return _page("200 OK", pages.front(self.shelf.newest()))
        if path.startswith("/berita/"):
            return self.show(path.removeprefix("/berita/"))
        return _page("404 Not Found", pages.missing())

    def show(self, guid: str) -> Answer:
        """An item's page; 410 tells everybody that a withdrawn one will not come back."""
        held = self.shelf.find(guid)
        if held is None:
            return _page("404 Not Found", pages.missing())
        if held.withdrawn:
            return _page("410 Gone", pages.gone(held))
        return _page("200 OK", pages.story(held))

    def receive(self, environ: "WSGIEnvironment") -> Answer:
        """A webhook, if it is not too large to read."""
        length = environ.get("CONTENT_LENGTH") or ""
        if not length.isdigit():
            return _json("411 Length Required")
        if int(length) > BODY_BYTES_MOST:
            return _json("413 Content Too Large")
        return self.read(environ, environ["wsgi.input"].read(int(length)))

    def read(self, environ: "WSGIEnvironment", raw: bytes) -> Answer:
        """Verify first, read afterwards; whatever was understood is acknowledged."""
        names = ("webhook-id", "webhook-timestamp", "webhook-signature")
        headers = {
            name: environ.get(f"HTTP_{name.upper().replace('-', '_')}", "") for name in names
        }
        try:
            # Compares in constant time and refuses timestamps more than five minutes off.
            self.webhook.verify(raw, headers, json_parse=False)
        except (WebhookVerificationError, ValueError):
            return _json("401 Unauthorized", error="signature or timestamp is not valid")
        try:
            item = items.read(raw)
        except items.Unreadable as error:
            return _json("400 Bad Request", error=str(error))
        if item is None:
            return _json("200 OK", outcome="test")
        outcome = self.shelf.take(item, webhook_id=headers["webhook-id"], at=self.now())
        place = self.address + pages.path_of(item.guid)
        return _json("200 OK", id=item.guid, url=place, outcome=outcome)


def _path(environ: "WSGIEnvironment") -> str:
    """WSGI gives the path's bytes as Latin-1."""
    return str(environ.get("PATH_INFO", "/")).encode("latin-1").decode("utf-8", "replace")
