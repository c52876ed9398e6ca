"""The media we work with."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from facilities.models import Region


class Outlet(models.Model):
    """A partner medium. Only outlets verified by the Press Council should become partners."""

    class Medium(models.TextChoices):
        ONLINE = "online", _("Online")
        PRINT = "print", _("Print")
        RADIO = "radio", _("Radio")
        TELEVISION = "television", _("Television")
        AGENCY = "agency", _("News agency")
        GOVERNMENT = "government", _("Government portal")

    name = models.CharField(_("name"), max_length=120, unique=True)
    site = models.URLField(_("website"), blank=True)
    medium = models.CharField(
        _("medium"), max_length=10, choices=Medium.choices, default=Medium.ONLINE
    )
    region = models.ForeignKey(
        Region,
        models.PROTECT,
        related_name="outlets",
        verbose_name=_("region"),
        null=True,
        blank=True,
        help_text=_("Empty: a national outlet."),
    )
    verified_date = models.DateField(_("verified by the Press Council on"), null=True, blank=True)
    contact_name = models.CharField(_("newsroom contact"), max_length=120, blank=True)
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    contact_phone = models.CharField(_("contact phone"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
