"""The doorman of the safeguards' records: whose consents, words and slips are these?"""

from django.db.models import QuerySet
from django.http import Http404

from newsroom.contributors.access import Somebody, sees_all, within
from newsroom.contributors.models import Role

from .models import Consent, DictionaryWord, Slip


def consents_of(user: Somebody, role: Role = Role.WRITER) -> QuerySet[Consent]:
    """Consents of the facilities the user covers. Keeping the installation is no reason to look."""
    return Consent.objects.filter(within(user, role)).select_related("facility__region")


def consent_for(user: Somebody, pk: int) -> Consent:
    """The consent, or Http404 where it does not exist or is not the user's to see."""
    found = consents_of(user).select_related("recorded_by", "withdrawn_by").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def words_of(user: Somebody) -> QuerySet[DictionaryWord]:
    """The words of the dictionaries this person may add to; all of them to keep the service."""
    words = DictionaryWord.objects.select_related("facility", "added_by")
    return words if sees_all(user, Role.WRITER) else words.filter(within(user, Role.WRITER))


def word_for(user: Somebody, pk: int) -> DictionaryWord:
    """The word, or Http404 where it does not exist or is not the user's to see."""
    found = words_of(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def slips_of(user: Somebody) -> QuerySet[Slip]:
    """The slips of the units this person works for."""
    return Slip.objects.filter(within(user, Role.WRITER))
