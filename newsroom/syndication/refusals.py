"""Why a person's wish about a delivery or destination may be refused, in words for that person."""

from django.utils.translation import gettext as _

from newsroom.releases.refusals import NoteMissing, OutOfScope, Refusal

__all__ = [
    "AlreadyMoved",
    "NoSigningSecret",
    "NoteMissing",
    "OutOfScope",
    "Refusal",
    "Superseded",
]


class NoSigningSecret(Refusal):
    """The transport has no secret that both sides share and that we could make anew."""

    def __init__(self) -> None:
        super().__init__(_("This transport has no secret that can be changed from here."))


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
