"""Whose is this? The one place that turns memberships into answers for every other room."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from facilities.models import Facility

from .models import Membership, Role, Scope, User

_ROLES = [Role.WRITER, Role.EDITOR, Role.MANAGER]
_SCOPES = [Scope.FACILITY, Scope.REGION, Scope.NATIONAL]

Somebody = User | AnonymousUser


def held(user: Somebody, role: Role) -> list[Membership]:
    """The user's memberships with at least that role; none for the inactive or anonymous."""
    if not isinstance(user, User) or not user.is_active:
        return []
    enough = _ROLES[_ROLES.index(role) :]
    return [one for one in user.held_memberships if one.role in enough]


def reach(user: Somebody, facility: Facility, role: Role) -> Scope | None:
    """The widest scope by which the user holds at least that role over the facility, or None."""
    scopes = [Scope(one.scope) for one in held(user, role) if _includes(one, facility)]
    return max(scopes, key=_SCOPES.index, default=None)


def covers(user: Somebody, facility: Facility, role: Role) -> bool:
    """Whether the user holds at least that role over the facility."""
    return reach(user, facility, role) is not None


def reaches(scope: Scope | None, least: Scope) -> bool:
    """Whether a scope is at least as wide as another."""
    return scope is not None and _SCOPES.index(scope) >= _SCOPES.index(least)


def is_national(user: Somebody, role: Role) -> bool:
    """Whether the user holds at least that role over every facility."""
    return any(one.scope == Scope.NATIONAL for one in held(user, role))


def administers(user: Somebody) -> bool:
    """Whether the user keeps the installation: sees everything, has no editorial power by that."""
    return isinstance(user, User) and user.is_active and user.is_superuser


def sees_all(user: Somebody, role: Role) -> bool:
    """Whether lists need no filter: by a national role, or to keep the installation."""
    return administers(user) or is_national(user, role)


def within(user: Somebody, role: Role, path: str = "facility") -> Q:
    """A filter for rows whose facility (reached by ``path``) the user covers with the role.

    ``path`` may be empty for facilities themselves. Nobody's filter matches nothing.
    """
    prefix = f"{path}__" if path else ""
    if is_national(user, role):
        return Q()
    memberships = held(user, role)
    facilities = [one.facility_id for one in memberships if one.scope == Scope.FACILITY]
    regions = [one.region_id for one in memberships if one.scope == Scope.REGION]
    return Q(**{f"{prefix}pk__in": facilities}) | Q(**{f"{prefix}region__in": regions})


def facilities_of(user: Somebody, role: Role) -> QuerySet[Facility]:
    """The facilities over which the user holds at least that role."""
    return Facility.objects.filter(within(user, role, ""))


def _includes(membership: Membership, facility: Facility) -> bool:
    if membership.scope == Scope.FACILITY:
        return membership.facility_id == facility.pk
    if membership.scope == Scope.REGION:
        return membership.region_id == facility.region_id
    return True
