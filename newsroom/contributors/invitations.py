"""The letter by which a new person comes in."""

from allauth.account.forms import ResetPasswordForm
from django.http import HttpRequest

from .models import User


def invite(person: User, request: HttpRequest) -> None:
    """Send the link with which a person chooses their password."""
    form = ResetPasswordForm({"email": person.email})
    if form.is_valid():
        form.save(request)
