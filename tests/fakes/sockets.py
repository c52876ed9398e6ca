"""Servers that speak bytes, so that a test can make them as rude as the world is."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator

Manners = Callable[[socket.socket], None]


@contextlib.contextmanager
def listening(manners: Manners, *, family: int = socket.AF_INET) -> Iterator[int]:
    """A server on loopback that treats each connection so; gives its port."""
    host = "::1" if family == socket.AF_INET6 else "127.0.0.1"
    with socket.create_server((host, 0), family=family) as server:
        threading.Thread(target=_serve, args=(server, manners), daemon=True).start()
        try:
            yield server.getsockname()[1]
        finally:
            server.shutdown(socket.SHUT_RDWR)


def request_of(connection: socket.socket) -> bytes:
    """One whole request: head, and as much body as Content-Length promises.

    What came so far where the other side left in the middle of it.
    """
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = connection.recv(65536)
        if not chunk:
            return received
        received += chunk
    head, _, body = received.partition(b"\r\n\r\n")
    length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if _is_length(line)), 0)
    while len(body) < length:
        chunk = connection.recv(1 << 20)
        if not chunk:
            break
        body += chunk
    return head + b"\r\n\r\n" + body


def _is_length(line: bytes) -> bool:
    return line.lower().startswith(b"content-length:")


def _serve(server: socket.socket, manners: Manners) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        threading.Thread(target=_treat, args=(connection, manners), daemon=True).start()


def _treat(connection: socket.socket, manners: Manners) -> None:
    with connection, contextlib.suppress(OSError):
        manners(connection)
