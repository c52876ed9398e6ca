"""What comes of a request: an Answer, or one of the ways to have none."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete answer. Header names are in lower case, repeated ones joined by ", "."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def accepted(self) -> bool:
        """Whether the status is 2xx. A redirect is no acceptance; it is never followed."""
        return 200 <= self.status < 300

    def header(self, name: str) -> str:
        """The header's value, or "" where there is none."""
        return self.headers.get(name.lower(), "")

    def json(self) -> Any:
        """The body as JSON; ValueError where it is none."""
        try:
            return json.loads(self.body)
        except RecursionError as error:
            raise ValueError("JSON nested too deeply") from error


class NoAnswer(Exception):
    """No complete answer came. The message says why, in English, for logs and details."""


class NothingSent(NoAnswer):
    """Not a byte of the request left: no address, no connection, no time. Safe to send again."""


class AddressForbidden(NothingSent):
    """The address is unusable or leads to a private network; sending again will not help."""


class CertificateRefused(NothingSent):
    """The other side did not prove by a valid certificate that it is who we asked for."""


class MayHaveArrived(NoAnswer):
    """The request, or some of it, was sent; what became of it is unknown."""


class AnswerTooLarge(MayHaveArrived):
    """The answer is larger than allowed, or packed in a way we did not ask for.

    ``status`` is the answer's: 2xx means that the request was accepted all the same.
    """

    def __init__(self, reason: str, *, status: int) -> None:
        super().__init__(reason)
        self.status = status
