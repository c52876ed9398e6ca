"""The places: regional offices, facilities, their names over time, who heads them, programmes."""

from .offices import Authority, OfficeHolder, Programme
from .places import Alias, Facility, FacilityName, Kind, Region, Zone
from .spans import RegistryState

__all__ = [
    "Alias",
    "Authority",
    "Facility",
    "FacilityName",
    "Kind",
    "OfficeHolder",
    "Programme",
    "Region",
    "RegistryState",
    "Zone",
]
