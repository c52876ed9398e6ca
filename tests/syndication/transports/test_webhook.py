"""Signed webhooks against a real receiver that verifies with the standard's own library."""

import base64
import contextlib
import datetime as dt
import email.utils
import http.server
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import standardwebhooks

from newsroom.syndication.parcels import Refused, TryLater
from newsroom.syndication.transports import TRANSPORTS, errand
from newsroom.syndication.transports.webhook import Webhook
from tests.fakes.parcels import GUID, HTML, JSON, again

SECRET = "whsec_" + base64.b64encode(b"a" * 32).decode()
OLD_SECRET = "whsec_" + base64.b64encode(b"b" * 24).decode()


class Receiver(http.server.BaseHTTPRequestHandler):
    """Keeps what it got and answers as told."""

    seen: list[tuple[dict[str, str], bytes]]
    answers: list[tuple[int, dict[str, str], bytes]]
    pages: dict[str, int]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.seen.append(({name.lower(): value for name, value in self.headers.items()}, body))
        status, headers, answer = self.answers.pop(0) if self.answers else (204, {}, b"")
        self._answer(status, headers, answer)

    def do_GET(self) -> None:
        self._answer(self.pages.get(self.path, 200), {}, b"halaman")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)


class Outlet:
    """A running receiver and a transport that knows its address."""

    def __init__(self, port: int, handler: type[Receiver]) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.seen, self.answers, self.pages = handler.seen, handler.answers, handler.pages
        self.transport = Webhook({"url": f"{self.address}/masuk", "secret": SECRET})

    def says(self, status: int, body: object = b"", **headers: str) -> None:
        """Answer the next message so; other things than bytes as JSON."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.append((status, named, raw))


@pytest.fixture
def outlet(settings: Any) -> Iterator[Outlet]:
    handler = type("Handler", (Receiver,), {"seen": [], "answers": [], "pages": {}})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        settings.HTTP_PRIVATE_HOSTS = [f"127.0.0.1:{server.server_port}"]
        yield Outlet(server.server_port, handler)
        server.shutdown()


def test_what_arrives_is_signed_byte_for_byte(outlet: Outlet) -> None:
    outlet.transport.place(JSON)
    headers, body = outlet.seen[0]
    message = standardwebhooks.Webhook(SECRET).verify(body, headers)
    assert message == {
        "type": "release.published",
        "timestamp": "2026-03-05T09:05:00+08:00",
        "data": {
            "guid": GUID,
            "edition": 1,
            "headline": "Panen & Masak",
            "url": "https://warta.example/siaran/panen-masak/",
            "item": {"uri": "urn:x", "judul": "é☂"},
        },
    }
    assert headers["content-type"] == "application/json"
    assert headers["webhook-id"] == JSON.key
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 30
    with pytest.raises(standardwebhooks.WebhookVerificationError):
        standardwebhooks.Webhook(OLD_SECRET).verify(body, headers)


def test_a_document_that_is_no_json_travels_as_text(outlet: Outlet) -> None:
    outlet.transport.place(HTML)
    item = json.loads(outlet.seen[0][1])["data"]["item"]
    assert item == {"content_type": "text/html", "content": HTML.document.body.decode()}


def test_the_id_stays_the_same_over_attempts(outlet: Outlet) -> None:
    outlet.says(503)
    with pytest.raises(TryLater):
        outlet.transport.place(HTML)
    outlet.transport.place(again(HTML, uncertain=True))
    assert [headers["webhook-id"] for headers, _ in outlet.seen] == [HTML.key, HTML.key]


def test_while_the_secret_changes_both_sign(outlet: Outlet) -> None:
    url = f"{outlet.address}/masuk"
    Webhook({"url": url, "secret": SECRET, "previous_secret": OLD_SECRET}).place(HTML)
    headers, body = outlet.seen[0]
    assert len(headers["webhook-signature"].split(" ")) == 2
    for secret in (SECRET, OLD_SECRET):
        assert standardwebhooks.Webhook(secret).verify(body, headers)


@pytest.mark.parametrize(
    "secret",
    ["", "rahasia", "whsec_", "whsec_bukan base64!", SECRET.removeprefix("whsec_")]
    + [f"whsec_{base64.b64encode(b'x' * size).decode()}" for size in (23, 65)],
)
def test_an_unusable_secret_is_refused_before_anything_is_sent(outlet: Outlet, secret: str) -> None:
    transport = Webhook({"url": outlet.address, "secret": secret})
    with pytest.raises(Refused, match="whsec_"):
        transport.place(HTML)
    assert not transport.try_out().works
    assert outlet.seen == []


def test_their_id_and_address_become_the_receipt(outlet: Outlet) -> None:
    outlet.says(201, {"id": 41, "url": "https://mitra.example/41"})
    placed = outlet.transport.place(HTML)
    assert (placed.remote_id, placed.remote_url) == ("41", "https://mitra.example/41")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>ok</html>",
        [1],
        "x",
        {"id": None},
        {"id": "x" * 201},
        {"id": {}},
        b"[" * 90000,
        {"url": "javascript:alert(1)"},
        {"url": "https://a.example/" + "x" * 500},
    ],
    ids=range(10),
)
def test_an_answer_without_a_usable_receipt_is_a_success_all_the_same(
    outlet: Outlet, answer: object
) -> None:
    outlet.says(200, answer)
    placed = outlet.transport.place(HTML)
    assert (placed.remote_id, placed.remote_url) == (GUID, "")


def test_what_was_known_stays_known_where_they_say_nothing_new(outlet: Outlet) -> None:
    placed = outlet.transport.place(again(HTML, replaces="41", replaces_url="https://m.example/41"))
    assert (placed.remote_id, placed.remote_url) == ("41", "https://m.example/41")


def test_an_accepted_message_with_an_endless_answer_is_accepted(outlet: Outlet) -> None:
    outlet.says(200, b"x" * 3_000_000)
    assert outlet.transport.place(HTML).remote_id == GUID


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_a_road_closed_for_now_is_tried_later(outlet: Outlet, status: int) -> None:
    outlet.says(status, b"<p>sedang sibuk</p>", Retry_After="120")
    with pytest.raises(TryLater, match="sedang sibuk") as later:
        outlet.transport.place(HTML)
    assert later.value.after == dt.timedelta(seconds=120)
    assert later.value.status == status
    assert later.value.uncertain == (status not in {425, 429})


def http_date(seconds: int) -> str:
    """So many seconds from now, as servers write it."""
    return email.utils.formatdate(time.time() + seconds, usegmt=True)


@pytest.mark.parametrize(("asked", "least", "most"), [
    (lambda: "0", 0, 0), (lambda: "60", 60, 60), (lambda: "999999999999", 86_400, 86_400),
    (lambda: http_date(600), 500, 601), (lambda: http_date(-600), 0, 0),
    (lambda: http_date(900_000), 86_400, 86_400),
])  # fmt: skip
def test_retry_after_is_read_as_seconds_or_date_up_to_a_day(
    outlet: Outlet, asked: Callable[[], str], least: int, most: int
) -> None:
    outlet.says(429, b"", Retry_After=asked())
    with pytest.raises(TryLater) as later:
        outlet.transport.place(HTML)
    assert later.value.after is not None
    assert least <= later.value.after.total_seconds() <= most


@pytest.mark.parametrize("asked", ["", "besok", "-5", "1.5", "²"])
def test_a_senseless_retry_after_is_ignored(outlet: Outlet, asked: str) -> None:
    outlet.says(503, b"", Retry_After=asked.encode().decode("latin-1"))
    with pytest.raises(TryLater) as later:
        outlet.transport.place(HTML)
    assert later.value.after is None


@pytest.mark.parametrize("status", [301, 302, 307, 308, 400, 404, 405, 409, 413, 422])
def test_other_refusals_need_a_person(outlet: Outlet, status: int) -> None:
    outlet.says(status, b"", Location="https://baru.example/masuk")
    with pytest.raises(Refused) as refused:
        outlet.transport.place(HTML)
    assert (refused.value.status, refused.value.gone) == (status, False)
    assert ("baru.example" in str(refused.value)) == (status < 400)
    assert len(outlet.seen) == 1


def test_an_address_that_is_gone_is_gone_for_good(outlet: Outlet) -> None:
    outlet.says(410)
    with pytest.raises(Refused) as refused:
        outlet.transport.place(HTML)
    assert refused.value.gone


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_signature_points_at_the_secret(outlet: Outlet, status: int) -> None:
    outlet.says(status)
    outlet.says(status)
    with pytest.raises(Refused, match=r"signing secret|rahasia"):
        outlet.transport.place(HTML)
    assert not outlet.transport.try_out().works


def test_a_withdrawal_is_verified_where_the_page_is_seen_to_be_gone(outlet: Outlet) -> None:
    address = f"{outlet.address}/berita/1"
    withdrawal = again(HTML, withdraws=True, event="release.withdrawn", replaces_url=address)
    placed = outlet.transport.place(withdrawal)
    assert not placed.removal_verified
    assert placed.note
    outlet.pages["/berita/1"] = 410
    placed = outlet.transport.place(withdrawal)
    assert (placed.removal_verified, placed.note) == (True, "")


def test_a_withdrawal_without_a_known_page_is_accepted_unverified(outlet: Outlet) -> None:
    placed = outlet.transport.place(again(HTML, withdraws=True))
    assert not placed.removal_verified


def test_plain_http_is_refused_unless_the_settings_name_the_host(settings: Any) -> None:
    settings.HTTP_PRIVATE_HOSTS = []
    with pytest.raises(Refused, match="https://"):
        Webhook({"url": "http://mitra.example/masuk", "secret": SECRET}).place(HTML)
    with pytest.raises(Refused):
        Webhook({"url": "https://127.0.0.1/masuk", "secret": SECRET}).place(HTML)


def test_a_server_that_is_down_surely_received_nothing(settings: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    settings.HTTP_PRIVATE_HOSTS = [f"127.0.0.1:{port}"]
    with pytest.raises(TryLater) as later:
        Webhook({"url": f"http://127.0.0.1:{port}/", "secret": SECRET}).place(HTML)
    assert not later.value.uncertain


def test_a_server_that_never_answers_may_have_received_it(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errand.Errand.__init__, "__defaults__", (dt.timedelta(seconds=0.5),))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        settings.HTTP_PRIVATE_HOSTS = [f"127.0.0.1:{port}"]
        with pytest.raises(TryLater) as later:
            Webhook({"url": f"http://127.0.0.1:{port}/", "secret": SECRET}).place(HTML)
    assert later.value.uncertain


def test_trying_out_sends_a_signed_test_and_says_what_happened(outlet: Outlet) -> None:
    found = outlet.transport.try_out()
    assert found.works
    assert "127.0.0.1" in found.message
    headers, body = outlet.seen[0]
    assert standardwebhooks.Webhook(SECRET).verify(body, headers)["type"] == "wartapas.test"
    outlet.says(500)
    assert not outlet.transport.try_out().works


def test_each_transport_names_itself_and_its_settings() -> None:
    for slug, transport in TRANSPORTS.items():
        assert slug == transport.slug
        names = [one.name for one in transport.settings]
        assert len(names) == len(set(names))
        assert all(str(one.label) for one in transport.settings)
        assert any(one.secret for one in transport.settings)
