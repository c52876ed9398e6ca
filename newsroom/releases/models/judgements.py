"""What the safeguards found in a text, and what people said to it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .records import Revision
from .releases import Release


class Inspection(models.Model):
    """The findings at one moment of a revision's road.

    ``findings``: a list of {rule, group, level, place, excerpt, fingerprint, answer}, where answer
    is the verdict that stood, or "".
    """

    class Moment(models.TextChoices):
        SUBMIT = "submit", pgettext_lazy("moment", "On submission")
        APPROVE = "approve", pgettext_lazy("moment", "On approval")
        PUBLISH = "publish", pgettext_lazy("moment", "On publication")

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="inspections")
    moment = models.CharField(_("moment"), max_length=7, choices=Moment.choices)
    findings = models.JSONField(_("findings"), default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("inspection")
        verbose_name_plural = _("inspections")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="inspection_moment_is_known",
                condition=Q(moment__in=["submit", "approve", "publish"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.revision}: {self.get_moment_display()}"


class Answer(models.Model):
    """A person's word on a finding; it holds until the words the finding speaks of change.

    Dismissed: the officer leaves a warning or suggestion as it is. Accepted: the ready replacement
    was taken. Overruled: a second person at the regional office or above lets a block pass.
    """

    class Verdict(models.TextChoices):
        DISMISSED = "dismissed", pgettext_lazy("verdict", "Left as it is")
        ACCEPTED = "accepted", pgettext_lazy("verdict", "Mended")
        OVERRULED = "overruled", pgettext_lazy("verdict", "Allowed with a reason")

    release = models.ForeignKey(Release, models.CASCADE, related_name="answers")
    revision = models.ForeignKey(Revision, models.CASCADE, related_name="answers")
    fingerprint = models.CharField(max_length=16)
    rule = models.CharField(_("rule"), max_length=60)
    level = models.CharField(max_length=10)
    place = models.CharField(_("place"), max_length=60)
    excerpt = models.TextField(_("text"), blank=True)
    verdict = models.CharField(_("answer"), max_length=9, choices=Verdict.choices)
    note = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("answer to a finding")
        verbose_name_plural = _("answers to findings")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="answer_verdict_is_known",
                condition=Q(verdict__in=["dismissed", "accepted", "overruled"]),
            ),
            models.CheckConstraint(
                name="answer_overrules_a_block_with_a_reason",
                condition=~Q(verdict="overruled") | (Q(level="block") & ~Q(note="")),
            ),
            models.CheckConstraint(
                name="answer_dismisses_only_what_stops_nothing",
                condition=~Q(verdict="dismissed") | Q(level__in=["warning", "suggestion"]),
            ),
        ]
        indexes = [models.Index(fields=["release", "fingerprint"], name="answer_by_finding")]

    def __str__(self) -> str:
        return f"{self.rule}: {self.get_verdict_display()}"
