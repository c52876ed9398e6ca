"""Who may read and change facilities. Reading is free: facilities are public.

Changing asks Django's permission API with the facility; newsroom.contributors answers it from the
memberships (managers over the facility, its region or the nation), a floor that this one must not
import.
"""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, PermissionsMixin

from .models import Facility

CHANGE = "facilities.change_facility"
#: Held by who steers the whole newsroom's lists.
STEER = "facilities.change_region"


def may_change(user: AbstractBaseUser | AnonymousUser, facility: Facility) -> bool:
    """Whether the user may change this facility."""
    return isinstance(user, PermissionsMixin) and user.has_perm(CHANGE, facility)
