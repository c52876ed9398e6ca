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
