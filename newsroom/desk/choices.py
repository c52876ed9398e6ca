"""Two ways to choose from long lists without JavaScript: grouped options, and ticks in a box."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.models import ModelChoiceIterator
from django.template.loader import get_template
from django.utils.translation import gettext_lazy as _

from facilities.models import Facility


class TickBox(forms.CheckboxSelectMultiple):
    """Ticks in a box that scrolls; desk.js adds a line to search where there are many."""

    template_name = "desk/parts/tick_box.html"

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> str:
        """Forms look for templates in apps only; this one lies with the desk's others."""
        return get_template(template_name).render(context)


class _ByRegion(ModelChoiceIterator):  # type: ignore[type-arg]
    """Options grouped by region; asks the database once."""

    def __iter__(self) -> Iterator[Any]:
        yield ("", self.field.empty_label or "")
        rows = self.queryset.select_related("region").order_by("region__name", "name")
        for region, facilities in groupby(rows, key=lambda one: one.region.name):
            yield (region, [self.choice(one) for one in facilities])


class FacilityChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the facilities given, grouped by region."""

    iterator = _ByRegion

    def __init__(self, queryset: QuerySet[Facility]) -> None:
        super().__init__(
            queryset,
            label=_("Facility"),
            empty_label=_("Choose a facility"),
            error_messages={
                "required": _("Choose the facility this release comes from."),
                "invalid_choice": _("Choose a facility that you write for."),
            },
        )


def by_region(units: Iterable[Facility]) -> list[tuple[str, list[Facility]]]:
    """Facilities, fetched with their regions, under the names of these; both in order."""
    rows = sorted(units, key=lambda one: (one.region.name, one.name))
    return [(name, list(group)) for name, group in groupby(rows, key=lambda one: one.region.name)]
