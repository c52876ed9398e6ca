"""What the safeguards keep: consents."""

from .consents import Consent

__all__ = ["Consent"]
