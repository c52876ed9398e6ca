"""What the safeguards keep: consents."""

from .consents import Consent, PaperView

__all__ = ["Consent", "PaperView"]
