"""The sample outlet behind a listener with moods: it verifies and keeps items as it always does,
but each webhook may be treated as a real partner's server would on a bad day."""

import contextlib
import io
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from standardwebhooks import Webhook

from newsroom.workshop.outlet.shelf import Shelf
from newsroom.workshop.outlet.site import Site
from tests.fakes.sockets import listening, request_of

SECRET = "whsec_" + "a2F0YS1rYXRhLXJhaGFzaWEtdW50dWstdWppLWNvYmE="


def says(status: str, **headers: str) -> Callable[["MoodyOutlet", bytes], bytes]:
    """Answer with a status and take nothing."""

    def mood(outlet: "MoodyOutlet", raw: bytes) -> bytes:
        lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        return "\r\n".join([f"HTTP/1.1 {status}", *lines, "Content-Length: 0", "", ""]).encode()

    return mood


def drops_before(outlet: "MoodyOutlet", raw: bytes) -> bytes:
    """Hang up without having read what it means."""
    return b""


def drops_after(outlet: "MoodyOutlet", raw: bytes) -> bytes:
    """Take it, then hang up without a word."""
    outlet.answer(raw)
    return b""


def stammers_after(outlet: "MoodyOutlet", raw: bytes) -> bytes:
    """Take it, then break off in the middle of the answer."""
    return outlet.answer(raw)[:-5]


def talks_nonsense(outlet: "MoodyOutlet", raw: bytes) -> bytes:
    """Something that is not HTTP."""
    return b"220 mail.example ESMTP\r\n"


class MoodyOutlet:
    """Its moods are used up one for each webhook; afterwards it behaves."""

    def __init__(self, folder: Path) -> None:
        self.shelf = Shelf(folder / "outlet.sqlite3")
        self.moods: list[Callable[[MoodyOutlet, bytes], bytes]] = []
        self.ids: list[str] = []
        self.port = 0
        self.asleep = threading.Event()
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def open(self) -> Iterator["MoodyOutlet"]:
        """The outlet while it listens."""
        with listening(self._treat) as self.port:
            address = f"http://127.0.0.1:{self.port}"
            self.site = Site(self.shelf, Webhook(SECRET), address)
            yield self
            self.asleep.set()

    def trust(self, secret: str) -> None:
        """Verify with another secret from now on."""
        self.site = Site(self.shelf, Webhook(secret), self.site.address)

    @property
    def url(self) -> str:
        """Where webhooks go."""
        return f"http://127.0.0.1:{self.port}/webhook"

    def items(self) -> dict[str, Any]:
        """What readers would find, by guid."""
        return {held.item.guid: held for held in self.shelf.newest()}

    def answer(self, raw: bytes) -> bytes:
        """What the sample outlet answers to the request, as bytes of HTTP."""
        head, _, body = raw.partition(b"\r\n\r\n")
        line, *lines = head.decode().split("\r\n")
        method, path, _version = line.split(" ")
        environ: dict[str, Any] = {"REQUEST_METHOD": method, "PATH_INFO": unquote(path)}
        environ |= {"CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body)}
        for name, value in (one.split(": ", 1) for one in lines):
            environ[f"HTTP_{name.upper().replace('-', '_')}"] = value
        return self._run(environ)

    def _run(self, environ: dict[str, Any]) -> bytes:
        started: list[bytes] = []

        def start_response(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
            started.append(f"HTTP/1.1 {status}\r\n".encode())
            started.extend(f"{name}: {value}\r\n".encode() for name, value in headers)

        content = b"".join(self.site(environ, start_response))
        return b"".join([*started, b"Connection: close\r\n\r\n", content])

    def _treat(self, connection: socket.socket) -> None:
        raw = request_of(connection)
        if b"\r\n\r\n" not in raw:
            return  # a client that was killed while it spoke
        with self._lock:
            posted = raw.startswith(b"POST")
            mood = self.moods.pop(0) if posted and self.moods else None
            if posted:
                self.ids.append(_webhook_id(raw))
        answer = mood(self, raw) if mood else self.answer(raw)
        if answer:
            connection.sendall(answer)
        elif mood is not None:
            # Reset rather than close, as a crashed server does.
            linger = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)


def _webhook_id(raw: bytes) -> str:
    lines = raw.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    found = (one.split(": ", 1)[1] for one in lines if one.lower().startswith("webhook-id: "))
    return next(found, "")
