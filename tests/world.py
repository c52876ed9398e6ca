"""A small newsroom to test in: two regions, their facilities, the people, and releases at will."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from facilities.models import Facility, Kind, Region, Zone
from newsroom.contributors.models import Contributor, Membership, User
from newsroom.releases import actions
from newsroom.releases.models import Release, Revision
from newsroom.releases.moves import latest_revision
from newsroom.workshop.samples.signing import whole_signature

NOW = datetime(2026, 5, 4, 3, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class World:
    """Makes people and releases; the clock (``at``) moves one minute with every step."""

    def __init__(self) -> None:
        self.at = NOW
        self.region = Region.objects.create(name="Kanwil Uji Tengah", slug="uji-tengah")
        self.other_region = Region.objects.create(name="Kanwil Uji Timur", slug="uji-timur")
        self.lapas = self.facility("Lapas Kelas IIA Uji Damai", Kind.LAPAS, self.region)
        self.lpka = self.facility("LPKA Kelas II Uji Damai", Kind.LPKA, self.region)
        self.far = self.facility(
            "Rutan Kelas IIB Uji Timur", Kind.RUTAN, self.other_region, Zone.JAYAPURA
        )
        self.writer = self.person("Penulis Uji", "writer", facility=self.lapas)
        self.colleague = self.person("Editor Unit Uji", "editor", facility=self.lapas)
        self.regional = self.person("Editor Wilayah Uji", "editor", region=self.region)
        self.national = self.person("Editor Pusat Uji", "editor")
        self.manager = self.person("Pengelola Uji", "manager")
        self.outsider = self.person("Editor Unit Lain", "editor", facility=self.far)
        self.byline = Contributor.objects.create(
            name="Humas Uji Damai", slug="humas-uji-damai", facility=self.lapas
        )

    def facility(self, name: str, kind: str, region: Region, zone: str = Zone.JAKARTA) -> Facility:
        """A facility in a region."""
        return Facility.objects.create(
            name=name,
            slug=name.lower().replace(" ", "-"),
            kind=kind,
            region=region,
            province="Provinsi Uji",
            city="Uji Damai",
            time_zone=zone,
        )

    def person(self, name: str, role: str, **place: Any) -> User:
        """A user with one membership: facility=, region=, or neither for national."""
        email = f"{name.lower().replace(' ', '.')}@uji.example"
        user = User.objects.create_user(email, "kata-sandi-uji", full_name=name)
        scope = next(iter(place), "national")
        Membership.objects.create(user=user, role=role, scope=scope, **place)
        return user

    def tick(self) -> datetime:
        """The next minute."""
        self.at += MINUTE
        return self.at

    def fields(self, **changes: Any) -> dict[str, Any]:
        """A working text with nothing missing."""
        return {
            "headline": "Warga binaan panen sayur di kebun Lapas",
            "lead": "Sebanyak 40 kilogram sayur dipanen di kebun Lapas pada Senin pagi.",
            "body": "<p>Hasil panen dibagikan ke dapur dan dijual di koperasi.</p>",
            "dateline_place": "Uji Damai",
            "event_date": date(2026, 5, 4),
            "contributors": [self.byline],
            **changes,
        }

    def draft(self, *, facility: Facility | None = None, **changes: Any) -> Release:
        """A complete draft by the writer (by the regional editor where it is not the Lapas)."""
        by = self.writer if facility in (None, self.lapas) else self.regional
        fields = self.fields(**changes)
        return actions.create(facility=facility or self.lapas, by=by, at=self.tick(), fields=fields)

    def submitted(self, **changes: Any) -> Release:
        """A release in review."""
        release = self.draft(**changes)
        return actions.submit(release, by=release.author, at=self.tick())

    def approved(self, **changes: Any) -> Release:
        """A release approved by the national editor."""
        return self.approve(self.submitted(**changes))

    def published(self, **changes: Any) -> Release:
        """A release readers can see."""
        return actions.publish(self.approved(**changes), by=self.national, at=self.tick())

    def approve(self, release: Release, by: User | None = None) -> Release:
        """Approve the newest revision."""
        revision = self.newest(release)
        return actions.approve(
            release,
            revision=revision,
            by=by or self.national,
            at=self.tick(),
            signature=whole_signature(revision, at=self.at),
        )

    def corrected(
        self, release: Release, note: str = "Angka panen diperbaiki.", **changes: Any
    ) -> Release:
        """The release with a published correction."""
        actions.correct(release, by=self.writer, at=self.tick())
        fields = {"change_note": note, "lead": "Sebanyak 45 kilogram sayur dipanen.", **changes}
        actions.revise(release, by=self.writer, at=self.tick(), fields=fields)
        actions.submit(release, by=self.writer, at=self.tick())
        self.approve(release)
        return actions.publish(release, by=self.national, at=self.tick())

    def newest(self, release: Release) -> Revision:
        """The newest revision, as an editor who just opened the page would have it."""
        return latest_revision(Release.objects.get(pk=release.pk))
