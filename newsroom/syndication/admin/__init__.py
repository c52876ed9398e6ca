"""Destinations and deliveries at the desk."""

from .deliveries import DeliveryAdmin
from .destinations import DestinationAdmin

__all__ = ["DeliveryAdmin", "DestinationAdmin"]
