"""Regional offices, facilities, and every name by which they are called."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from facilities import naming

from .spans import Noted, NotedQuerySet, Span, SpanQuerySet, span_runs_forward


class Zone(models.TextChoices):
    """The IANA zones a facility may keep; labels are the civil names readers know."""

    JAKARTA = "Asia/Jakarta", "WIB"
    PONTIANAK = "Asia/Pontianak", "WIB"
    MAKASSAR = "Asia/Makassar", "WITA"
    JAYAPURA = "Asia/Jayapura", "WIT"


class Kind(models.TextChoices):
    """Kinds of facility. Rupbasan left the service in 2025 and stays for the archive only."""

    LAPAS = "lapas", _("Prison (Lapas)")
    LPP = "lpp", _("Women's prison (LPP)")
    LPKA = "lpka", _("Juvenile institution (LPKA)")
    RUTAN = "rutan", _("Detention house (Rutan)")
    BAPAS = "bapas", _("Probation office (Bapas)")
    LPAS = "lpas", _("Temporary child placement (LPAS)")
    HOSPITAL = "rs", _("Hospital")
    RUPBASAN = "rupbasan", _("Storage of seized goods (Rupbasan)")


class Region(Noted):
    """A regional office of corrections (Kanwil)."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)

    objects = NotedQuerySet["Region"].as_manager()

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The public page of the region."""
        return reverse("public:region", args=[self.slug])


class Facility(Noted):
    """A correctional unit (UPT). ``name`` is the one valid today; ``names`` holds every one.

    ``verified_at`` empty: the data are a first guess that the unit should confirm. Coordinates are
    degrees WGS 84 of the city, not of the building, where ``coordinates_basis`` says so.
    """

    region = models.ForeignKey(
        Region, models.PROTECT, related_name="facilities", verbose_name=_("region")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    facility_class = models.CharField(_("class"), max_length=10, blank=True)
    name = models.CharField(_("name"), max_length=160, unique=True)
    full_name = models.CharField(_("full name"), max_length=240, blank=True)
    slug = models.SlugField(_("slug"), max_length=160, unique=True)
    province = models.CharField(_("province"), max_length=80)
    regency = models.CharField(_("regency or city"), max_length=120, blank=True)
    city = models.CharField(_("place"), max_length=120)
    time_zone = models.CharField(_("time zone"), max_length=20, choices=Zone.choices)
    address = models.TextField(_("address"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    capacity = models.PositiveIntegerField(_("capacity"), null=True, blank=True)
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    coordinates_basis = models.CharField(_("source of coordinates"), max_length=160, blank=True)
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True)
    closed_date = models.DateField(_("closed on"), null=True, blank=True)
    loaded = models.JSONField(_("as loaded"), default=dict, editable=False)

    objects = NotedQuerySet["Facility"].as_manager()

    class Meta:
        verbose_name = _("facility")
        verbose_name_plural = _("facilities")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="facility_time_zone_is_indonesian",
                condition=Q(time_zone__in=Zone.values),
            ),
            models.CheckConstraint(
                name="facility_has_both_coordinates_or_none",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-12, 7), longitude__range=(94, 142)),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves, and writes today's name into the history so that it can be looked up."""
        super().save(*args, **kwargs)
        if "name" in (kwargs.get("update_fields") or ["name"]):
            FacilityName.objects.get_or_create(facility=self, name=self.name)

    def get_absolute_url(self) -> str:
        """The public page of the facility."""
        return reverse("public:facility", args=[self.slug])

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which instants are shown for this facility."""
        return ZoneInfo(self.time_zone)

    @property
    def zone_label(self) -> str:
        """WIB, WITA or WIT."""
        return str(Zone(self.time_zone).label)

    def name_on(self, day: date) -> str:
        """The official name that was right on the day; today's where no dated one fits."""
        dated = [one for one in self.names.all() if one.valid_from or one.valid_to]
        right = [one for one in dated if one.valid_on(day)]
        latest = max(right, key=lambda one: one.valid_from or date.min, default=None)
        return latest.name if latest else self.name


class FacilityName(Span):
    """An official name of a facility and when it was right (units change class and kind)."""

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=160)
    key = models.CharField(max_length=200, db_index=True, editable=False)

    objects = SpanQuerySet["FacilityName"].as_manager()

    class Meta:
        verbose_name = _("official name")
        verbose_name_plural = _("official names")
        ordering = ["facility", F("valid_from").asc(nulls_first=True)]
        constraints = [
            span_runs_forward("facility_name"),
            models.UniqueConstraint(
                fields=["facility", "name"], name="facility_name_stands_once_a_facility"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves with the key by which lookup finds it."""
        self.key = naming.key(self.name)
        super().save(*args, **kwargs)


class Alias(Noted):
    """What people call a facility: short name, nickname, spelling. Never printed as its name."""

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="aliases")
    name = models.CharField(_("alias"), max_length=160)
    key = models.CharField(max_length=200, db_index=True, editable=False)

    objects = NotedQuerySet["Alias"].as_manager()

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["facility", "key"], name="alias_stands_once_a_facility")
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves with the key by which lookup finds it."""
        self.key = naming.key(self.name)
        super().save(*args, **kwargs)
