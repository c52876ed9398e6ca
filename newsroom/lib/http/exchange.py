"""One request and its answer, within one total deadline."""

import asyncio
import ssl
import threading
import time
import zlib
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from functools import cache
from typing import Any

import httpx  # noqa: TID251 - this package is the way out
from django.conf import settings

from newsroom import __version__

from .addresses import Target, resolve, target
from .answers import (
    Answer,
    AnswerTooLarge,
    CertificateRefused,
    MayHaveArrived,
    NoAnswer,
    NothingSent,
)


def fetch(
    method: str,
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    body: bytes = b"",
    deadline: timedelta = timedelta(seconds=30),
    most_bytes: int = 1024 * 1024,
) -> Answer:
    """Send one request and return its answer, whatever the status; redirects are not followed.

    ``deadline`` is total: names, connection, sending, and the last byte of the answer.
    ``most_bytes`` caps the answer's body, unpacked. Raises NothingSent (AddressForbidden,
    CertificateRefused) or MayHaveArrived (AnswerTooLarge). Works in any thread.
    """
    ends_at = time.monotonic() + deadline.total_seconds()
    goal = target(url)
    addresses = _resolved(goal, ends_at)
    request = _request(method, goal, headers or {}, body)
    call = _Call(goal, request, most_bytes, ends_at)
    # A thread of its own: the caller's may already run an event loop (a browser test does).
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, call.first_answer(addresses)).result()


class _Call:
    """A request on its way; remembers whether any of it was sent."""

    def __init__(
        self, goal: Target, request: httpx.Request, most_bytes: int, ends_at: float
    ) -> None:
        self.goal = goal
        self.request = request
        self.most_bytes = most_bytes
        self.ends_at = ends_at
        self.sent = False

    async def first_answer(self, addresses: list[str]) -> Answer:
        """The answer of the first address that can be connected to.

        A connection gives up a little before the deadline does: httpcore closes its socket then.
        """
        left = self.ends_at - time.monotonic()
        try:
            async with asyncio.timeout(left), _client(left * 0.95 / len(addresses)) as client:
                for address in addresses[:-1]:
                    try:
                        return await self.answer(client, address)
                    except (httpx.ConnectError, httpx.ConnectTimeout):
                        continue  # nothing was sent; the name has another address
                return await self.answer(client, addresses[-1])
        except httpx.LocalProtocolError:
            raise  # a header we should not have written: our bug, not the road's
        except (httpx.TransportError, OSError) as error:
            raise self.trouble(error) from error

    async def answer(self, client: httpx.AsyncClient, address: str) -> Answer:
        """Ask this address. The URL carries it; Host and SNI carry the name."""
        self.request.url = self.goal.url.copy_with(host=address)
        self.request.extensions |= {"trace": self.note, "sni_hostname": self.goal.host}
        response = await client.send(self.request, stream=True)
        try:
            body = await self.body(response)
        finally:
            await response.aclose()
        return Answer(response.status_code, dict(response.headers.items()), body)

    async def body(self, response: httpx.Response) -> bytes:
        """The body, unpacked, up to the cap. gzip comes only from servers that ignore our wish."""
        packed = bytearray()
        async for chunk in response.aiter_raw():
            packed += chunk
            self.check_size(len(packed), response)
        encoding = response.headers.get("content-encoding", "identity").lower()
        if encoding == "identity" or not packed:
            return bytes(packed)
        if encoding not in {"gzip", "deflate"}:
            raise AnswerTooLarge(f"answer packed as {encoding}", status=response.status_code)
        try:
            body = zlib.decompressobj(wbits=47).decompress(bytes(packed), self.most_bytes + 1)
        except zlib.error as error:
            raise MayHaveArrived(f"the packed answer is damaged: {error}") from error
        self.check_size(len(body), response)
        return body

    def check_size(self, size: int, response: httpx.Response) -> None:
        """Raise AnswerTooLarge beyond the cap."""
        if size > self.most_bytes:
            raise AnswerTooLarge(
                f"more than {self.most_bytes} bytes of answer", status=response.status_code
            )

    async def note(self, event: str, _details: Mapping[str, Any]) -> None:
        """Called by httpcore at each step; the first byte may leave after this one."""
        if event == "http11.send_request_headers.started":
            self.sent = True

    def trouble(self, error: Exception) -> NoAnswer:
        """The error in our words, by whether anything was sent."""
        reason = f"{self.goal.place}: {type(error).__name__} {error}".strip()
        if self.sent:
            return MayHaveArrived(reason)
        return CertificateRefused(reason) if _about_certificate(error) else NothingSent(reason)


def _request(method: str, goal: Target, headers: Mapping[str, str], body: bytes) -> httpx.Request:
    own = {
        "User-Agent": f"WartaPas/{__version__} (+{settings.SITE_URL})",
        "Accept": "*/*",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    merged = httpx.Headers({**own, **headers})
    merged["Host"] = goal.url.netloc.decode("ascii")
    return httpx.Request(method, goal.url, headers=merged, content=body or None)


def _client(connect_seconds: float) -> httpx.AsyncClient:
    transport = httpx.AsyncHTTPTransport(verify=_certificates(), trust_env=False)
    timeout = httpx.Timeout(None, connect=max(connect_seconds, 0.001))
    return httpx.AsyncClient(
        transport=transport, timeout=timeout, trust_env=False, follow_redirects=False
    )


@cache
def _certificates() -> ssl.SSLContext:
    """The authorities we trust: certifi's, or those of SSL_CERT_FILE. Reading them takes 20 ms."""
    return httpx.create_ssl_context()


def _resolved(goal: Target, ends_at: float) -> list[str]:
    """The addresses, in time. A daemon thread, left behind if need be: nothing ends getaddrinfo."""
    outcome: Future[list[str]] = Future()

    def look_up() -> None:
        try:
            outcome.set_result(resolve(goal))
        except NoAnswer as error:
            outcome.set_exception(error)

    threading.Thread(target=look_up, daemon=True, name=f"resolve {goal.host}").start()
    try:
        return outcome.result(max(0.0, ends_at - time.monotonic()))
    except TimeoutError as error:
        raise NothingSent(f"no time left to resolve {goal.host}") from error


def _about_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
