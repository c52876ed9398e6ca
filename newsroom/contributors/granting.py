"""What a manager may grant: memberships within their own reach, to people they answer for."""

from django.db.models import Q, QuerySet

from .access import covers, held, is_national
from .models import Membership, Role, Scope, User


def grantable(manager: User, membership: Membership) -> bool:
    """Whether this membership lies within the manager's own reach (administrators: any)."""
    if manager.is_superuser:
        return True
    if membership.scope == Scope.FACILITY and membership.facility is not None:
        return covers(manager, membership.facility, Role.MANAGER)
    if is_national(manager, Role.MANAGER):
        return True
    own = held(manager, Role.MANAGER)
    if membership.scope == Scope.REGION:
        return any(one.region_id == membership.region_id for one in own if one.region_id)
    return False


def governed(manager: User, memberships: QuerySet[Membership]) -> QuerySet[Membership]:
    """Those of the memberships that the manager could grant; the same rule as ``grantable``."""
    if manager.is_superuser or is_national(manager, Role.MANAGER):
        return memberships
    own = held(manager, Role.MANAGER)
    facilities = [one.facility_id for one in own if one.scope == Scope.FACILITY]
    regions = [one.region_id for one in own if one.scope == Scope.REGION]
    return memberships.filter(
        Q(facility__in=facilities) | Q(facility__region__in=regions) | Q(region__in=regions)
    )


def may_change_person(manager: User, person: User) -> bool:
    """Whether the manager answers for all this person may do, so may rename or switch them off."""
    if manager.is_superuser:
        return True
    if person.is_superuser:
        return False
    theirs = list(person.memberships.select_related("facility"))
    return bool(theirs) and all(grantable(manager, one) for one in theirs)
