"""How people sign in: by e-mail, with accounts that managers make."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):
    """Nobody signs up by themselves: managers invite."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Closed."""
        return False
