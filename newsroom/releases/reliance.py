"""Whose consent a text relies on, and whether it may still."""

import json

from newsroom.safeguards.models import Consent

from .content import Content
from .models import Edition


def consents_in(content: Content) -> list[int]:
    """Keys of the consents that somebody is named or shown by."""
    faces = [face for photo in content.get("photos", []) for face in photo.get("faces", [])]
    return [one["consent"] for one in (*content.get("people", []), *faces) if one.get("consent")]


def consent_was_taken_back(edition: Edition) -> bool:
    """Whether somebody it names or shows has taken their consent back since it was published.

    One query, or none. What is published afterwards was judged knowing it.
    """
    relied_on = consents_in(json.loads(edition.content))
    since = Consent.objects.filter(pk__in=relied_on, withdrawn_at__gte=edition.published_at)
    return bool(relied_on) and since.exists()
