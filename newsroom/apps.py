from django.apps import AppConfig


class WartaPasConfig(AppConfig):
    name = "newsroom"
    verbose_name = "WartaPas"

    def ready(self) -> None:
        """Load the Celery app, so that every process knows where the broker is."""
        from newsroom import celery  # noqa: F401
