"""The only way out keeps its deadline, its size cap and its walls, against real servers."""

import asyncio
import datetime as dt
import gzip
import itertools
import socket
import struct
import threading
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newsroom
from newsroom.lib import http
from newsroom.lib.http.addresses import is_public
from tests.fakes.sockets import listening, request_of

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
SECOND = dt.timedelta(seconds=1)
Manners = Callable[[socket.socket], None]


@pytest.fixture
def ask(settings: Any) -> Callable[..., http.Answer]:
    """Ask a server with the given manners, which the settings name as private."""

    def asking(manners: Manners, method: str = "GET", **options: Any) -> http.Answer:
        with listening(manners) as port:
            settings.HTTP_PRIVATE_HOSTS = [f"127.0.0.1:{port}"]
            return http.fetch(method, f"http://127.0.0.1:{port}/a?b=1", **options)

    return asking


def says(*parts: bytes, every: float = 0.0) -> Manners:
    """A server that reads the request and then writes the parts, with pauses between them."""

    def manners(connection: socket.socket) -> None:
        request_of(connection)
        for part in parts:
            connection.sendall(part)
            time.sleep(every)

    return manners


def drip(prefix: bytes) -> Manners:
    """A server that keeps the line busy: a byte every 50 ms, for ever."""
    return says(prefix, *itertools.repeat(b"x", 2_000), every=0.05)


def test_an_answer_comes_back_whole_with_our_name_on_the_request(ask: Any) -> None:
    seen: list[bytes] = []

    def manners(connection: socket.socket) -> None:
        seen.append(request_of(connection))
        connection.sendall(OK)

    answer = ask(manners, "POST", headers={"X-Test": "1"}, body=b"hai")
    assert (answer.status, answer.body, answer.accepted) == (200, b"ok", True)
    assert answer.header("Content-Length") == "2"
    assert seen[0].startswith(b"POST /a?b=1 HTTP/1.1\r\n")
    assert seen[0].endswith(b"\r\n\r\nhai")
    assert f"WartaPas/{newsroom.__version__} (+".encode() in seen[0]
    assert b"X-Test: 1" in seen[0]
    assert seen[0].lower().count(b"\r\nhost: 127.0.0.1:") == 1


def test_the_version_is_the_packages() -> None:
    pyproject = Path(newsroom.__file__).parent.parent / "pyproject.toml"
    assert tomllib.loads(pyproject.read_text())["project"]["version"] == newsroom.__version__


def test_an_upload_of_several_megabytes_arrives(ask: Any) -> None:
    sizes: list[int] = []

    def manners(connection: socket.socket) -> None:
        sizes.append(len(request_of(connection).partition(b"\r\n\r\n")[2]))
        connection.sendall(OK)

    assert ask(manners, "POST", body=b"x" * 12_000_000).accepted
    assert sizes == [12_000_000]


def test_a_redirect_is_an_answer_and_not_followed(ask: Any) -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n"
    answer = ask(says(moved))
    assert (answer.status, answer.accepted) == (302, False)
    assert answer.header("location") == "http://127.0.0.1/"


@pytest.mark.parametrize(
    "manners",
    [
        drip(b"HTTP/1.1 200 OK\r\nX-Slow: "),
        drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"),
        says(b"", every=20),
        says(*itertools.repeat(b"HTTP/1.1 103 Early Hints\r\n\r\n", 2_000), every=0.02),
    ],
    ids=["drips headers", "drips body", "never answers", "hints for ever"],
)
def test_the_deadline_is_total(ask: Any, manners: Manners) -> None:
    began = time.monotonic()
    with pytest.raises(http.MayHaveArrived):
        ask(manners, deadline=SECOND)
    assert time.monotonic() - began < 3


def test_a_server_that_does_not_read_ends_by_the_deadline(ask: Any) -> None:
    began = time.monotonic()
    with pytest.raises(http.MayHaveArrived):
        ask(lambda _: time.sleep(20), "POST", body=b"x" * 30_000_000, deadline=SECOND)
    assert time.monotonic() - began < 3


def test_slow_names_end_by_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def slow(*_: Any, **__: Any) -> None:
        over.wait(20)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    began = time.monotonic()
    with pytest.raises(http.NothingSent):
        http.fetch("GET", "https://lambat.example/", deadline=SECOND)
    assert time.monotonic() - began < 3
    over.set()  # the thread that still waits must not outlive this test


def test_an_unknown_name_means_nothing_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(http.NothingSent):
        http.fetch("GET", "https://tidak-ada.example/")


def test_a_refused_connection_means_nothing_was_sent(settings: Any) -> None:
    with listening(says(OK)) as port:
        settings.HTTP_PRIVATE_HOSTS = [f"127.0.0.1:{port}"]
    with pytest.raises(http.NothingSent) as refused:
        http.fetch("GET", f"http://127.0.0.1:{port}/")
    assert not isinstance(refused.value, http.AddressForbidden)


def test_an_answer_over_the_cap_is_cut_off_and_says_its_status(ask: Any) -> None:
    with pytest.raises(http.AnswerTooLarge) as large:
        ask(says(b"HTTP/1.1 201 Created\r\n\r\n" + b"x" * 5_000), most_bytes=4_999)
    assert large.value.status == 201
    assert ask(says(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 5_000), most_bytes=5_000).accepted


def packed(body: bytes, encoding: bytes = b"gzip") -> bytes:
    return (
        b"HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n"
        % (
            encoding,
            len(body),
        )
        + body
    )


def test_a_packed_answer_is_unpacked_but_a_bomb_is_not(ask: Any) -> None:
    assert ask(says(packed(gzip.compress(b"halo")))).body == b"halo"
    bomb = gzip.compress(b"\0" * 200_000_000)
    with pytest.raises(http.AnswerTooLarge):
        ask(says(packed(bomb)))
    with pytest.raises(http.AnswerTooLarge):
        ask(says(packed(b"??", b"br")))
    with pytest.raises(http.MayHaveArrived):
        ask(says(packed(b"not gzip")))


def reset(connection: socket.socket) -> None:
    request_of(connection)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@pytest.mark.parametrize(
    "manners",
    [reset, says(), says(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok"), says(b"SSH-2.0\r\n")],
    ids=["resets", "closes without a word", "closes half-way", "speaks something else"],
)
def test_a_line_broken_after_sending_may_have_arrived(ask: Any, manners: Manners) -> None:
    with pytest.raises(http.MayHaveArrived):
        ask(manners, "POST", body=b"hai")


def test_speaking_tls_to_a_plain_server_means_nothing_was_sent(settings: Any) -> None:
    with listening(says(OK)) as port:
        settings.HTTP_PRIVATE_HOSTS = [f"127.0.0.1:{port}"]
        with pytest.raises(http.NothingSent):
            http.fetch("GET", f"https://127.0.0.1:{port}/", deadline=2 * SECOND)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/",
        "http://0177.0.0.1/", "http://0/", "http://localhost/", "http://LOCALHOST./",
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::]/",
        "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/", "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://[fd00::1]/",
        "http://224.0.0.1/", "http://255.255.255.255/", "http://240.0.0.1/",
        "http://[64:ff9b::127.0.0.1]/", "http://[2002:7f00:1::]/", "http://[::127.0.0.1]/",
        "http://[fec0::1]/", "http://[ff02::1]/", "http://198.18.0.1/", "http://192.0.2.1/",
    ],
)  # fmt: skip
def test_private_addresses_are_refused_in_every_form(url: str) -> None:
    with pytest.raises(http.NothingSent) as refused:
        http.fetch("GET", url, deadline=5 * SECOND)
    assert isinstance(refused.value, http.AddressForbidden) or "resolve" in str(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://contoh.id/", "gopher://contoh.id/", "//contoh.id/", "",
        "https://user:secret@contoh.id/", "https:///x", "http://contoh.id:99999/", "http://[::1/",
        "http://x\ny/", "https://user@contoh.id/", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_unusable_addresses_are_refused(url: str) -> None:
    with pytest.raises(http.AddressForbidden):
        http.fetch("GET", url)


def test_public_addresses_are_told_from_others() -> None:
    assert is_public("8.8.8.8")
    assert is_public("2606:4700:4700::1111")
    assert is_public("64:ff9b::808:808")
    assert not is_public("fe80::1%eth0")
    assert not is_public("::ffff:10.0.0.1")


def answering(*addresses: str) -> Callable[..., Any]:
    """A stand-in for DNS that gives these addresses to every name."""

    def getaddrinfo(_host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in addresses]

    return getaddrinfo


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answering("8.8.8.8", "127.0.0.1"))
    with pytest.raises(http.AddressForbidden):
        http.fetch("GET", "http://dua-muka.example/")


def test_a_name_is_resolved_once_and_the_checked_address_is_the_one_connected_to(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    seen: list[bytes] = []
    asked: list[str] = []

    def manners(connection: socket.socket) -> None:
        seen.append(request_of(connection))
        connection.sendall(OK)

    def once(host: str, port: int, **_: Any) -> list[Any]:
        asked.append(host)
        return list(answering("127.0.0.1")(host, port))

    with listening(manners) as port:
        settings.HTTP_PRIVATE_HOSTS = [f"Mitra.example:{port}"]
        monkeypatch.setattr(socket, "getaddrinfo", once)
        assert http.fetch("GET", f"http://mitra.example:{port}/").accepted
    assert asked == ["mitra.example"]
    assert f"Host: mitra.example:{port}".encode() in seen[0]


def test_the_next_address_is_tried_where_one_does_not_connect(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    with listening(says(OK)) as port:
        settings.HTTP_PRIVATE_HOSTS = [f"mitra.example:{port}"]
        monkeypatch.setattr(socket, "getaddrinfo", answering("::1", "127.0.0.1"))
        assert http.fetch("GET", f"http://mitra.example:{port}/").accepted


def test_only_the_named_port_of_a_private_host_opens(settings: Any) -> None:
    settings.HTTP_PRIVATE_HOSTS = ["127.0.0.1:8299"]
    assert http.named_private("http://127.0.0.1:8299/x")
    assert not http.named_private("http://127.0.0.1:8298/x")
    with pytest.raises(http.AddressForbidden):
        http.fetch("GET", "http://127.0.0.1:8298/")


def test_proxies_of_the_environment_are_ignored(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert ask(says(OK)).accepted


def test_worker_threads_and_running_event_loops_may_ask_too(ask: Any) -> None:
    found: list[int] = []
    worker = threading.Thread(target=lambda: found.append(ask(says(OK)).status))
    worker.start()
    worker.join()

    async def inside() -> None:
        found.append(ask(says(OK)).status)

    asyncio.run(inside())
    assert found == [200, 200]


def test_an_illegal_header_is_our_own_error(ask: Any) -> None:
    with pytest.raises(Exception, match="Illegal header") as broken:
        ask(says(OK), headers={"X-Bad": "a\r\nX-Smuggled: b"})
    assert not isinstance(broken.value, http.NoAnswer)
