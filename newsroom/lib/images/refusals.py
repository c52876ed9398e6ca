"""Why a picture is refused; each message tells the person at the desk what to do."""

from django.utils.translation import gettext as _


class Unusable(ValueError):
    """The file cannot become a photo. ``str()`` of it is a sentence for the person."""


class TooHeavy(Unusable):
    """More bytes than the limit."""

    def __init__(self, bytes_most: int) -> None:
        super().__init__(
            _(
                "This photo is larger than %(most)d MB. "
                "Make it smaller in your gallery app, then upload it again."
            )
            % {"most": bytes_most // (1024 * 1024)}
        )


class TooLarge(Unusable):
    """More pixels than the limit, according to the file's header."""

    def __init__(self, width: int, height: int, pixels_most: int) -> None:
        super().__init__(
            _(
                "This photo measures %(width)d × %(height)d pixels, more than %(most)d "  # noqa: RUF001
                "megapixels. Make it smaller, then upload it again."
            )
            % {"width": width, "height": height, "most": pixels_most // 1_000_000}
        )


class TooSmall(Unusable):
    """A side shorter than readers need."""

    def __init__(self, width: int, height: int, side_least: int) -> None:
        super().__init__(
            _(
                "This photo measures only %(width)d × %(height)d pixels. Use the original: "  # noqa: RUF001
                "each side needs at least %(least)d pixels."
            )
            % {"width": width, "height": height, "least": side_least}
        )


class Animated(Unusable):
    """It moves, or holds several pictures."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This file moves or holds several pictures. "
                "Save the one picture you mean as a JPEG photo, then upload that."
            )
        )


class Disguised(Unusable):
    """Its name or content type claims another format than its first bytes show."""

    def __init__(self, claimed: str, found: str) -> None:
        super().__init__(
            _(
                "This file says it is %(claimed)s but holds %(found)s. "
                "Save it again as JPEG in your gallery app, then upload that."
            )
            % {"claimed": claimed, "found": found}
        )


class NotAPhoto(Unusable):
    """None of the formats we take, or no picture at all."""

    def __init__(self) -> None:
        super().__init__(
            _("This file is not a photo that we can read. Use JPEG, PNG, WebP or HEIC.")
        )


class Broken(Unusable):
    """It begins like a photo, but cannot be read to its end."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This photo is damaged or was not copied completely. "
                "Send it again from the phone or camera that took it."
            )
        )
