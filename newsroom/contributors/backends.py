"""Answers Django's permission questions from memberships, so that the admin asks nobody else."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from facilities.models import Facility, Region

from .access import covers, held, is_national
from .models import Membership, Role, Scope, User

#: What each role may do at the desk. Objects are narrowed to the membership's scope; a release's
#: own steps are guarded by newsroom.releases.workflow, not by this table.
PERMISSIONS: dict[str, Role] = {
    "facilities.view_facility": Role.WRITER,
    "facilities.change_facility": Role.MANAGER,
    "facilities.view_region": Role.WRITER,
    "facilities.view_facilityname": Role.WRITER,
    "facilities.add_facilityname": Role.MANAGER,
    "facilities.change_facilityname": Role.MANAGER,
    "facilities.view_alias": Role.WRITER,
    "facilities.add_alias": Role.MANAGER,
    "facilities.change_alias": Role.MANAGER,
    "facilities.delete_alias": Role.MANAGER,
    "facilities.view_officeholder": Role.WRITER,
    "facilities.add_officeholder": Role.MANAGER,
    "facilities.change_officeholder": Role.MANAGER,
    "facilities.view_programme": Role.WRITER,
    "contributors.view_contributor": Role.WRITER,
    "contributors.add_contributor": Role.EDITOR,
    "contributors.change_contributor": Role.EDITOR,
    "contributors.view_user": Role.MANAGER,
    "contributors.add_user": Role.MANAGER,
    "contributors.change_user": Role.MANAGER,
    "contributors.view_membership": Role.MANAGER,
    "contributors.add_membership": Role.MANAGER,
    "contributors.change_membership": Role.MANAGER,
    "contributors.delete_membership": Role.MANAGER,
    "press.view_outlet": Role.WRITER,
    "press.add_outlet": Role.MANAGER,
    "press.change_outlet": Role.MANAGER,
    "releases.view_release": Role.WRITER,
    "releases.add_release": Role.WRITER,
    "releases.change_release": Role.WRITER,
    "releases.view_photo": Role.WRITER,
    "releases.view_topic": Role.WRITER,
    "safeguards.view_consent": Role.WRITER,
    "safeguards.view_dictionaryword": Role.WRITER,
    "syndication.view_destination": Role.EDITOR,
    "syndication.add_destination": Role.MANAGER,
    "syndication.change_destination": Role.MANAGER,
    "syndication.view_delivery": Role.WRITER,
    "syndication.steer_delivery": Role.EDITOR,
}

#: Lists that steer the whole newsroom: a national manager's.
NATIONAL_PERMISSIONS = {
    f"{app}.{verb}_{noun}"
    for app, noun in (("facilities", "programme"), ("releases", "topic"), ("facilities", "region"))
    for verb in ("add", "change")
}


class MembershipBackend(BaseBackend):
    """Permissions by role, and by scope where an object with a facility or region is given."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """Whether some membership grants it; without an object, anywhere."""
        if not isinstance(user_obj, User):
            return False
        if perm in NATIONAL_PERMISSIONS:
            return is_national(user_obj, Role.MANAGER)
        role = PERMISSIONS.get(perm)
        return role is not None and _grants(user_obj, role, obj)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        """Whether the user may do anything at all in the app."""
        named = [name for name in PERMISSIONS if name.startswith(f"{app_label}.")]
        return any(self.has_perm(user_obj, name) for name in named)


def _grants(user: User, role: Role, obj: Any) -> bool:
    facility = obj if isinstance(obj, Facility) else getattr(obj, "facility", None)
    if isinstance(facility, Facility):
        return covers(user, facility, role)
    region = obj if isinstance(obj, Region) else getattr(obj, "region", None)
    memberships = held(user, role)
    if isinstance(region, Region):
        return any(_over_region(one, region) for one in memberships)
    return bool(memberships)


def _over_region(membership: Membership, region: Region) -> bool:
    return membership.scope == Scope.NATIONAL or membership.region_id == region.pk
