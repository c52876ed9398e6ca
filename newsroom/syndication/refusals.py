"""Why a person's wish about a delivery or destination may be refused, in words for that person."""

from django.utils.translation import gettext as _

from newsroom.releases.refusals import NoteMissing, OutOfScope, Refusal

__all__ = ["AlreadyMoved", "NoteMissing", "OutOfScope", "Refusal", "Superseded"]


class AlreadyMoved(Refusal):
    """The delivery no longer stands where the wish would make sense."""

    def __init__(self) -> None:
        super().__init__(
            _("This delivery is on its way or already settled. Please reload the page.")
        )


class Superseded(Refusal):
    """A newer edition is owed to the outlet instead."""

    def __init__(self) -> None:
        super().__init__(
            _("A newer edition of this release exists; this one will not be sent any more.")
        )
