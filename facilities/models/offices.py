"""Who holds which office, what the authority above is called, which programme runs: all dated."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .places import Facility, Region
from .spans import Span, SpanQuerySet, span_runs_forward


class OfficeHolder(Span):
    """Who heads a facility, a region, the directorate general or the ministry, and since when.

    ``office`` names a national one and is empty for the head of a facility or region. Plt. =
    acting, Plh. = standing in. ``title`` is how the office is called: "Kepala LPKA".
    """

    class Office(models.TextChoices):
        NONE = "", _("facility or region")
        DIRECTORATE = "directorate", _("Directorate General of Corrections")
        MINISTRY = "ministry", _("Ministry")

    class Prefix(models.TextChoices):
        NONE = "", _("in office")
        ACTING = "Plt.", _("Plt. (acting, post vacant)")
        STANDING_IN = "Plh.", _("Plh. (standing in, holder absent)")

    facility = models.ForeignKey(
        Facility, models.CASCADE, related_name="office_holders", null=True, blank=True
    )
    region = models.ForeignKey(
        Region, models.CASCADE, related_name="office_holders", null=True, blank=True
    )
    office = models.CharField(
        _("national office"), max_length=12, choices=Office.choices, blank=True, default=""
    )
    name = models.CharField(_("name"), max_length=120)
    title = models.CharField(_("title"), max_length=120)
    prefix = models.CharField(
        _("prefix"), max_length=4, choices=Prefix.choices, blank=True, default=""
    )

    objects = SpanQuerySet["OfficeHolder"].as_manager()

    class Meta:
        verbose_name = _("office holder")
        verbose_name_plural = _("office holders")
        ordering = [F("valid_from").desc(nulls_last=True)]
        constraints = [
            span_runs_forward("office_holder"),
            models.CheckConstraint(
                name="office_holder_heads_one_facility_region_or_national_office",
                condition=Q(facility__isnull=False, region__isnull=True, office="")
                | Q(facility__isnull=True, region__isnull=False, office="")
                | Q(
                    facility__isnull=True,
                    region__isnull=True,
                    office__in=["directorate", "ministry"],
                ),
            ),
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.prefix, self.title, self.name) if part)


class Authority(Span):
    """What the ministry above the service, or its regional offices, are called, and when.

    ``spellings``: other ways to write the same name, separated by semicolons.
    """

    class Level(models.TextChoices):
        MINISTRY = "ministry", _("ministry")
        REGIONAL_OFFICE = "region", _("regional offices")

    level = models.CharField(_("level"), max_length=10, choices=Level.choices)
    name = models.CharField(_("name"), max_length=160)
    short = models.CharField(_("short name"), max_length=60, blank=True)
    spellings = models.CharField(_("other spellings"), max_length=400, blank=True)

    objects = SpanQuerySet["Authority"].as_manager()

    class Meta:
        verbose_name = _("name of the authority")
        verbose_name_plural = _("names of the authority")
        ordering = ["level", F("valid_from").desc(nulls_last=True), "name"]
        constraints = [span_runs_forward("authority")]

    def __str__(self) -> str:
        return self.name


class Programme(Span):
    """A named programme of the service (Resolusi Pemasyarakatan 2020, 13 Program Akselerasi)."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    slug = models.SlugField(_("slug"), max_length=160, unique=True)
    family = models.CharField(_("family"), max_length=120, blank=True)

    objects = SpanQuerySet["Programme"].as_manager()

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = [F("valid_from").desc(nulls_last=True), "name"]
        constraints = [span_runs_forward("programme")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The public page of the programme."""
        return reverse("public:programme", args=[self.slug])
