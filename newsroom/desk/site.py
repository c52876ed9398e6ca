"""The desk's site: Django admin dressed by unfold, entered through allauth's sign-in."""

from typing import Any

from django.http import HttpRequest
from unfold.sites import UnfoldAdminSite


class DeskSite(UnfoldAdminSite):
    """One site for all staff; who sees what is decided by memberships, not by Django groups."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Signed-in, active staff may enter."""
        user: Any = request.user
        return bool(user.is_active and user.is_staff)
