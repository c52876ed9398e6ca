"""The doorman of the safeguards' records: whose consents are these?"""

from django.db.models import QuerySet
from django.http import Http404

from newsroom.contributors.access import Somebody, within
from newsroom.contributors.models import Role

from .models import Consent


def consents_of(user: Somebody, role: Role = Role.WRITER) -> QuerySet[Consent]:
    """Consents of the facilities the user covers. Keeping the installation is no reason to look."""
    return Consent.objects.filter(within(user, role)).select_related("facility__region")


def consent_for(user: Somebody, pk: int) -> Consent:
    """The consent, or Http404 where it does not exist or is not the user's to see."""
    found = consents_of(user).select_related("recorded_by", "withdrawn_by").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
