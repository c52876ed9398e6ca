"""What a unit says for itself in matters of language: its own words, and its frequent slips."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from facilities.models import Facility

#: Characters of a word or a short phrase.
SHORTEST_WORD, LONGEST_WORD = 2, 60


class DictionaryWord(models.Model):
    """A word its unit has declared right: a name, a programme, a local word."""

    facility = models.ForeignKey(
        Facility, models.PROTECT, related_name="dictionary", verbose_name=_("facility")
    )
    word = models.CharField(_("word"), max_length=LONGEST_WORD)
    folded = models.CharField(max_length=2 * LONGEST_WORD, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("added by")
    )
    at = models.DateTimeField(_("added at"))

    class Meta:
        verbose_name = _("word of a unit's dictionary")
        verbose_name_plural = _("words of the units' dictionaries")
        ordering = ["folded"]
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "folded"], name="dictionary_word_once_per_facility"
            ),
            models.CheckConstraint(name="dictionary_word_is_one", condition=~Q(folded="")),
        ]

    def __str__(self) -> str:
        return self.word


class Slip(models.Model):
    """How often a rule of language was met in a unit's submitted releases in one month.

    ``rule`` as findings name it ("language.S01"); ``month`` is its first day on the unit's clock.
    """

    facility = models.ForeignKey(Facility, models.PROTECT, related_name="slips")
    rule = models.CharField(max_length=60)
    month = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("slip of language")
        verbose_name_plural = _("slips of language")
        ordering = ["facility", "-month", "rule"]
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "month", "rule"], name="slip_once_per_facility_and_month"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.month:%Y-%m}: {self.count}"
