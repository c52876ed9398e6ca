"""The sample outlet, over real HTTP on the loopback address."""

import base64
import http.client
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import Webhook

from newsroom.workshop.outlet.__main__ import serve
from newsroom.workshop.outlet.shelf import Shelf
from newsroom.workshop.outlet.site import Site

SECRET = "whsec_" + base64.b64encode(bytes(range(32))).decode()
GUID = "urn:uuid:0b0c3b7e-6d37-4c5c-9f5f-3f1d0c2a9e11"


def letter(edition: int = 1, change: str = "release.published", **item: Any) -> dict[str, Any]:
    """A webhook's body as the newsroom writes it."""
    headline = f"Panen perdana, edisi {edition}"
    ninjs = {
        "uri": GUID,
        "headlines": [{"role": "main", "value": headline}],
        "bodies": [{"contentType": "text/html", "value": f"<p>Isi edisi {edition}.</p>"}],
        "by": "Humas Contoh",
        **item,
    }
    inside = {"guid": GUID, "edition": edition, "headline": headline, "item": ninjs}
    inside["url"] = "http://127.0.0.1:8000/siaran/panen-perdana"
    return {"type": change, "timestamp": "2026-01-05T09:00:00+07:00", "data": inside}


@dataclass
class Outlet:
    """The running outlet and what a sender and a reader do with it."""

    port: int

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def send(
        self,
        message: Any,
        *,
        webhook_id: str = "msg_1",
        secret: str = SECRET,
        at: datetime | None = None,
    ) -> tuple[int, dict[str, Any]]:
        raw = message if isinstance(message, bytes) else json.dumps(message).encode()
        at = at or datetime.now(UTC)
        signature = Webhook(secret).sign(webhook_id, at, raw.decode())
        status, text = self.ask(
            "POST",
            "/webhook",
            raw,
            webhook_id=webhook_id,
            webhook_timestamp=str(int(at.timestamp())),
            webhook_signature=signature,
        )
        return status, json.loads(text)

    def read(self, path: str) -> tuple[int, str]:
        return self.ask("GET", path)

    def read_item(self) -> tuple[int, str]:
        return self.read(f"/berita/{GUID.replace(':', '%3A')}")


@pytest.fixture
def outlet(tmp_path: Path) -> Iterator[Outlet]:
    site = Site(Shelf(tmp_path / "outlet.sqlite3"), Webhook(SECRET), "http://127.0.0.1:1")
    server = serve(site, 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield Outlet(server.server_port)
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_signed_release_is_shown_and_acknowledged_with_its_address(outlet: Outlet) -> None:
    status, answer = outlet.send(letter())
    assert (status, answer["id"]) == (200, GUID)
    status, page = outlet.read(answer["url"].removeprefix("http://127.0.0.1:1"))
    assert status == 200
    assert "<p>Isi edisi 1.</p>" in page
    assert "Humas Contoh" in page
    assert "Panen perdana, edisi 1" in outlet.read("/")[1]


def test_a_signature_by_another_secret_is_refused(outlet: Outlet) -> None:
    other = "whsec_" + base64.b64encode(b"x" * 32).decode()
    status, _ = outlet.send(letter(), secret=other)
    assert status == 401
    assert outlet.read_item()[0] == 404


@pytest.mark.parametrize("signature", ["", "v1", "v1,%%%", "v1a,AAAA"])
def test_a_malformed_signature_is_refused(outlet: Outlet, signature: str) -> None:
    stamp = str(int(datetime.now(UTC).timestamp()))
    status, _ = outlet.ask(
        *("POST", "/webhook", b"{}"),
        webhook_id="a",
        webhook_timestamp=stamp,
        webhook_signature=signature,
    )
    assert status == 401


@pytest.mark.parametrize("minutes", [-6, 6])
def test_a_timestamp_far_from_now_is_refused(outlet: Outlet, minutes: int) -> None:
    at = datetime.now(UTC) + timedelta(minutes=minutes)
    assert outlet.send(letter(), at=at)[0] == 401


def test_a_repeated_webhook_is_acknowledged_but_not_applied_again(outlet: Outlet) -> None:
    outlet.send(letter(1), webhook_id="msg_1")
    status, answer = outlet.send(letter(2), webhook_id="msg_1")
    assert (status, answer["outcome"]) == (200, "repeated")
    assert "Isi edisi 1" in outlet.read_item()[1]


def test_a_correction_replaces_the_edition_before_it(outlet: Outlet) -> None:
    outlet.send(letter(1), webhook_id="msg_1")
    outlet.send(letter(2, "release.corrected"), webhook_id="msg_2")
    page = outlet.read_item()[1]
    assert "Isi edisi 2" in page
    assert "Isi edisi 1" not in page
    assert "Diralat" in page


def test_an_older_edition_that_comes_late_is_acknowledged_and_ignored(outlet: Outlet) -> None:
    outlet.send(letter(2, "release.updated"), webhook_id="msg_2")
    status, answer = outlet.send(letter(1), webhook_id="msg_1")
    assert (status, answer["outcome"]) == (200, "outdated")
    assert "Isi edisi 2" in outlet.read_item()[1]


def test_a_withdrawal_removes_every_word_and_leaves_one_line(outlet: Outlet) -> None:
    outlet.send(letter(1), webhook_id="msg_1")
    outlet.send(letter(2, "release.withdrawn"), webhook_id="msg_2")
    status, page = outlet.read_item()
    front = outlet.read("/")[1]
    assert status == 410
    assert "Panen perdana" not in page + front
    assert "ditarik" in front


def test_an_edition_older_than_the_withdrawal_stays_away(outlet: Outlet) -> None:
    outlet.send(letter(2, "release.withdrawn"), webhook_id="msg_2")
    outlet.send(letter(1), webhook_id="msg_1")
    assert outlet.read_item()[0] == 410


def test_what_was_corrected_is_told_to_readers(outlet: Outlet) -> None:
    note = {"role": "correction", "value": "Ralat: jumlah peserta 40, bukan 50."}
    outlet.send(letter(2, "release.corrected", descriptions=[note]))
    assert "jumlah peserta 40, bukan 50" in outlet.read_item()[1]


def test_a_signed_test_message_is_answered_and_shows_nothing(outlet: Outlet) -> None:
    assert outlet.send({"type": "wartapas.test", "timestamp": "", "data": {}})[0] == 200
    assert "Belum ada berita" in outlet.read("/")[1]


def test_script_in_a_body_is_never_shown(outlet: Outlet) -> None:
    dirty = "<p onclick=x()>Teks<script>alert(1)</script><a href='javascript:x()'>tautan</a></p>"
    outlet.send(letter(bodies=[{"contentType": "text/html", "value": dirty}]))
    page = outlet.read_item()[1]
    assert "Teks" in page
    assert not [part for part in ("<script", "alert(1)", "onclick", "javascript:") if part in page]


def test_the_widest_fitting_rendition_is_shown_with_its_caption(outlet: Outlet) -> None:
    renditions = [
        {"name": str(width), "href": f"http://127.0.0.1:8000/foto/{width}.webp", "width": width}
        for width in (480, 1600, 2400)
    ]
    texts = [{"role": "caption", "value": "Petugas & warga"}]
    photo = {"name": "main", "renditions": renditions, "descriptions": texts, "by": "Contoh"}
    outlet.send(letter(associations=[photo]))
    page = outlet.read_item()[1]
    assert "http://127.0.0.1:8000/foto/1600.webp" in page
    assert "Petugas &amp; warga Foto: Contoh" in page


def test_an_item_in_plain_html_is_taken_as_well(outlet: Outlet) -> None:
    message = letter()
    message["data"]["item"] = {"content_type": "text/html; charset=utf-8", "content": "<p>Utuh</p>"}
    assert outlet.send(message)[0] == 200
    assert "<p>Utuh</p>" in outlet.read_item()[1]


@pytest.mark.parametrize(
    "message",
    [
        b"not json",
        b"[]",
        {"type": "release.published", "data": {}},
        {"type": "release.burned", "data": {"guid": GUID, "edition": 1}},
        {"type": "release.published", "data": {"guid": GUID, "edition": "1", "item": {}}},
        {"type": "release.published", "data": {"guid": GUID, "edition": 1, "item": []}},
        {"type": "release.published", "data": {"guid": GUID, "edition": 1, "item": {}}},
    ],
)
def test_a_body_that_cannot_be_read_is_refused_with_the_reason(
    outlet: Outlet, message: Any
) -> None:
    status, answer = outlet.send(message)
    assert status == 400
    assert answer["error"]
    assert outlet.send(letter())[0] == 200


def test_a_body_beyond_the_limit_is_not_read(outlet: Outlet) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", outlet.port, timeout=10)
    connection.putrequest("POST", "/webhook")
    connection.putheader("Content-Length", str(50 * 1024 * 1024))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()
