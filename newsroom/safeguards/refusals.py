"""Why a step of the safeguards' own records may be refused, in words for the person."""

from django.utils.translation import gettext as _


class RecordRefused(Exception):
    """A step that may not be taken; ``str()`` says what to do, in the reader's language."""


class NotYours(RecordRefused):
    """The person's memberships do not reach this facility."""

    def __init__(self) -> None:
        super().__init__(_("Your role does not cover this step for this facility."))


class AlreadyWithdrawn(RecordRefused):
    """A consent is withdrawn once."""

    def __init__(self) -> None:
        super().__init__(_("This consent was withdrawn before. Nothing more needs to be done."))


class ReasonMissing(RecordRefused):
    """Others must know why."""

    def __init__(self) -> None:
        super().__init__(_("Please write why the consent is withdrawn."))


class WordUnclear(RecordRefused):
    """A unit's dictionary takes a word or a short phrase."""

    def __init__(self) -> None:
        super().__init__(_("Give one word or a short phrase of at most 60 characters."))


class DictionaryFull(RecordRefused):
    """A dictionary is for the words of a unit, not for a language."""

    def __init__(self) -> None:
        super().__init__(_("This unit's dictionary is full. Take out words you no longer need."))
