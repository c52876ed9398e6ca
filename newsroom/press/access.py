"""The doorman of outlets: whose partners are these?"""

from django.db.models import QuerySet

from newsroom.contributors.access import Somebody, held
from newsroom.contributors.models import Role, Scope, User

from .models import Outlet


def outlets_of(user: Somebody, role: Role = Role.MANAGER) -> QuerySet[Outlet]:
    """Outlets the user looks after with at least that role.

    National memberships reach all of them, regional ones the outlets of their region; a facility
    has none of its own. Superusers administer the installation and so reach all.
    """
    if isinstance(user, User) and user.is_active and user.is_superuser:
        return Outlet.objects.all()
    memberships = held(user, role)
    if any(one.scope == Scope.NATIONAL for one in memberships):
        return Outlet.objects.all()
    regions = [one.region_id for one in memberships if one.scope == Scope.REGION]
    return Outlet.objects.filter(region__in=regions)
