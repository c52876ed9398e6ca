"""A person's consent to be named or shown: who, for what use, where, until when."""

import re
from datetime import date
from typing import Self

from django.conf import settings
from django.core.files.storage import storages
from django.core.files.storage.base import Storage
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from facilities.models import Facility
from newsroom.lib import vault
from newsroom.press.models import Outlet


def sealed_storage() -> Storage:
    """Where papers lie: encrypted, without an address."""
    return storages["sealed"]


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Query words for consents."""

    def valid(self, day: date) -> Self:
        """Given, not withdrawn and not run out on that day."""
        running = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        return self.filter(running, withdrawn_at__isnull=True, given_date__lte=day)


class Consent(models.Model):
    """One person's word that their name or face may be published (UU 27/2022 arts. 20 to 22).

    The name is kept sealed. ``outlets`` empty: everywhere the newsroom publishes; else the release
    goes to these outlets only. Nobody deletes a consent; withdrawing it keeps the record.
    """

    facility = models.ForeignKey(
        Facility, models.PROTECT, related_name="consents", verbose_name=_("facility")
    )
    sealed_name = models.BinaryField(editable=False)
    for_name = models.BooleanField(_("the name may be published"), default=False)
    for_face = models.BooleanField(_("the face may be shown"), default=False)
    outlets = models.ManyToManyField(
        Outlet, related_name="+", blank=True, verbose_name=_("only at these outlets")
    )
    paper = models.FileField(
        _("signed paper or recording"), storage=sealed_storage, max_length=200, editable=False
    )
    paper_type = models.CharField(max_length=40, editable=False)
    given_date = models.DateField(_("given on"))
    valid_to = models.DateField(_("valid until"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(_("recorded at"), editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    withdrawal_note = models.TextField(_("why it was withdrawn"), blank=True, editable=False)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_date", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="consent_allows_something", condition=Q(for_name=True) | Q(for_face=True)
            ),
            models.CheckConstraint(
                name="consent_runs_forward",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("given_date")),
            ),
            models.CheckConstraint(
                name="consent_withdrawn_names_who",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["facility", "-given_date"],
                condition=Q(withdrawn_at__isnull=True),
                name="consent_standing",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken back."""
        return self.withdrawn_at is not None

    @property
    def name(self) -> str:
        """Who gave it, opened from its seal."""
        return vault.open_sealed(self.sealed_name).get("name", "")

    @name.setter
    def name(self, value: str) -> None:
        self.sealed_name = vault.seal({"name": " ".join(value.split())})

    def is_of(self, name: str) -> bool:
        """Whether somebody declared by that name is who gave it: by all of it, a part, or letters
        that stand for a part ("B. Contoh")."""
        mine, theirs = _words(self.name), _words(name)
        return bool(theirs) and all(
            any(word == one or (len(word) == 1 and one.startswith(word)) for one in mine)
            for word in theirs
        )


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())


class PaperView(models.Model):
    """Somebody has opened the paper of a consent; such looks are recorded."""

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="views")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("look at a consent's paper")
        verbose_name_plural = _("looks at consents' papers")
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.consent_id}: {self.by}"
