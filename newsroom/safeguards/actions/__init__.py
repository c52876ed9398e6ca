"""The verbs of the safeguards' records. Time and actor are arguments."""

from .consents import Given, Paper, note_paper_view, record_consent, withdraw_consent
from .words import count_slips, forget, learn

__all__ = [
    "Given",
    "Paper",
    "count_slips",
    "forget",
    "learn",
    "note_paper_view",
    "record_consent",
    "withdraw_consent",
]
