"""Filters of the list of releases."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from facilities.models import Region
from newsroom.contributors.access import facilities_of
from newsroom.contributors.models import Role
from newsroom.releases.access import to_approve
from newsroom.releases.models import Release, Status

from .pages import signed_in


class WaitingFilter(admin.SimpleListFilter):
    """What this person should do something about."""

    title = _("what waits for me")
    parameter_name = "menunggu"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """One choice beside everything."""
        return [("saya", _("Waits for me"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """My drafts, and what I may approve."""
        if self.value() != "saya":
            return queryset
        user = signed_in(request)
        approvable = [release.pk for release in to_approve(user)]
        mine = Q(author=user, status=Status.DRAFT)
        found: QuerySet[Release] = queryset.filter(mine | Q(pk__in=approvable))
        return found


class RegionFilter(admin.SimpleListFilter):
    """Regions with facilities the person covers; hidden where there is but one."""

    title = _("region")
    parameter_name = "wilayah"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """The regions by name."""
        user = signed_in(request)
        regions = Region.objects.all()
        if not user.is_superuser:
            mine = facilities_of(user, Role.WRITER).values("region")
            regions = regions.filter(pk__in=mine)
        return [(str(pk), name) for pk, name in regions.values_list("pk", "name")]

    def has_output(self) -> bool:
        """Nothing to choose, nothing to show."""
        return len(self.lookup_choices) > 1

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Releases of that region's facilities."""
        chosen = self.value() or ""
        return queryset.filter(facility__region=chosen) if chosen.isdigit() else queryset
