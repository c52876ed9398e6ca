"""Runs calls at the same moment, each in a thread with a database connection of its own."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

from django.db import connections


def side_by_side(*calls: Callable[[], Any]) -> list[Any]:
    """What each call returned, or the exception it raised, in the order given."""
    start = Barrier(len(calls))
    outcomes: list[Any] = [None] * len(calls)

    def run(place: int, call: Callable[[], Any]) -> None:
        start.wait(timeout=10)
        try:
            outcomes[place] = call()
        except Exception as error:  # noqa: BLE001 - the test looks at what it was
            outcomes[place] = error
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return outcomes
