"""The desk's site: Django admin dressed by unfold, entered through allauth's sign-in."""

from collections.abc import Callable
from typing import Any, cast

from allauth.mfa.utils import is_mfa_enabled
from csp.constants import NONCE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from csp.decorators import csp_update
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.sites import UnfoldAdminSite

from newsroom.contributors.access import held
from newsroom.contributors.models import Role

View = Callable[..., HttpResponse]

#: What unfold needs beyond the newsroom's policy: Alpine evaluates expressions in attributes and
#: both it and the text editor set styles; the editor's import map is let in by its nonce alone.
WIDER = {
    "script-src": [SELF, UNSAFE_EVAL, NONCE],
    "style-src": [SELF, UNSAFE_INLINE],
}


class DeskSite(UnfoldAdminSite):
    """One site for all staff; who sees what is decided by memberships, not by Django groups."""

    index_template = "desk/dashboard.html"
    index_title = _("What waits for me")

    def has_permission(self, request: HttpRequest) -> bool:
        """Signed-in, active staff may enter, editors and managers with their second factor."""
        user: Any = request.user
        return bool(user.is_active and user.is_staff) and not needs_second_factor(request)

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Widen the content policy for the desk's own pages, and for nothing else."""
        inside: Any = super().admin_view(view, cacheable)
        widened: Any = csp_update(WIDER)(inside)
        return cast(View, widened)

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send people to the one sign-in page, and say plainly where signing in does not help."""
        if not request.user.is_authenticated:
            target = request.GET.get("next") or reverse("admin:index")
            return redirect_to_login(target, reverse("account_login"))
        if needs_second_factor(request):
            return redirect("mfa_activate_totp")
        if self.has_permission(request):
            return redirect("admin:index")
        return render(request, "desk/no_entry.html", status=403)

    def logout(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseRedirect:
        """Sign out (by POST, so that no stray link can) and return to the sign-in page."""
        if request.method == "POST":
            logout(request)
        return redirect("account_login")

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseRedirect:
        """Passwords are changed where people sign in."""
        return redirect("account_change_password")


def needs_second_factor(request: HttpRequest) -> bool:
    """Whether this person must first set up an authenticator: editors, managers, administrators."""
    user: Any = request.user
    if not settings.MFA_REQUIRED or not user.is_authenticated:
        return False
    trusted = user.is_superuser or held(user, Role.EDITOR)
    return bool(trusted) and not is_mfa_enabled(user)
