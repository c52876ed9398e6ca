"""The nouns of syndication: where releases go, what is owed, and the proof that it arrived."""

from .deliveries import Attempt, Delivery, Receipt, Rendering
from .destinations import Destination

__all__ = ["Attempt", "Delivery", "Destination", "Receipt", "Rendering"]
