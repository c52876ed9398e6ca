"""One errand of a transport: all its requests within one deadline, all trouble in our words."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from newsroom.lib import http
from newsroom.lib.html import plain
from newsroom.syndication.parcels import Refused, TryLater

TOTAL = timedelta(seconds=30)
#: A person waits for a live check, so it is given less.
WHILE_WAITING = timedelta(seconds=10)
LONGEST_WAIT = timedelta(hours=24)
_URL_LENGTH, _QUOTE_LENGTH = 500, 200


class Errand:
    """Requests that share one deadline. Answers of any status come back; no answer is raised."""

    def __init__(self, total: timedelta = TOTAL) -> None:
        self._ends_at = time.monotonic() + total.total_seconds()

    @staticmethod
    def now() -> datetime:
        """Our clock, in UTC. Signatures carry the moment of sending, not that of the task."""
        return datetime.now(UTC)

    def ask(
        self, method: str, url: str, *, headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> http.Answer:
        """The answer. Raises Refused for a forbidden address, TryLater where no answer came.

        An answer that was too large to read comes back with its status and no body.
        """
        left = timedelta(seconds=max(0.0, self._ends_at - time.monotonic()))
        try:
            return http.fetch(method, url, headers=headers, body=body, deadline=left)
        except http.AnswerTooLarge as error:
            return http.Answer(error.status, {}, b"")
        except http.AddressForbidden as error:
            raise Refused(
                _("The address %(host)s cannot be used: it leads into a private network, or it is "
                  "not a complete web address. Please correct the destination's address.")
                % {"host": host_of(url)}
            ) from error  # fmt: skip
        except http.NoAnswer as error:
            raise _later(error, host_of(url)) from error


def host_of(url: str) -> str:
    """The host of a URL, for messages; never its path, which may hold a key."""
    try:
        return urlsplit(url).hostname or url[:80]
    except ValueError:
        return url[:80]


def secure(url: str) -> str:
    """The URL without a last slash. Refused unless it is https or the settings name its host."""
    url = url.strip().rstrip("/")
    if not url.lower().startswith("https://") and not http.named_private(url):
        raise Refused(_("The address must begin with https:// so that nobody can read along."))
    return url


def public_address(value: object) -> str:
    """A web address an outlet gave us, or "" where it is none that a reader could follow."""
    address = str(value or "")
    follows = address.startswith(("https://", "http://")) and len(address) <= _URL_LENGTH
    return address if follows else ""


def trouble(answer: http.Answer, host: str) -> TryLater | Refused:
    """What an answer that is not 2xx means, by its status alone."""
    status = answer.status
    known = {"host": host, "status": status, "said": said(answer)}
    if status >= 500 or status in {408, 425, 429}:
        reason = _("%(host)s cannot take it now (HTTP %(status)s). %(said)s") % known
        uncertain = status >= 500 or status == 408
        return TryLater(reason.strip(), after=wait(answer), uncertain=uncertain, status=status)
    if 300 <= status < 400:
        known["said"] = public_address(answer.header("location"))
        reason = _(
            "%(host)s redirects to another address (HTTP %(status)s), which is not followed. "
            "Please enter the final address. %(said)s"
        )
    else:
        reason = _("%(host)s refused it (HTTP %(status)s). %(said)s")
    return Refused((reason % known).strip(), status=status)


def said(answer: http.Answer) -> str:
    """The beginning of what they answered, as plain text in quotation marks."""
    words = plain(answer.body[:4000].decode("utf-8", "replace"))
    words = " ".join(words.split())
    if not words:
        return ""
    return f"“{words[:_QUOTE_LENGTH]}{'…' if len(words) > _QUOTE_LENGTH else ''}”"


def wait(answer: http.Answer) -> timedelta | None:
    """How long Retry-After asks us to wait (seconds or an HTTP date), at most LONGEST_WAIT."""
    asked = answer.header("retry-after").strip()
    if asked.isascii() and asked.isdigit():
        return timedelta(seconds=min(int(asked[:9]), LONGEST_WAIT.total_seconds()))
    try:
        until = parsedate_to_datetime(asked)
    except (ValueError, IndexError, TypeError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(until - Errand.now(), timedelta()), LONGEST_WAIT)


def _later(error: http.NoAnswer, host: str) -> TryLater:
    known = {"host": host, "detail": str(error)[:_QUOTE_LENGTH]}
    if isinstance(error, http.CertificateRefused):
        reason = _("The certificate of %(host)s is not valid, so nothing was sent. (%(detail)s)")
    elif isinstance(error, http.NothingSent):
        reason = _("%(host)s cannot be reached. (%(detail)s)")
    else:
        reason = _("%(host)s gave no complete answer; it may have arrived. (%(detail)s)")
    return TryLater(reason % known, uncertain=isinstance(error, http.MayHaveArrived))
