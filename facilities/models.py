"""The places: regional offices, facilities, their names over time, who heads them, programmes."""

from datetime import date
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from . import naming


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


SpanModel = TypeVar("SpanModel", bound="Span")


class SpanQuerySet(models.QuerySet[SpanModel]):
    """Query words for rows that are valid from-to."""

    def on(self, day: date) -> "SpanQuerySet[SpanModel]":
        """Rows valid on the day; a missing end is open."""
        started = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        return self.filter(started & (Q(valid_to__isnull=True) | Q(valid_to__gte=day)))


class Span(models.Model):
    """A fact with a first and last day of validity, both inclusive, either open."""

    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
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


class Region(models.Model):
    """A regional office of corrections (Kanwil)."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The public page of the region."""
        return reverse("public:region", args=[self.slug])


class Facility(models.Model):
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


class Alias(models.Model):
    """What people call a facility: short name, nickname, spelling. Never printed as its name."""

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="aliases")
    name = models.CharField(_("alias"), max_length=160)
    key = models.CharField(max_length=200, db_index=True, editable=False)

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


class OfficeHolder(Span):
    """Who heads a facility or region, and since when. Plt. = acting, Plh. = standing in."""

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
                name="office_holder_heads_one_facility_or_region",
                condition=Q(facility__isnull=False, region__isnull=True)
                | Q(facility__isnull=True, region__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.prefix, self.title, self.name) if part)


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
