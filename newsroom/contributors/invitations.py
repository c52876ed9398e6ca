"""The letter by which a new person comes in."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.lib.addresses import absolute

from .models import User


def invite(person: User, *, by: User) -> None:
    """Send the link with which a person chooses their password."""
    uid, token = user_pk_to_url_str(person), default_token_generator.make_token(person)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
    facts = {"person": person, "by": by, "link": absolute(path)}
    text = render_to_string("account/email/invitation.txt", facts)
    send_mail(_("Your account at WartaPas"), text, None, [person.email])
