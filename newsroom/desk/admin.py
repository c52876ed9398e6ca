"""The lists of the desk that span rooms: releases and topics. Nobody deletes anything here."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import display

from newsroom.lib.lists import LongList
from newsroom.releases.access import visible
from newsroom.releases.models import Release, Risk, Status, Topic
from newsroom.releases.workflow import effective_risk

from .filters import RegionFilter, WaitingFilter
from .templatetags.desk import age

STATUS_COLOURS = {
    Status.DRAFT: "default",
    Status.IN_REVIEW: "info",
    Status.APPROVED: "primary",
    Status.SCHEDULED: "primary",
    Status.PUBLISHED: "success",
    Status.WITHDRAWN: "danger",
    Status.SPIKED: "default",
}
RISK_COLOURS = {
    Risk.ROUTINE: "default",
    Risk.SENSITIVE: "warning",
    Risk.CRITICAL: "danger",
}


class ReleaseList(LongList):
    """Rows lead to the release's own page."""

    def url_for_result(self, result: Release) -> str:
        """The page where the release is written, read and moved."""
        return reverse("desk:release", args=[result.pk])


class NoDelete(ModelAdmin):
    """Admin of rows that stay for ever."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody hard-deletes."""
        return False


@admin.register(Release)
class ReleaseAdmin(NoDelete):
    """The releases a person's memberships cover; writing happens on the desk's own pages."""

    list_display = ["shown_headline", "shown_status", "shown_risk", "facility", "age"]
    list_filter = [WaitingFilter, "status", "risk", RegionFilter]
    search_fields = ["headline", "facility__name", "facility__names__name"]
    search_help_text = _("Headline or facility")
    ordering = ["-status_at"]
    list_per_page = 50
    show_full_result_count = False
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Release]:
        """Through the doorman only."""
        user: Any = request.user
        mine = visible(user).select_related("facility")
        return mine.prefetch_related("topics").order_by(*self.ordering)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """A list whose rows lead to the desk."""
        return ReleaseList

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Writing has its own page."""
        return redirect("desk:write")

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """A release has its own page; who may see it is asked there."""
        return redirect("desk:release", object_id)

    def history_view(self, request: HttpRequest, object_id: str, *args: Any) -> HttpResponse:
        """The chain of steps is the history."""
        return redirect("desk:history", object_id)

    @display(description=_("Headline"), ordering="headline")
    def shown_headline(self, release: Release) -> str:
        """The headline, or a word for its absence."""
        return str(release)

    @display(description=_("Status"), ordering="status", label=STATUS_COLOURS)
    def shown_status(self, release: Release) -> tuple[str, str]:
        """Where the working text stands."""
        return release.status, release.get_status_display()

    @display(description=_("Risk"), label=RISK_COLOURS)
    def shown_risk(self, release: Release) -> tuple[str, str]:
        """The risk that counts: topics and kind of facility included."""
        risk = effective_risk(release)
        return risk, str(risk.label)

    @display(description=_("For"), ordering="status_at")
    def age(self, release: Release) -> str:
        """How long it has stood there."""
        return age(release.status_at)


@admin.register(Topic)
class TopicAdmin(NoDelete):
    """Topics steer the least risk of releases, so only national managers change them."""

    list_display = ["name", "risk", "never_urgent"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
