"""The people of a release on the writing page: who each is, and how the text may speak of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.releases.actions import Declared
from newsroom.releases.content import Content
from newsroom.releases.models import Part, Release
from newsroom.safeguards.models import Consent

#: The rows' names in the form: people-0-name and so on.
PREFIX = "people"
#: More than any release speaks of by name; a longer list is a mistake.
MOST = 100
_EMPTY_ROWS = 2


class PersonRow(forms.Form):
    """One person. A row without a name counts for nothing, so emptying it takes the person out."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120, required=False)
    part = forms.ChoiceField(
        label=gettext_lazy("Part"),
        choices=[("", gettext_lazy("Choose")), *Part.choices],
        required=False,
    )
    age = forms.IntegerField(label=gettext_lazy("Age"), min_value=0, max_value=120, required=False)
    consent = forms.TypedChoiceField(
        label=gettext_lazy("Consent on file"), coerce=int, empty_value=None, required=False
    )

    def __init__(self, *args: Any, consents: Sequence[tuple[Any, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["name"].widget.attrs["autocomplete"] = "off"
        chosen: Any = self.fields["consent"]
        chosen.choices = [("", _("None")), *consents]

    def clean(self) -> dict[str, Any]:
        """A name without a part says nothing yet."""
        fields = super().clean() or self.cleaned_data
        if fields.get("name") and not fields.get("part") and "part" not in self.errors:
            self.add_error("part", _("Say who this is in the release."))
        return fields


_Rows: Any = forms.formset_factory(
    PersonRow, extra=_EMPTY_ROWS, max_num=MOST, absolute_max=MOST + _EMPTY_ROWS
)


class People:
    """All rows of one form. A form that carries none leaves the people as they are."""

    def __init__(self, typed: Any, release: Release | None, *, today: date) -> None:
        self.sent = typed is not None and f"{PREFIX}-TOTAL_FORMS" in typed
        consents = _consents(release, today) if release else []
        self.rows: Any = _Rows(
            typed if self.sent else None,
            prefix=PREFIX,
            initial=[] if self.sent or release is None else _saved(release),
            form_kwargs={"consents": consents},
        )

    def is_valid(self) -> bool:
        """Whether every row holds good."""
        return not self.sent or bool(self.rows.is_valid())

    @property
    def errors(self) -> bool:
        """Whether a row has to be looked at again."""
        return self.sent and not self.rows.is_valid()

    def declared(self) -> list[Declared]:
        """What the verbs create and revise take as people; only after ``is_valid``."""
        rows = [row.cleaned_data for row in self.rows if row.cleaned_data.get("name")]
        return [Declared(one["name"], one["part"], one["age"], one["consent"]) for one in rows]

    def typed(self) -> list[Content]:
        """The rows as a content carries people typed just now; half-filled ones are left out."""
        self.is_valid()
        rows = [getattr(row, "cleaned_data", {}) for row in self.rows]
        names = ("name", "part", "age", "consent")
        told = [{name: row.get(name) for name in names} for row in rows]
        return [one for one in told if one["name"] and one["part"]]


def _saved(release: Release) -> list[dict[str, Any]]:
    return [
        {"name": row.name, "part": row.part, "age": row.age, "consent": row.consent_id}
        for row in release.people.kept()
    ]


def _consents(release: Release, today: date) -> list[tuple[int, str]]:
    """The unit's standing consents to be named, by name. Opens each one's seal."""
    rows = Consent.objects.valid(today).filter(facility=release.facility_id, for_name=True)
    return sorted(((row.pk, _label(row)) for row in rows), key=lambda pair: pair[1].casefold())


def _label(consent: Consent) -> str:
    if consent.valid_to is None:
        return consent.name
    day = date_format(consent.valid_to, "j F Y")
    return _("%(name)s, until %(day)s") % {"name": consent.name, "day": day}
