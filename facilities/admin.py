"""The registry at the desk: everybody reads it, managers in scope keep their facility right."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet, URLField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin, TabularInline
from unfold.decorators import display

from .access import STEER, may_change
from .lookup import bears
from .models import Alias, Authority, Facility, FacilityName, OfficeHolder, Programme, Region


class FacilityInline(TabularInline):
    """Rows of a facility; who may change the facility may change them."""

    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The registry is public."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As the facility."""
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As the facility."""
        return obj is None or may_change(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As the facility."""
        return self.has_change_permission(request, obj)


class FacilityNameInline(FacilityInline):
    """Official names over time."""

    model = FacilityName
    fields = ["name", "valid_from", "valid_to"]


class AliasInline(FacilityInline):
    """Short names and nicknames."""

    model = Alias
    fields = ["name"]


class OfficeHolderInline(FacilityInline):
    """Who heads the facility, and since when."""

    model = OfficeHolder
    fields = ["prefix", "title", "name", "valid_from", "valid_to"]


class VerifiedFilter(admin.SimpleListFilter):
    """Facilities whose data a person has checked, or not yet."""

    title = _("state of the data")
    parameter_name = "verified"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Two answers."""
        return [("yes", _("verified")), ("no", _("first data"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Facility]) -> QuerySet[Facility]:
        """Narrowed to the answer."""
        if self.value() in {"yes", "no"}:
            return queryset.filter(verified_at__isnull=self.value() == "no")
        return queryset


@admin.register(Facility)
class FacilityAdmin(ModelAdmin):
    """Facilities: found by any of their names; nothing is ever deleted here."""

    list_display = ["name", "kind", "region", "city", "zone_shown", "state_shown"]
    list_filter = ["kind", VerifiedFilter, "time_zone", "region"]
    list_select_related = ["region"]
    list_per_page = 50
    search_fields = ["name", "full_name", "city", "regency", "names__name", "aliases__name"]
    search_help_text = _("Any official or former name, short name, nickname or place.")
    readonly_fields = ["slug", "verified_at", "coordinates_basis"]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    actions = ["mark_verified"]
    inlines = [FacilityNameInline, AliasInline, OfficeHolderInline]
    fieldsets = [
        (None, {"fields": ["name", "full_name", "kind", "facility_class", "slug"]}),
        (_("Where"), {"fields": ["region", "province", "regency", "city", "time_zone", "address"]}),
        (_("Contact"), {"fields": ["phone", "email", "website"]}),
        (
            _("First data, please verify"),
            {
                "fields": [
                    "capacity",
                    "latitude",
                    "longitude",
                    "coordinates_basis",
                    "verified_at",
                    "closed_date",
                ]
            },
        ),
    ]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Facility], search_term: str
    ) -> tuple[QuerySet[Facility], bool]:
        """Besides the plain words: the normal form, so that "Lapas klas 2b X" is found."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return found, duplicates
        return queryset.filter(Q(pk__in=found.values("pk")) | bears(search_term)), False

    def has_module_permission(self, request: HttpRequest) -> bool:
        """The registry is public."""
        return True

    def has_view_permission(self, request: HttpRequest, obj: Facility | None = None) -> bool:
        """The registry is public."""
        return True

    def has_change_permission(self, request: HttpRequest, obj: Facility | None = None) -> bool:
        """Managers whose scope covers the facility; the list itself changes nothing."""
        return obj is None or may_change(request.user, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Facility | None = None) -> Any:
        """Kind and region decide who must approve and whose it is: the national desk sets them."""
        fields = super().get_readonly_fields(request, obj)
        user: Any = request.user
        return fields if user.has_perm(STEER) else [*fields, "kind", "region"]

    def has_delete_permission(self, request: HttpRequest, obj: Facility | None = None) -> bool:
        """Never: releases keep their facility; a closed one gets a closing date."""
        return False

    @display(description=_("time zone"), ordering="time_zone")
    def zone_shown(self, facility: Facility) -> str:
        """WIB, WITA or WIT."""
        return facility.zone_label

    @display(
        description=_("state of the data"),
        ordering="verified_at",
        label={"verified": "success", "first": "warning"},
    )
    def state_shown(self, facility: Facility) -> tuple[str, Any]:
        """A badge: first data until a person has checked them."""
        if facility.verified_at:
            return "verified", _("verified")
        return "first", _("first data")

    @admin.action(description=_("Mark the data as verified"))
    def mark_verified(self, request: HttpRequest, queryset: QuerySet[Facility]) -> None:
        """Marks those of the chosen facilities that the user may change."""
        mine = [each.pk for each in queryset if may_change(request.user, each)]
        count = Facility.objects.filter(pk__in=mine).update(verified_at=timezone.now())
        self.message_user(
            request,
            ngettext(
                "%(count)d facility is marked as verified.",
                "%(count)d facilities are marked as verified.",
                count,
            )
            % {"count": count},
        )
        left = queryset.count() - count
        if left:
            self.message_user(
                request,
                ngettext(
                    "%(count)d facility is outside your area and stays as it was.",
                    "%(count)d facilities are outside your area and stay as they were.",
                    left,
                )
                % {"count": left},
                level="warning",
            )


@admin.register(Region)
class RegionAdmin(ModelAdmin):
    """Regional offices, with Django's own permissions: administrators keep them."""

    list_display = ["name"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Programme)
class ProgrammeAdmin(ModelAdmin):
    """Programmes and when they run; the lists are editable because they change every year."""

    list_display = ["name", "family", "valid_from", "valid_to"]
    search_fields = ["name", "family"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Authority)
class AuthorityAdmin(ModelAdmin):
    """What the ministry and its regional offices are called, and when."""

    list_display = ["name", "short", "level", "valid_from", "valid_to"]
    list_filter = ["level"]
    search_fields = ["name", "short", "spellings"]


@admin.register(OfficeHolder)
class NationalOfficeAdmin(ModelAdmin):
    """Ministers, directors general and heads of regional offices; those of facilities stand with
    their facility."""

    list_display = ["name", "prefix", "title", "where", "valid_from", "valid_to"]
    list_filter = ["office", "region"]
    list_select_related = ["region"]
    search_fields = ["name", "title"]
    fields = ["office", "region", "prefix", "title", "name", "valid_from", "valid_to"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[OfficeHolder]:
        """Without the heads of facilities."""
        rows: QuerySet[OfficeHolder] = super().get_queryset(request)
        return rows.filter(facility=None)

    @display(description=_("office"))
    def where(self, holder: OfficeHolder) -> str:
        """The regional office, or the national one."""
        return str(holder.region or holder.get_office_display())
