from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class DeskAdminConfig(admin_apps.AdminConfig):
    """Django admin with our site in place of its default one."""

    default = False
    default_site = "newsroom.desk.site.DeskSite"


class DeskConfig(AppConfig):
    name = "newsroom.desk"
    verbose_name = _("Desk")
