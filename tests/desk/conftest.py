"""Visitors of the desk: signed-in clients of the small world's people."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from django.test import Client

from newsroom.contributors.models import User
from newsroom.releases.models import Release

Enter = Callable[[User], Client]


@pytest.fixture
def enter() -> Enter:
    """A client that has signed in as the person."""

    def signed_in(person: User) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return signed_in


def typed(release: Release, **changes: Any) -> Mapping[str, Any]:
    """What the browser sends from the writing page, with some fields typed anew."""
    day = release.event_date
    fields = {
        "base": release.revision_number,
        "headline": release.headline,
        "lead": release.lead,
        "body": release.body,
        "dateline_place": release.dateline_place,
        "event_date": day.isoformat() if isinstance(day, date) else "",
        "contributors": [one.pk for one in release.contributors.all()],
        "risk": release.risk,
        "ednote": release.ednote,
    }
    return {**fields, **changes}
