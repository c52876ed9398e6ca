"""The form of a destination: its fields follow the settings of the chosen transport."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.forms import BaseDialogForm
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminPasswordWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanSwitchWidget,
)

from newsroom.lib import vault
from newsroom.lib.isolation import isolated

from .actions import divided
from .formats import FORMATS
from .models import Destination
from .parcels import Refused, Setting, TryLater, TryOut
from .transports import TRANSPORTS

#: Kept by change_secret, never typed.
_NOT_TYPED = {"previous_secret"}


class DestinationForm(forms.ModelForm):  # type: ignore[type-arg]
    """Outlet, transport, format, the transport's own settings, and what the outlet wants.

    Secrets are never shown again: an empty field keeps the one that is stored. ``tried`` is what
    the live check said; the admin makes it before any transaction begins.
    """

    transport = forms.ChoiceField(label=_("Transport"), widget=UnfoldAdminSelectWidget)
    format = forms.ChoiceField(label=_("Format"), widget=UnfoldAdminSelectWidget)
    save_anyway = forms.BooleanField(
        label=_("Save although it is not connected yet"),
        required=False,
        widget=UnfoldBooleanSwitchWidget,
    )
    tried: TryOut | None = None

    class Meta:
        model = Destination
        fields = ("outlet", "name", "regions", "facilities", "programmes", "topics")
        widgets = {"topics": UnfoldAdminCheckboxSelectMultipleWidget}  # noqa: RUF012

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_fields: dict[str, Any] = self.fields
        choice_fields["transport"].choices = [(one.slug, one.label) for one in TRANSPORTS.values()]
        choice_fields["format"].choices = [(one.slug, one.label) for one in FORMATS.values()]
        self.initial.setdefault("transport", self.instance.transport)
        self.initial.setdefault("format", self.instance.format)
        for name, setting in setting_fields(self.instance.transport).items():
            if setting.secret:
                self.fields[name].widget.attrs["placeholder"] = gettext("stored")
            else:
                self.initial.setdefault(name, self.instance.settings.get(setting.name, ""))

    def clean(self) -> dict[str, Any]:
        """Ask for what the transport needs, and refuse settings that do not work."""
        cleaned = super().clean() or {}
        transport = cleaned.get("transport")
        if not transport:
            return cleaned
        known = self.known_settings()
        for name, setting in setting_fields(transport).items():
            if setting.required and not known.get(setting.name):
                self.add_error(name, gettext("This setting is needed."))
        fitting = _formats_for(transport)
        if cleaned.get("format") and cleaned["format"] not in fitting:
            words = gettext("This transport carries these formats only: %(formats)s.")
            self.add_error("format", words % {"formats": ", ".join(fitting.values())})
        if self.tried and not self.tried.works and not cleaned.get("save_anyway"):
            self.add_error(None, self._refusal(self.tried))
        return cleaned

    def known_settings(self) -> dict[str, str]:
        """What is stored for this transport, with what was typed now on top; secrets opened."""
        transport = self.cleaned_data["transport"]
        typed = {
            setting.name: str(self.cleaned_data.get(name) or "").strip()
            for name, setting in setting_fields(transport).items()
        }
        kept = _stored(self.instance) if self.initial.get("transport") == transport else {}
        secret_names = {one.name for one in TRANSPORTS[transport].settings if one.secret}
        kept = {name: value for name, value in kept.items() if name in secret_names}
        return kept | {name: value for name, value in typed.items() if value}

    def needs_trying(self) -> bool:
        """Whether something was typed that only the live outlet can judge."""
        ours = {"transport", *setting_fields(self.cleaned_data["transport"])}
        return not self.cleaned_data.get("save_anyway") and bool(ours & set(self.changed_data))

    def try_out(self) -> TryOut:
        """Ask the live outlet. Slow (up to 10 s): never inside a transaction."""
        transport = TRANSPORTS[self.cleaned_data["transport"]]
        settings = self.known_settings()
        answer = isolated(
            lambda: transport(settings).try_out(), TryLater, Refused, name="A try-out"
        )
        return answer if isinstance(answer, TryOut) else TryOut(False, str(answer))

    def carry_over(self, destination: Destination) -> None:
        """Write transport, format and settings into the destination, the secret ones sealed."""
        destination.transport = self.cleaned_data["transport"]
        destination.format = self.cleaned_data["format"]
        plain, secret = divided(destination.transport, self.known_settings())
        destination.settings = plain
        destination.credentials = vault.seal(secret)

    def _refusal(self, tried: TryOut) -> str:
        advice = gettext(
            "Correct the settings, or choose to save although it is not connected yet."
        )
        return " ".join([tried.message, *tried.hints, advice])


class NoteForm(BaseDialogForm):
    """A reason, for the others to read."""

    note = forms.CharField(
        label=_("Note"), max_length=500, widget=UnfoldAdminTextareaWidget(attrs={"rows": 3})
    )


def form_class() -> type[DestinationForm]:
    """The form with a field for each setting of each transport in the list."""
    fields: dict[str, Any] = {}
    for slug in TRANSPORTS:
        fields |= {name: _field(one) for name, one in setting_fields(slug).items()}
    return type("DestinationForm", (DestinationForm,), fields)


def setting_fields(transport: str) -> Mapping[str, Setting]:
    """The settings a person types, by the name of their form field."""
    if transport not in TRANSPORTS:
        return {}
    typed = (one for one in TRANSPORTS[transport].settings if one.name not in _NOT_TYPED)
    return {f"{transport}_{one.name}": one for one in typed}


def _formats_for(transport: str) -> dict[str, str]:
    """Slug and label of the formats whose media type the transport can carry."""
    accepted = TRANSPORTS[transport].accepts
    return {
        slug: str(one.label)
        for slug, one in FORMATS.items()
        if not accepted or one.content_type in accepted
    }


def _field(setting: Setting) -> forms.CharField:
    widget = UnfoldAdminPasswordWidget if setting.secret else UnfoldAdminTextInputWidget
    attrs = {"autocomplete": "new-password"} if setting.secret else {}
    return forms.CharField(
        label=capfirst(setting.label),
        help_text=setting.help_text,
        required=False,
        max_length=500,
        strip=True,
        widget=widget(attrs=attrs),
    )


def _stored(destination: Destination) -> dict[str, str]:
    """The stored settings; secrets no key opens any more count as not stored."""
    try:
        secrets = vault.open_sealed(destination.credentials)
    except vault.SealBroken:
        secrets = {}
    return {**destination.settings, **secrets}
