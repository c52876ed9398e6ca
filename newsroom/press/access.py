"""The doorman of outlets: whose partners are these?"""

from django.db.models import QuerySet

from newsroom.contributors.access import Somebody, held, sees_all
from newsroom.contributors.models import Role, Scope

from .models import Outlet


def outlets_of(user: Somebody, role: Role = Role.MANAGER) -> QuerySet[Outlet]:
    """Outlets the user looks after with at least that role.

    National memberships reach all of them, regional ones the outlets of their region; a facility
    has none of its own. Superusers administer the installation and so reach all.
    """
    if sees_all(user, role):
        return Outlet.objects.all()
    regions = [one.region_id for one in held(user, role) if one.scope == Scope.REGION]
    return Outlet.objects.filter(region__in=regions)
