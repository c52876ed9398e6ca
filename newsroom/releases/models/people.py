"""Whom a release speaks of, as its officer declares it."""

import hashlib
import json
import secrets
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.lib import vault
from newsroom.safeguards.models import Consent

from .releases import Release


class Part(models.TextChoices):
    """The part somebody has in a release; the words of newsroom.safeguards.matter.Part."""

    OFFICIAL = "official", pgettext_lazy("part", "Official")
    PUBLIC_FIGURE = "public_figure", pgettext_lazy("part", "Public figure")
    INMATE = "inmate", pgettext_lazy("part", "Adult inmate")
    DETAINEE = "detainee", pgettext_lazy("part", "Detainee")
    CHILD = "child", pgettext_lazy("part", "Child")
    VICTIM = "victim", pgettext_lazy("part", "Victim or witness")
    FAMILY = "family", pgettext_lazy("part", "Family")
    VISITOR = "visitor", pgettext_lazy("part", "Visitor")


class PersonQuerySet(models.QuerySet["Person"]):
    """Query words for declared people."""

    def kept(self) -> Self:
        """Those of the working text."""
        return self.filter(removed_at__isnull=True)


class Person(models.Model):
    """Somebody the release speaks of.

    A row never changes: another part or age is another row. So the approved text, which names rows
    by their key and carries no declared name, still says who was declared as what: ``mark`` stands
    in it too. The name is kept sealed.
    """

    release = models.ForeignKey(Release, models.CASCADE, related_name="people")
    sealed_name = models.BinaryField(editable=False)
    part = models.CharField(_("part"), max_length=13, choices=Part.choices)
    age = models.PositiveSmallIntegerField(_("age"), null=True)
    consent = models.ForeignKey(
        Consent, models.PROTECT, related_name="people", null=True, verbose_name=_("consent")
    )
    declared_at = models.DateTimeField(editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="person_part_is_known", condition=Q(part__in=list(Part.values))
            ),
            models.CheckConstraint(
                name="person_age_is_human", condition=Q(age__isnull=True) | Q(age__lte=120)
            ),
            models.CheckConstraint(
                name="person_who_is_a_child_gives_no_consent",
                condition=~Q(part="child") | Q(consent__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.pk}"

    @property
    def name(self) -> str:
        """The declared name, opened from its seal."""
        return vault.open_sealed(self.sealed_name).get("name", "")

    @staticmethod
    def sealed(name: str) -> bytes:
        """What ``sealed_name`` keeps: the name, and a random part for the mark."""
        return vault.seal({"name": name, "salt": secrets.token_hex(16)})

    @property
    def mark(self) -> str:
        """32 hex digits of these very facts; under whichever key they are sealed, the same.

        Whoever lacks the key cannot try names, as a random part is under the seal. Empty for a row
        from before the marks.
        """
        sealed = vault.open_sealed(self.sealed_name)
        if "salt" not in sealed:
            return ""
        facts = [sealed["salt"], sealed["name"], self.part, self.age, self.consent_id]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]
