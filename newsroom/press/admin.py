"""Outlets at the desk: managers keep the partners of their region."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from facilities.models import Region
from newsroom.contributors.access import held, sees_all
from newsroom.contributors.models import Role

from .access import outlets_of
from .models import Outlet


@admin.register(Outlet)
class OutletAdmin(ModelAdmin):
    """Everybody sees the partners of their region; only managers change them, nobody deletes."""

    list_display = ["name", "medium", "region", "verified_date", "site"]
    list_filter = ["medium", "region"]
    list_select_related = ["region"]
    search_fields = ["name", "site"]
    fieldsets = [
        (None, {"fields": ["name", "site", "medium", "region", "verified_date"]}),
        (_("Newsroom contact"), {"fields": ["contact_name", "contact_email", "contact_phone"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        """Through the doorman only."""
        user: Any = request.user
        return outlets_of(user, Role.WRITER).order_by("name")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Managers of the outlet's region."""
        user: Any = request.user
        mine = obj is None or outlets_of(user).filter(pk=obj.pk).exists()
        return mine and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Deliveries and receipts hang on it."""
        return False

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A site typed without its scheme is meant with https."""
        if db_field.name == "site":
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A regional manager adds partners of their own region only."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        user: Any = request.user
        if db_field.name == "region" and field is not None and not sees_all(user, Role.MANAGER):
            regions = [one.region_id for one in held(user, Role.MANAGER) if one.region_id]
            field.queryset = Region.objects.filter(pk__in=regions)
            field.required = True
        return field
