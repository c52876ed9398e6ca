"""The verbs of the safeguards' records. Time and actor are arguments."""

from .consents import Given, Paper, note_paper_view, record_consent, withdraw_consent

__all__ = ["Given", "Paper", "note_paper_view", "record_consent", "withdraw_consent"]
