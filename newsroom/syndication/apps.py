from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SyndicationConfig(AppConfig):
    name = "newsroom.syndication"
    verbose_name = _("Syndication")

    def ready(self) -> None:
        """Listen for publications."""
        from newsroom.releases.signals import edition_published

        from .tasks import hear_publication

        edition_published.connect(hear_publication, dispatch_uid="syndication.fan_out")
