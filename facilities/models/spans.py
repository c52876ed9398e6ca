"""What holds from one day to another, and how a change to the registry is noticed."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

Row = TypeVar("Row", bound=models.Model)
SpanModel = TypeVar("SpanModel", bound="Span")


class RegistryState(models.Model):
    """The registry as a whole, one row: a token that every change renews, and what was loaded.

    facilities.almanac keeps the registry in memory for as long as the token stays the same. The
    token is random, not a count: a rolled-back change can never be taken for a later one.
    """

    token = models.UUIDField(default=uuid.uuid4, editable=False)
    loaded = models.JSONField(default=dict, editable=False)

    def __str__(self) -> str:
        return str(self.token)

    @staticmethod
    def note() -> None:
        """Say that something in the registry changed. One query."""
        row = RegistryState(pk=1, token=uuid.uuid4())
        RegistryState.objects.bulk_create(
            [row], update_conflicts=True, unique_fields=["id"], update_fields=["token"]
        )


class NotedQuerySet(models.QuerySet[Row]):
    """Writes in bulk, which no model's save sees, are noted too."""

    def update(self, **fields: Any) -> int:
        """As Django's, then noted."""
        changed = super().update(**fields)
        RegistryState.note()
        return changed

    def delete(self) -> tuple[int, dict[str, int]]:
        """As Django's, then noted."""
        gone = super().delete()
        RegistryState.note()
        return gone

    def bulk_create(self, objs: Iterable[Row], *args: Any, **kwargs: Any) -> list[Row]:
        """As Django's, then noted where there was anything to write."""
        made = super().bulk_create(objs, *args, **kwargs)
        if made:
            RegistryState.note()
        return made


class Noted(models.Model):
    """A row of the registry: whatever saves or deletes it renews the registry's token."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves, then notes the change."""
        super().save(*args, **kwargs)
        RegistryState.note()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Deletes, then notes the change."""
        gone = super().delete(*args, **kwargs)
        RegistryState.note()
        return gone


class SpanQuerySet(NotedQuerySet[SpanModel]):
    """Query words for rows that are valid from-to."""

    def on(self, day: date) -> "SpanQuerySet[SpanModel]":
        """Rows valid on the day; a missing end is open."""
        started = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        return self.filter(started & (Q(valid_to__isnull=True) | Q(valid_to__gte=day)))


class Span(Noted):
    """A fact with a first and last day of validity, both inclusive, either open."""

    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta(Noted.Meta):
        abstract = True

    def valid_on(self, day: date) -> bool:
        """Whether the fact held on that day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)


def span_runs_forward(name: str) -> models.CheckConstraint:
    """A span that ends before it begins is impossible."""
    return models.CheckConstraint(
        name=f"{name}_span_runs_forward",
        condition=Q(valid_from__isnull=True)
        | Q(valid_to__isnull=True)
        | Q(valid_from__lte=F("valid_to")),
    )
