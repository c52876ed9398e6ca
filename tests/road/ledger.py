"""Run beside the workers, in a process of its own: owes releases to an outlet, counts what became.

``python -m tests.road.ledger owe COUNT URL SECRET`` or ``python -m tests.road.ledger count``.
"""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django.setup()

from django.db.models import Count  # noqa: E402

from newsroom.press.models import Outlet  # noqa: E402
from newsroom.syndication import actions  # noqa: E402
from newsroom.syndication.models import Attempt, Delivery, Receipt  # noqa: E402
from tests.world import World  # noqa: E402


def owe(count: int, url: str, secret: str) -> None:
    """Publish so many releases for one outlet; their bells ring as they do in the newsroom."""
    world = World()
    actions.connect(
        outlet=Outlet.objects.create(name="Media Uji"),
        name="utama",
        transport="webhook",
        format="ninjs",
        settings={"url": url, "secret": secret},
        at=world.at,
    )
    for _ in range(count):
        world.published()


def tally() -> dict[str, dict[str, int]]:
    """How many deliveries and attempts stand where, and how many receipts there are."""
    return {
        "deliveries": dict(Delivery.objects.values_list("status").annotate(Count("pk")).order_by()),
        "attempts": dict(Attempt.objects.values_list("outcome").annotate(Count("pk")).order_by()),
        "receipts": {"all": Receipt.objects.count()},
    }


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["owe", count, url, secret]:
            owe(int(count), url, secret)
        case ["count"]:
            sys.stdout.write(json.dumps(tally()))
        case _:
            raise SystemExit(__doc__)
