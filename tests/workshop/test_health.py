"""What /healthz and /readyz answer."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from kombu import Connection

from facilities.models import Facility, Kind, Region, Zone
from newsroom import celery, health
from newsroom.press.models import Outlet
from newsroom.releases.models import Edition, Release, Revision
from newsroom.syndication.models import Delivery, Destination

pytestmark = pytest.mark.django_db


@pytest.fixture
def release() -> Release:
    """A release in draft."""
    region = Region.objects.create(name="Kanwil Contoh", slug="kanwil-contoh")
    facility = Facility.objects.create(
        region=region,
        kind=Kind.LAPAS,
        name="Lapas Contoh",
        slug="lapas-contoh",
        province="Contoh",
        city="Contoh",
        time_zone=Zone.JAKARTA,
    )
    author = get_user_model().objects.create_user("penulis@wartapas.example")
    now = timezone.now()
    return Release.objects.create(
        facility=facility, author=author, status_at=now, created_at=now, updated_at=now
    )


@pytest.fixture
def revision(release: Release) -> Revision:
    """Its first revision."""
    return Revision.objects.create(
        release=release,
        number=1,
        content="{}",
        digest="0" * 64,
        by=release.author,
        at=timezone.now(),
    )


@pytest.fixture
def owe(release: Release, revision: Revision) -> Callable[..., Delivery]:
    """Make a delivery that has been due for so long."""

    def make(waiting: timedelta, **destination: Any) -> Delivery:
        now = timezone.now()
        edition = Edition.objects.create(
            release=release,
            number=1,
            kind="first",
            revision=revision,
            published_at=now,
            published_by=release.author,
        )
        outlet = Outlet.objects.create(name="Media Contoh")
        to = Destination.objects.create(outlet=outlet, name="situs", created_at=now, **destination)
        return Delivery.objects.create(
            edition=edition,
            destination=to,
            release=release,
            number=1,
            due_at=now - waiting,
            created_at=now,
        )

    return make


def test_alive_asks_nothing_of_the_database(
    client: Client, django_assert_num_queries: Callable[[int], Any]
) -> None:
    with django_assert_num_queries(0):
        assert client.get("/healthz").status_code == 200


def test_a_newsroom_with_nothing_to_do_is_ready(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "ready": True,
        "database": True,
        "broker": True,
        "oldest_due_delivery": None,
        "oldest_overdue_schedule": None,
    }


def test_a_delivery_just_due_is_reported_but_no_trouble(client: Client, owe: Any) -> None:
    owe(timedelta(seconds=30))
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert 30 <= answer.json()["oldest_due_delivery"] < 60


def test_a_delivery_that_nobody_takes_makes_it_not_ready(client: Client, owe: Any) -> None:
    owe(timedelta(hours=1))
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["oldest_due_delivery"] >= 3600


def test_a_delivery_to_a_resting_destination_may_wait(client: Client, owe: Any) -> None:
    owe(timedelta(hours=1), resting_until=timezone.now() + timedelta(hours=1))
    assert client.get("/readyz").status_code == 200


def test_a_scheduled_release_long_overdue_makes_it_not_ready(
    client: Client, release: Release, revision: Revision
) -> None:
    Release.objects.filter(pk=release.pk).update(
        status="scheduled",
        scheduled_at=timezone.now() - timedelta(minutes=10),
        approved_revision=revision,
        submitted_by=release.author,
    )
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["oldest_overdue_schedule"] >= 600


def test_a_broken_database_is_told_apart_from_the_broker(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def cursor(self) -> None:
            raise DatabaseError

    monkeypatch.setattr(health, "connection", Broken())
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert (answer.json()["database"], answer.json()["broker"]) == (False, True)


def test_a_missing_folder_of_the_queue_is_noticed(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.REDIS_URL = ""
    settings.BROKER_DIR = tmp_path / "gone"
    assert client.get("/readyz").json()["broker"] is False


def test_a_silent_redis_is_noticed(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    nobody = partial(Connection, settings.REDIS_URL)
    monkeypatch.setattr(celery.app, "connection_for_write", nobody)
    assert client.get("/readyz").json()["broker"] is False
