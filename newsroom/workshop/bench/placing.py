"""From publication to the last receipt, over many local destinations and the real worker."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from newsroom.contributors.models import Membership, User
from newsroom.press.models import Outlet
from newsroom.releases import actions
from newsroom.releases.models import Release
from newsroom.releases.moves import latest_revision
from newsroom.syndication.actions import connect
from newsroom.syndication.models import Delivery
from newsroom.workshop.crew import Crew
from newsroom.workshop.stage import Stage, answers, outlet_secret

from .filling import Props

_PATIENCE_SECONDS = 300


@dataclass(frozen=True, slots=True)
class PlacingFigure:
    """How long until every destination's receipt was written, and the most memory met on the way.

    Memory in megabytes of resident pages over the process and its children; None where the
    machine does not tell.
    """

    destinations: int
    seconds: float
    web_megabytes: float | None
    worker_megabytes: float | None

    @property
    def a_second(self) -> float:
        """Deliveries a second."""
        return self.destinations / self.seconds


def measure_placing(on: Props, destinations: int, *, port: int) -> PlacingFigure:
    """Publish one release to so many destinations at the sample outlet."""
    set_up = Stage(port, port + 1)
    _connect(set_up, destinations)
    with _at_work(set_up) as crew:
        began = time.monotonic()
        release = _publish(on)
        _wait_for(release, destinations)
        seconds = time.monotonic() - began
        for path in ("/", release.get_absolute_url(), release.facility.get_absolute_url()) * 20:
            answers(port, path)
        web, worker = (_megabytes(member.process) for member in crew.members[:2])
    return PlacingFigure(destinations, seconds, web, worker)


@contextmanager
def _at_work(set_up: Stage) -> Iterator[Crew]:
    crew = Crew(set_up.members())
    try:
        crew.start(settings.BASE_DIR)
        until = time.monotonic() + _PATIENCE_SECONDS
        while not set_up.all_answer():
            if crew.fallen() or time.monotonic() > until:
                raise RuntimeError("the programs did not start; see their logs")
            time.sleep(0.1)
        yield crew
    finally:
        crew.stop()


def _connect(set_up: Stage, destinations: int) -> None:
    outlet = Outlet.objects.create(name="Bench")
    at = timezone.now()
    for number in range(destinations):
        connect(
            outlet=outlet,
            name=f"Webhook {number}",
            transport="webhook",
            format="ninjs",
            settings={"url": f"{set_up.outlet_url}/webhook", "secret": outlet_secret()},
            at=at,
        )


def _publish(on: Props) -> Release:
    """One release through the real actions, with two people of a national desk."""
    people = [_editor(name) for name in ("penulis", "penyetuju")]
    at: datetime = timezone.now()
    facility = on.facilities[0]
    fields = {
        "headline": "Siaran pengukur",
        "lead": "Siaran ini mengukur waktu sampai ke semua tujuan.",
        "body": "<p>Isi siaran pengukur.</p>",
        "dateline_place": facility.city,
        "event_date": date(at.year, at.month, at.day),
        "contributors": [on.bylines[facility.pk]],
    }
    release = actions.create(facility=facility, by=people[0], at=at, fields=fields)
    actions.submit(release, by=people[0], at=at)
    actions.approve(release, revision=latest_revision(release), by=people[1], at=at)
    return actions.publish(release, by=people[1], at=at + timedelta(seconds=1))


def _editor(name: str) -> User:
    user = User.objects.create_user(f"{name}@contoh.example", full_name=name)
    Membership.objects.create(user=user, role="editor", scope="national")
    return user


def _wait_for(release: Release, destinations: int) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    arrived = Delivery.objects.filter(release=release, status=Delivery.Status.DELIVERED)
    while arrived.count() < destinations:
        if time.monotonic() > until:
            raise RuntimeError(f"only {arrived.count()} of {destinations} deliveries arrived")
        time.sleep(0.05)


def _megabytes(process: object) -> float | None:
    """Resident memory of a process group, from /proc."""
    group = getattr(process, "pid", None)
    pages = [_pages(path) for path in Path("/proc").glob("[0-9]*") if _group(path) == group]
    return sum(pages) * 4096 / 1_000_000 if pages else None


def _group(path: Path) -> int | None:
    try:
        return int((path / "stat").read_text().rpartition(")")[2].split()[2])
    except (OSError, IndexError, ValueError):
        return None


def _pages(path: Path) -> int:
    try:
        return int((path / "statm").read_text().split()[1])
    except OSError:
        return 0
