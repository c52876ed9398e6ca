"""The broker of files keeps its queue readable, whatever happened to who wrote it."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kombu import Connection

from tests.side_by_side import side_by_side


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """A connection to a broker of its own."""
    options = {
        "data_folder_in": tmp_path / "queue",
        "data_folder_out": tmp_path / "queue",
        "control_folder": tmp_path / "control",
    }
    for folder in ("queue", "control"):
        (tmp_path / folder).mkdir()
    with Connection("filesystem://", transport_options=options) as connection:
        yield connection


@pytest.fixture
def name() -> str:
    """A queue of its own: kombu remembers for the whole process which ones it has bound."""
    return f"uji{uuid.uuid4().hex}"


def test_our_transport_stands_behind_the_name(connection: Connection) -> None:
    assert type(connection.transport).__module__ == "newsroom.broker"


def test_messages_come_out_once_and_in_order(
    connection: Connection, name: str, tmp_path: Path
) -> None:
    with connection.SimpleQueue(name) as queue:
        for number in range(20):
            queue.put(number)
        assert [received(queue) for _ in range(20)] == list(range(20))
        with pytest.raises(queue.Empty):
            queue.get_nowait()
    assert list((tmp_path / "queue").iterdir()) == []


def received(queue: Any) -> Any:
    """The next message, acknowledged."""
    message = queue.get_nowait()
    message.ack()
    return message.payload


def test_a_half_written_message_is_set_aside(
    connection: Connection, name: str, tmp_path: Path
) -> None:
    (tmp_path / "queue" / f"0_rusak.{name}.msg").write_text("")
    with connection.SimpleQueue(name) as queue:
        queue.put("utuh")
        assert received(queue) == "utuh"


def test_a_half_written_binding_is_made_anew(
    connection: Connection, name: str, tmp_path: Path
) -> None:
    (tmp_path / "control" / f"{name}.exchange").write_text('[["uj')
    with connection.SimpleQueue(name) as queue:
        queue.put("utuh")
        assert received(queue) == "utuh"


def test_a_message_is_never_seen_half_written(connection: Connection, name: str) -> None:
    """A reader that polls while others write gets whole messages only, and all of them."""
    connection.SimpleQueue(name).close()

    def write() -> None:
        with connection.clone() as mine, mine.SimpleQueue(name) as queue:
            for number in range(100):
                queue.put({"number": number, "ballast": "x" * 20_000})

    def read() -> int:
        seen = 0
        with connection.clone() as mine, mine.SimpleQueue(name) as queue:
            while seen < 300:
                message = queue.get(timeout=10)
                message.ack()
                seen += 1
        return seen

    assert side_by_side(write, write, write, read) == [None, None, None, 300]
