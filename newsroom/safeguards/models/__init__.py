"""What the safeguards keep: consents, and each unit's words and slips."""

from .consents import Consent, PaperView
from .words import DictionaryWord, Slip

__all__ = ["Consent", "DictionaryWord", "PaperView", "Slip"]
