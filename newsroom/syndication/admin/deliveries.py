"""Deliveries: what is owed, each try, the proof; another try, or a person who takes it over."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, TabularInline
from unfold.decorators import action, display

from newsroom.lib.lists import LongList
from newsroom.syndication import access, actions, refusals
from newsroom.syndication.forms import NoteForm
from newsroom.syndication.models import Attempt, Delivery

from .dialogs import asked, done

_COLOURS = {
    Delivery.Status.QUEUED: "info",
    Delivery.Status.SENDING: "info",
    Delivery.Status.DELIVERED: "success",
    Delivery.Status.FAILED: "danger",
    Delivery.Status.SUPERSEDED: "default",
    Delivery.Status.NOT_NEEDED: "default",
}


class AttemptInline(TabularInline):
    """Each try and how it ended."""

    model = Attempt
    fields = ("number", "outcome", "http_status", "message", "started_at", "finished_at")
    readonly_fields = fields
    ordering = ("number",)
    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As the delivery."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Written by the engine only."""
        return False

    has_change_permission = has_delete_permission = has_add_permission


class OpenFilter(admin.SimpleListFilter):
    """What waits for a person."""

    title = _("waiting for a person")
    parameter_name = "open"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Two lists worth watching."""
        return [("withdrawals", _("open withdrawals")), ("failed", _("failed, newest edition"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Narrowed to the answer."""
        if self.value() == "withdrawals":
            return queryset.open_withdrawals()
        if self.value() == "failed":
            return queryset.latest_owed().filter(status=Delivery.Status.FAILED)
        return queryset


@admin.register(Delivery)
class DeliveryAdmin(ModelAdmin):
    """Read-only but for two wishes: try again, and I take it over."""

    list_display = (
        "shown_release",
        "number",
        "destination",
        "shown_status",
        "due_at",
        "tries",
        "proof",
    )
    list_filter = ("status", OpenFilter)
    search_fields = ("release__headline", "destination__outlet__name")
    search_help_text = _("Headline or outlet")
    list_per_page = 50
    show_full_result_count = False
    ordering = ("-pk",)
    fields = (
        "release",
        "edition",
        "destination",
        "status",
        "reason",
        "tries",
        "due_at",
        "settled_at",
        "proof",
        "taken_over_by",
    )
    readonly_fields = fields
    inlines = (AttemptInline,)
    actions = ("retry_selected",)
    actions_detail = ("retry", "take_over")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Delivery]:
        """Through the doorman only."""
        user: Any = request.user
        return access.deliveries(user).order_by(*self.ordering)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[LongList]:
        """A list that counts only what it shows."""
        return LongList

    def get_actions_detail(self, request: HttpRequest, object_id: int) -> Any:
        """No buttons for what is settled; who posts all the same is told why not."""
        found = self.get_queryset(request).filter(pk=object_id, status__in=Delivery.STEERABLE)
        return super().get_actions_detail(request, object_id) if found.exists() else []

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Owed by fan-out only."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Changed by the engine only."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The proof stays."""
        return False

    def has_steer_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        """Whether the buttons are shown; each action asks again."""
        user: Any = request.user
        if not user.has_perm("syndication.steer_delivery"):
            return False
        found = access.deliveries(user).filter(pk=object_id).first() if object_id else None
        return object_id is None or (found is not None and access.may_steer(user, found))

    @display(description=_("Release"), ordering="release__headline")
    def shown_release(self, delivery: Delivery) -> str:
        """The headline."""
        return str(delivery.release)

    @display(description=_("Status"), ordering="status", label=_COLOURS)
    def shown_status(self, delivery: Delivery) -> tuple[str, str]:
        """Where it stands."""
        return delivery.status, delivery.get_status_display()

    @display(description=_("Proof"))
    def proof(self, delivery: Delivery) -> str:
        """The outlet's page of the item, or its own name for it."""
        receipt = delivery.receipt_if_any
        if receipt is None:
            return "-"
        if not receipt.remote_url.startswith(("http://", "https://")):
            return receipt.remote_id
        link = '<a class="underline" href="{}" rel="noreferrer noopener" target="_blank">{}</a>'
        return format_html(link, receipt.remote_url, receipt.remote_id)

    @action(description=_("Try the chosen ones again"), permissions=["steer"])
    def retry_selected(self, request: HttpRequest, queryset: QuerySet[Delivery]) -> None:
        """Let each of them go at once; say which could not."""
        user: Any = request.user
        going = 0
        for delivery in queryset:
            try:
                actions.retry(delivery, by=user, at=timezone.now())
            except refusals.Refusal as refusal:
                self.message_user(request, f"{delivery}: {refusal}", messages.WARNING)
            else:
                going += 1
        words = ngettext("%(count)d delivery goes now.", "%(count)d deliveries go now.", going)
        self.message_user(request, words % {"count": going})

    @asked(
        _("Try again"), _("It goes at once, and from the start of the retry ladder."), icon="replay"
    )
    def retry(self, request: HttpRequest, form: Any, object_id: int) -> HttpResponse:
        """Let it go at once."""
        user: Any = request.user
        delivery = access.delivery_for(user, object_id)
        try:
            actions.retry(delivery, by=user, at=timezone.now())
        except refusals.Refusal as refusal:
            return done(request, str(refusal), self._url(object_id), messages.ERROR)
        return done(request, gettext("The delivery goes now."), self._url(object_id))

    @asked(
        _("Take over"),
        _("You settle this with the outlet yourself; nothing more is sent. Say what was agreed."),
        icon="pan_tool",
        form=NoteForm,
    )
    def take_over(self, request: HttpRequest, form: Any, object_id: int) -> HttpResponse:
        """Close it in the person's name."""
        user: Any = request.user
        delivery = access.delivery_for(user, object_id)
        note = form.cleaned_data["note"]
        try:
            actions.take_over(delivery, by=user, at=timezone.now(), note=note)
        except refusals.Refusal as refusal:
            return done(request, str(refusal), self._url(object_id), messages.ERROR)
        return done(request, gettext("You have taken this delivery over."), self._url(object_id))

    def _url(self, object_id: int) -> str:
        return reverse("admin:syndication_delivery_change", args=[object_id])
