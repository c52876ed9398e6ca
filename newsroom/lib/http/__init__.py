"""The only way out: HTTP with one total deadline, a size cap, no redirects, no private addresses.

``fetch`` resolves a name once, checks every address it stands for, and connects to a checked one
(with the right Host, SNI and certificate), so a name cannot turn inwards between check and use.
Proxies of the environment are ignored. What comes back is an Answer, whatever its status, or a
NoAnswer that says whether the request may have arrived.
"""

from .addresses import named_private
from .answers import (
    AddressForbidden,
    Answer,
    AnswerTooLarge,
    CertificateRefused,
    MayHaveArrived,
    NoAnswer,
    NothingSent,
)
from .exchange import fetch

__all__ = [
    "AddressForbidden",
    "Answer",
    "AnswerTooLarge",
    "CertificateRefused",
    "MayHaveArrived",
    "NoAnswer",
    "NothingSent",
    "fetch",
    "named_private",
]
