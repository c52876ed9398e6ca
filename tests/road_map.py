"""The part of the road behind publication, for tests: destinations, fan-out, delivery by hand."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from newsroom.press.models import Outlet
from newsroom.releases import actions as editorial
from newsroom.releases.models import Edition, Release
from newsroom.syndication import actions, outbox
from newsroom.syndication.delivery import deliver
from newsroom.syndication.models import Attempt, Delivery, Destination
from tests.fakes.partner import Partner
from tests.world import World

SECOND = timedelta(seconds=1)


class Road:
    """One newsroom, one partner outlet, one release; the clock is the world's."""

    def __init__(
        self, world: World, partner: Partner, destination: Destination | None = None
    ) -> None:
        self.world = world
        self.partner = partner
        self.destination = destination or self.connect("Media Uji")

    def connect(self, outlet: str, **settings: Any) -> Destination:
        """A destination of a new outlet, reached through the partner's transport."""
        return actions.connect(
            outlet=Outlet.objects.create(name=outlet, region=settings.pop("region", None)),
            name="utama",
            transport="partner",
            format=settings.pop("format", "lines"),
            settings={"url": "https://media.example/", "secret": "s3kr1t-uji", **settings},
            at=self.world.at,
        )

    def publish(self, **changes: Any) -> Release:
        """A published release, fanned out."""
        release = self.world.published(**changes)
        self.fan_out(release)
        return release

    def correct(self, release: Release) -> Release:
        """A correction of it, fanned out."""
        corrected = self.world.corrected(release)
        self.fan_out(release)
        return corrected

    def withdraw(self, release: Release) -> Release:
        """Its withdrawal, fanned out."""
        gone = editorial.withdraw(
            release, by=self.world.national, at=self.world.tick(), note="Keliru orang."
        )
        self.fan_out(release)
        return gone

    def fan_out(self, release: Release) -> list[int]:
        """Ring for the newest edition."""
        newest = Edition.objects.filter(release=release).latest("number")
        return outbox.fan_out(newest.pk, at=self.world.at)

    def owed(
        self, release: Release, number: int = 1, destination: Destination | None = None
    ) -> Delivery:
        """The delivery of that edition to the destination, fresh from the database."""
        where = destination or self.destination
        return Delivery.objects.get(release=release, number=number, destination=where)

    def deliver(
        self,
        delivery: Delivery,
        *,
        after: timedelta = timedelta(0),
        chance: float = 0.0,
    ) -> Delivery:
        """Try it once, some time after now, and read the row again."""
        clock = self.clock(self.world.at + after)
        deliver(delivery.pk, clock=clock, chance=lambda: chance)
        return Delivery.objects.get(pk=delivery.pk)

    def clock(self, start: datetime) -> Callable[[], datetime]:
        """A clock that stands still."""
        return lambda: start

    def outcomes(self, delivery: Delivery) -> list[str]:
        """How the attempts ended, in order."""
        return list(Attempt.objects.filter(delivery=delivery).values_list("outcome", flat=True))
