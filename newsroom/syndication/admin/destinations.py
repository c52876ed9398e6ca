"""Destinations: connected with a live check, watched, switched on and off."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import display

from newsroom.contributors.models import Role
from newsroom.press.access import outlets_of
from newsroom.syndication import access, actions, refusals
from newsroom.syndication.formats import FORMATS
from newsroom.syndication.forms import NoteForm, form_class, setting_fields
from newsroom.syndication.models import Destination
from newsroom.syndication.transports import TRANSPORTS

from .dialogs import asked, done

_COLOURS = {
    "works": "success",
    "new": "info",
    "fails": "warning",
    "rests": "danger",
    "off": "default",
}


class OutletFilter(admin.RelatedFieldListFilter):
    """Names only the outlets the person may see."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        """Narrowed by the doorman."""
        user: Any = request.user
        seen = outlets_of(user, Role.EDITOR)
        return field.get_choices(include_blank=False, limit_choices_to={"pk__in": seen})


@admin.register(Destination)
class DestinationAdmin(ModelAdmin):
    """Managers connect the outlets of their region; editors look on. Nothing is deleted."""

    list_display = ("shown_outlet", "name", "way", "health", "last_success_at")
    list_filter = ("active", "transport", ("outlet", OutletFilter))
    list_select_related = ("outlet",)
    search_fields = ("outlet__name", "name")
    autocomplete_fields = ("outlet", "regions", "facilities", "programmes")
    readonly_fields = (
        "state",
        "failures_in_a_row",
        "failing_since",
        "resting_until",
        "last_success_at",
        "stopped_reason",
    )
    actions = None
    actions_detail = ("switch_on", "switch_off", "retry_all", "change_secret")

    @property
    def conditional_fields(self) -> dict[str, str]:
        """Each transport's settings are shown while it is the chosen one (Alpine)."""
        return {
            name: f"transport == '{slug}'" for slug in TRANSPORTS for name in setting_fields(slug)
        }

    def get_queryset(self, request: HttpRequest) -> QuerySet[Destination]:
        """Through the doorman only."""
        user: Any = request.user
        return access.destinations_of(user, Role.EDITOR).select_related("outlet")

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """A form with the settings of every transport, told what the live check said."""
        form = super().get_form(request, obj, change, form=form_class(), **kwargs)
        form.tried = getattr(request, "tried_destination", None)
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who, how, what; and how it fares once it exists."""
        settings = [name for slug in TRANSPORTS for name in setting_fields(slug)]
        how = ["transport", "format", *settings]
        if self._may_change(request, obj):
            how.append("save_anyway")
        wants = _("An empty filter lets everything pass; of a filled one, one entry must fit.")
        health = [(_("How it fares"), {"fields": self.readonly_fields})] if obj else []
        return [
            *health,
            (None, {"fields": ["outlet", "name"]}),
            (_("How it is reached"), {"fields": how}),
            (
                _("What it wants"),
                {
                    "fields": ["regions", "facilities", "programmes", "topics"],
                    "description": wants,
                },
            ),
        ]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Only outlets the person manages."""
        if db_field.name == "outlet":
            user: Any = request.user
            kwargs["queryset"] = outlets_of(user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Make the live check before Django opens its transaction around the form."""
        if request.method == "POST":
            self._try_out(request, object_id)
        response: HttpResponse = super().changeform_view(
            request, object_id, form_url, extra_context
        )
        return response

    def save_model(self, request: HttpRequest, obj: Destination, form: Any, change: bool) -> None:
        """Seal the secrets; note when it was connected."""
        form.carry_over(obj)
        if not change:
            obj.created_at = timezone.now()
        super().save_model(request, obj, form, change)

    def get_actions_detail(self, request: HttpRequest, object_id: str) -> Any:
        """The buttons that make sense now; who posts another all the same is told why not."""
        found = self.get_queryset(request).filter(pk=object_id).first()
        hidden = {"switch_on" if found is None or found.active else "switch_off"}
        shown = super().get_actions_detail(request, object_id)
        return [one for one in shown if not one.action_name.endswith(tuple(hidden))]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Managers of the outlet."""
        return super().has_change_permission(request, obj) and self._may_change(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Receipts hang on it; it is switched off instead."""
        return False

    def has_steer_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        """Whether the buttons are shown; each action asks again."""
        user: Any = request.user
        mine = access.destinations_of(user)
        return mine.filter(pk=object_id).exists() if object_id else mine.exists()

    @display(description=_("How it is reached"))
    def way(self, destination: Destination) -> str:
        """Transport and format by the names people know."""
        transport = TRANSPORTS.get(destination.transport)
        written = FORMATS.get(destination.format)
        return f"{transport and transport.label}, {written and written.label}"

    @display(description=_("Outlet"), ordering="outlet__name")
    def shown_outlet(self, destination: Destination) -> str:
        """The outlet's name."""
        return destination.outlet.name

    @display(description=_("State"), label=_COLOURS)
    def health(self, destination: Destination) -> tuple[str, str]:
        """One word for how it fares."""
        if not destination.active:
            return "off", gettext("switched off")
        if destination.resting_until and destination.resting_until > timezone.now():
            return "rests", gettext("resting")
        if destination.failures_in_a_row:
            return "fails", gettext("failing")
        return (
            ("works", gettext("working"))
            if destination.last_success_at
            else ("new", gettext("new"))
        )

    @display(description=_("State"))
    def state(self, destination: Destination) -> str:
        """The same word, for the page of one destination."""
        return str(self.health(destination)[1])

    @asked(_("Switch on"), _("What it is still owed will be sent now."), icon="play_arrow")
    def switch_on(self, request: HttpRequest, form: Any, object_id: str) -> HttpResponse:
        """Use it again."""
        user: Any = request.user
        found = self._found(request, object_id)
        actions.switch(found, on=True, by=user, at=timezone.now())
        return done(request, gettext("The destination is in use again."), self._url(object_id))

    @asked(
        _("Switch off"),
        _("Nothing is sent any more; withdrawals stay open until somebody settles them."),
        icon="pause",
        form=NoteForm,
    )
    def switch_off(self, request: HttpRequest, form: Any, object_id: str) -> HttpResponse:
        """Use it no longer."""
        user: Any = request.user
        reason = form.cleaned_data["note"]
        found = self._found(request, object_id)
        actions.switch(found, on=False, by=user, at=timezone.now(), reason=reason)
        return done(request, gettext("The destination is switched off."), self._url(object_id))

    @asked(
        _("Send everything again"),
        _("All waiting and failed deliveries go at once."),
        icon="replay",
    )
    def retry_all(self, request: HttpRequest, form: Any, object_id: str) -> HttpResponse:
        """Let everything go that it is owed."""
        user: Any = request.user
        count = actions.retry_all(self._found(request, object_id), by=user, at=timezone.now())
        words = ngettext("%(count)d delivery goes now.", "%(count)d deliveries go now.", count)
        return done(request, words % {"count": count}, self._url(object_id))

    @asked(
        _("Change the secret"),
        _("A new signing secret is made and shown once. The old one signs beside it for 24 hours."),
        icon="key",
    )
    def change_secret(self, request: HttpRequest, form: Any, object_id: str) -> HttpResponse:
        """Make a new signing secret and show it this once, in the dialog itself."""
        user: Any = request.user
        found = self._found(request, object_id)
        try:
            secret = actions.change_secret(found, by=user, at=timezone.now())
        except refusals.Refusal as refusal:
            return done(request, str(refusal), self._url(object_id), messages.ERROR)
        page = render(request, "syndication/new_secret.html", {"secret": secret})
        page["Cache-Control"] = "no-store"
        # The whole dialog gives way, so that its button cannot make another secret.
        page["HX-Retarget"] = page["HX-Reselect"] = "#dialog"
        return page

    def _found(self, request: HttpRequest, object_id: str) -> Destination:
        return get_object_or_404(self.get_queryset(request), pk=object_id)

    def _url(self, object_id: str) -> str:
        return reverse("admin:syndication_destination_change", args=[object_id])

    def _may_change(self, request: HttpRequest, obj: Any) -> bool:
        user: Any = request.user
        return obj is None or access.destinations_of(user).filter(pk=obj.pk).exists()

    def _try_out(self, request: HttpRequest, object_id: str | None) -> None:
        obj = self.get_object(request, object_id) if object_id else None
        lawful = (
            self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        )
        if (object_id and obj is None) or not lawful:
            return
        instance = obj or Destination()
        form = self.get_form(request, obj, change=obj is not None)(request.POST, instance=instance)
        if form.is_valid() and form.needs_trying():
            request.tried_destination = form.try_out()  # type: ignore[attr-defined]
