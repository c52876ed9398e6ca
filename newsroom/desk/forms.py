"""The forms of the desk. They check and keep what was typed; the verbs of releases save it."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import ProseEditorWidget

from facilities.models import Facility
from newsroom.contributors.access import facilities_of
from newsroom.contributors.models import Contributor, Role, User
from newsroom.releases.content import Content
from newsroom.releases.models import Photo, Release
from newsroom.releases.workflow import Step

from .choices import FacilityChoice, TickBox
from .editor import EDITOR
from .hours import HourField, hour_to_type, instant_at
from .people import People
from .steps_table import NOTE_LABELS


class ReleaseForm(forms.ModelForm):  # type: ignore[type-arg]
    """The working text of a release that is already there.

    ``base`` is the number of the revision the person had open.
    """

    base = forms.IntegerField(widget=forms.HiddenInput, required=False)
    embargo_until = HourField(label=_("Embargo until"), required=False)

    class Meta:
        model = Release
        fields = [
            "headline", "lead", "dateline_place", "event_date", "body", "contributors",
            "topics", "programmes", "risk", "embargo_until", "ednote", "change_note",
        ]  # fmt: skip
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 2}),
            "lead": forms.Textarea(attrs={"rows": 4}),
            "event_date": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "body": ProseEditorWidget(config=EDITOR, preset="configurable"),
            "contributors": TickBox,
            "topics": TickBox,
            "programmes": TickBox,
            "risk": forms.RadioSelect,
            "ednote": forms.Textarea(attrs={"rows": 2}),
            "change_note": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "headline": _("What happened, in one line of at most 200 characters."),
            "lead": _("Who, what, when and where in one paragraph."),
            "dateline_place": _("The town, as it opens the story: “Palangka Raya”."),
            "risk": _(
                "When in doubt choose the higher one. Topics and facilities for children "
                "raise it by themselves."
            ),
            "ednote": _("Only the outlets read this."),
            "change_note": _("Readers see this beside the changed text."),
        }

    def __init__(self, typed: Any = None, *, user: User, release: Release | None = None) -> None:
        super().__init__(typed, initial=_initial(release) if typed is None else None)
        self.release = release
        bylines: Any = self.fields["contributors"]
        bylines.queryset = _bylines(user, release)
        if release is None or not release.change_kind:
            del self.fields["change_note"]
        self.people = People(typed, release, today=timezone.localdate())

    def is_valid(self) -> bool:
        """Whether the text and all rows of its people hold good."""
        return all([super().is_valid(), self.people.is_valid()])

    def clean_headline(self) -> str:
        """One line, wherever it was pasted from."""
        return " ".join(self.cleaned_data["headline"].split())

    def clean(self) -> dict[str, Any]:
        """Read the embargo as an hour on the facility's clock."""
        fields = super().clean() or self.cleaned_data
        if fields.get("embargo_until") and self.origin:
            fields["embargo_until"] = instant_at(self.origin, fields["embargo_until"])
        return fields

    @property
    def origin(self) -> Facility | None:
        """Whose release it is, as far as that is known."""
        chosen: Facility | None = self.cleaned_data.get("facility")
        return self.release.facility if self.release else chosen

    def _post_clean(self) -> None:
        """Leave the instance alone: the verbs of releases write it, under lock."""

    def rebase(self, number: int) -> None:
        """The page about to be shown tells of this revision, so the next save starts from it."""
        received: Any = self.data
        typed = received.copy()
        typed["base"] = str(number)
        self.data = typed

    def text(self) -> dict[str, Any]:
        """What the verbs create and revise take as ``fields``."""
        text = {name: value for name, value in self.cleaned_data.items() if name in _TEXT}
        return text | ({"people": self.people.declared()} if self.people.sent else {})


class NewReleaseForm(ReleaseForm):
    """A release that is yet to be; the facility is among those the person writes for."""

    def __init__(self, typed: Any = None, *, user: User) -> None:
        super().__init__(typed, user=user)
        mine = facilities_of(user, Role.WRITER).select_related("region")
        self.fields["facility"] = FacilityChoice(mine.order_by("region__name", "name"))
        only = mine[:2]
        if len(only) == 1:
            self.initial.setdefault("facility", only[0].pk)


class PhotoForm(forms.ModelForm):  # type: ignore[type-arg]
    """The words of one photo, its place in the row, and whether it goes."""

    removed = forms.BooleanField(label=_("Remove this photo"), required=False)

    class Meta:
        model = Photo
        fields = ["caption", "credit", "alt", "position"]
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 2}),
            "alt": forms.Textarea(attrs={"rows": 2}),
            "position": forms.NumberInput(attrs={"min": 1, "max": 99}),
        }
        help_texts = {
            "caption": _("Who, what, where and when."),
            "credit": _("Who took it."),
            "alt": _("What is to be seen, for readers who cannot see it."),
        }

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.initial["position"] = self.instance.position + 1  # people count from one

    def _post_clean(self) -> None:
        """Leave the instance alone: the verbs for photos write it."""


class StepForm(forms.Form):
    """What a step asks of the person: a note, an hour, the revision they have read."""

    note = forms.CharField(
        label=_("Note"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, step: Step, facility: Facility, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.facility = facility
        self.fields["note"].label = str(NOTE_LABELS.get(step.name, _("Note")))
        if step.hour:
            label = _("When (%(zone)s)") % {"zone": facility.zone_label}
            self.fields["hour"] = HourField(label=label)

    def clean_hour(self) -> datetime:
        """The hour on the facility's clock as an instant."""
        return instant_at(self.facility, self.cleaned_data["hour"])


def typed_content(form: ReleaseForm, base: Content) -> Content:
    """What was typed in the shape of a content, whether the form holds good or not.

    A text the form refuses (a headline too long) stands in it as it was typed.
    """
    form.is_valid()
    typed = form.cleaned_data
    embargo = typed.get("embargo_until")
    day = typed.get("event_date")
    names = ("headline", "lead", "body", "dateline_place", "ednote")
    chosen = form.release.risk if form.release else ""
    return base | {
        # A content carries the effective risk: only another choice than the saved one differs.
        "risk": base["risk"] if typed.get("risk") == chosen else typed.get("risk"),
        **{name: typed.get(name, form.data.get(name, base[name])) for name in names},
        "event_date": day.isoformat() if day else None,
        "embargo_until": embargo.isoformat() if embargo else None,
        "bylines": [{"name": one.name} for one in typed.get("contributors", [])],
        "topics": [one.name for one in typed.get("topics", [])],
        "programmes": [one.name for one in typed.get("programmes", [])],
        "people": form.people.typed() if form.people.sent else base.get("people", []),
        "change": base["change"] | {"note": typed.get("change_note", base["change"]["note"])},
    }


_TEXT = frozenset(ReleaseForm.Meta.fields)


def _initial(release: Release | None) -> dict[str, Any]:
    if release is None:
        return {"risk": "routine"}
    plain = ("headline", "lead", "body", "dateline_place", "event_date", "ednote", "risk")
    return {
        **{name: getattr(release, name) for name in (*plain, "change_note")},
        **{name: list(getattr(release, name).all()) for name in _LISTS},
        "embargo_until": hour_to_type(release.facility, release.embargo_until),
        "base": release.revision_number,
    }


_LISTS = ("contributors", "topics", "programmes")


def _bylines(user: User, release: Release | None) -> QuerySet[Contributor]:
    """Those of the facility or of none, and whoever already signs."""
    everyone = Contributor.objects.order_by("name")
    if release is None:
        mine = facilities_of(user, Role.WRITER)
        return everyone.filter(Q(facility__in=mine) | Q(facility=None) | Q(user=user))
    theirs = Q(facility=release.facility) | Q(facility=None) | Q(user=user)
    return everyone.filter(theirs | Q(releases=release)).distinct()
