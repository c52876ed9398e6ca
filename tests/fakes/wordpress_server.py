"""The small WordPress behind a real HTTP server that can fail as real servers do."""

import contextlib
import http.server
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.fakes.wordpress import Error, WordPress

LOGIN_PAGE = b"<!DOCTYPE html><title>Masuk</title><form>Nama pengguna</form>"
Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Fault:
    """What goes wrong once: ``does`` the work or not, then answers so, or hangs for seconds."""

    method: str
    path: str
    does: bool
    status: int = 0
    hangs: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Site(WordPress):
    """A running site: what was asked of it, what goes wrong next, and what stands in front."""

    asked: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    login_wall: bool = False
    cached: set[str] = field(default_factory=set)
    bodies: list[Any] = field(default_factory=list)

    def fail(self, method: str, path: str, *, does: bool = False, **how: Any) -> None:
        """Let the next such request fail."""
        self.faults.append(Fault(method, path, does, **how))

    def wrote(self) -> list[str]:
        """The requests that were meant to change something."""
        return [one for one in self.asked if not one.startswith("GET")]

    def reply(self, method: str, url: str, headers: dict[str, str], body: bytes) -> Reply:
        """The whole answer to a request."""
        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query))
        if not parts.path.startswith("/wp-json/wp/v2/"):
            shown = parts.path in self.cached
            return 200 if shown else self.page(parts.path, query), {}, b"<p>halaman</p>"
        path = parts.path.removeprefix("/wp-json/wp/v2/")
        self.asked.append(f"{method} {path}")
        if self.login_wall:
            return 200, {"Content-Type": "text/html"}, LOGIN_PAGE
        wrong = next((one for one in self.faults if (one.method, one.path) == (method, path)), None)
        if wrong is None:
            return self._json(method, path, query, headers, body)
        self.faults.remove(wrong)
        done = self._json(method, path, query, headers, body) if wrong.does else (0, {}, b"{}")
        time.sleep(wrong.hangs)
        return self._spoiled(wrong, done)

    def _spoiled(self, wrong: Fault, done: Reply) -> Reply:
        headers = {"Content-Type": "text/html", **wrong.headers}
        if wrong.does and wrong.path == "media":
            headers["X-WP-Upload-Attachment-ID"] = str(json.loads(done[2])["id"])
        return wrong.status or done[0], headers, b"<h1>Kesalahan kritis pada situs ini</h1>"

    def _json(
        self, method: str, path: str, query: dict[str, str], headers: dict[str, str], body: bytes
    ) -> Reply:
        is_json = headers.get("content-type") == "application/json"
        fields = json.loads(body) if is_json else body
        self.bodies.append(fields)
        kind = {"Content-Type": "application/json; charset=UTF-8"}
        try:
            given = self.rest(method, path, query, headers, fields)
        except Error as error:
            return error.status, kind, json.dumps(error.given).encode()
        created = method == "POST" and path in {"posts", "media"}
        return 201 if created else 200, kind, json.dumps(given).encode()


@contextlib.contextmanager
def running() -> Iterator[Site]:
    """A site on a free port of loopback."""
    site = Site()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(site)) as server:
        site.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        server.daemon_threads = True
        yield site
        server.shutdown()


def _handler(site: Site) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            named = {name.lower(): value for name, value in self.headers.items()}
            status, headers, given = site.reply(self.command, self.path, named, body)
            with contextlib.suppress(OSError):
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(given)))
                self.end_headers()
                self.wfile.write(given)

        def do_GET(self) -> None:
            self.answer()

        def do_POST(self) -> None:
            self.answer()

        def do_DELETE(self) -> None:
            self.answer()

    return Handler
