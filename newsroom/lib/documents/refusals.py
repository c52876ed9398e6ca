"""Why a document is refused; each message tells the person at the desk what to do."""

from django.utils.translation import gettext as _


class Unusable(ValueError):
    """The file cannot be an attachment. ``str()`` of it is a sentence for the person."""


class NotTaken(Unusable):
    """None of the formats we take."""

    def __init__(self) -> None:
        super().__init__(_("This file cannot be attached. Use PDF, DOCX, MP3, M4A, OGG or WAV."))


class Disguised(Unusable):
    """Its name or content type claims another format than its bytes show."""

    def __init__(self, claimed: str, found: str) -> None:
        super().__init__(
            _(
                "This file says it is %(claimed)s but holds %(found)s. "
                "Save it again, then attach it."
            )
            % {"claimed": claimed, "found": found}
        )


class TooHeavy(Unusable):
    """More bytes than the limit, packed or unpacked."""

    def __init__(self, bytes_most: int) -> None:
        super().__init__(
            _("This file is larger than %(most)d MB. Make it smaller, then attach it again.")
            % {"most": bytes_most // (1024 * 1024)}
        )


class TooLong(Unusable):
    """More pages than can be read."""

    def __init__(self, pages_most: int) -> None:
        super().__init__(
            _("This document has more than %(most)d pages. Attach the pages that matter.")
            % {"most": pages_most}
        )


class Locked(Unusable):
    """A password keeps it shut."""

    def __init__(self) -> None:
        super().__init__(_("A password locks this document. Save it without one, then attach it."))


class Acting(Unusable):
    """It holds macros or other programs."""

    def __init__(self) -> None:
        super().__init__(
            _("This document holds macros or programs. Save it as PDF, then attach that.")
        )


class Broken(Unusable):
    """It begins like such a file, but cannot be read to its end."""

    def __init__(self) -> None:
        super().__init__(
            _("This file is damaged or was not copied completely. Save it again, then attach it.")
        )


class NotSoundAlone(Unusable):
    """A recording with a film, pictures or texts beside the sound."""

    def __init__(self) -> None:
        super().__init__(
            _("This recording holds more than sound. Save the sound alone, then attach it.")
        )


class Involved(Unusable):
    """A Word document with charts, drawings or other files inside."""

    def __init__(self) -> None:
        super().__init__(
            _("This document holds charts or other files. Save it as PDF, then attach that.")
        )
