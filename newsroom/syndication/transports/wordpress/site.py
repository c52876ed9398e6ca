"""A WordPress site's REST interface: requests as one account, refusals in our words."""

import base64
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from newsroom.lib import http
from newsroom.syndication.parcels import Refused, TryLater
from newsroom.syndication.transports.errand import Errand, host_of, said, trouble

Item = dict[str, Any]

#: What WordPress says when a name or application password came through but is wrong.
_WRONG_PASSWORD = {"incorrect_password", "invalid_username", "invalid_email"}
_NO_TRASH = 501


class Denied(Refused):
    """WordPress said no, with its own ``code`` such as rest_cannot_publish."""

    def __init__(self, reason: str, *, code: str, status: int) -> None:
        super().__init__(reason, status=status)
        self.code = code


class NotSignedIn(Denied):
    """The site saw no account at all: it loses the Authorization header, or accounts are closed."""


class Site:
    """Requests to one site as one account, within one errand's deadline.

    ``changed``: the site has accepted something that changed it.
    """

    def __init__(self, url: str, user: str, password: str, errand: Errand) -> None:
        self.url = url
        self.host = host_of(url)
        self.changed = False
        self._errand = errand
        pair = f"{user.strip()}:{''.join(password.split())}".encode()
        self._account = {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}

    def send(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> http.Answer:
        """The answer to a request below /wp-json/wp/v2/, of any status."""
        asked = f"?{urlencode(query)}" if query else ""
        url = f"{self.url}/wp-json/wp/v2/{path}{asked}"
        sent = {"Accept": "application/json", **self._account, **(headers or {})}
        answer = self._errand.ask(method, url, headers=sent, body=body)
        self.changed = self.changed or (answer.accepted and method != "GET")
        return answer

    def read(self, answer: http.Answer) -> Any:
        """What an answer holds. Raises Denied, Refused or TryLater where it is no success."""
        given = _json(answer)
        if answer.accepted and given is not None:
            return given
        if answer.accepted:
            raise self._unreadable(answer)
        raise self._trouble(answer, given if isinstance(given, dict) else {})

    def get(self, path: str, **query: str) -> Any:
        """Read something."""
        return self.read(self.send("GET", path, query=query))

    def post(self, path: str, fields: Mapping[str, Any]) -> Item:
        """Create or change something."""
        body = json.dumps(fields).encode()
        headers = {"Content-Type": "application/json"}
        item: Item = self.read(self.send("POST", path, headers=headers, body=body))
        return item

    def delete(self, path: str, **query: str) -> None:
        """Remove something."""
        self.read(self.send("DELETE", path, query=query))

    def is_gone(self, address: str) -> bool:
        """Whether a reader without an account finds nothing at this address (404 or 410)."""
        return self._errand.ask("GET", address).status in {404, 410}

    def _unreadable(self, answer: http.Answer) -> Refused | TryLater:
        if answer.status == 201:  # it was created, but something spoiled the answer
            reason = _("%(host)s took it but its answer could not be read. %(said)s")
            known = {"host": self.host, "said": said(answer)}
            return TryLater((reason % known).strip(), uncertain=True, status=answer.status)
        return Refused(self._no_interface(), status=answer.status)

    def _trouble(self, answer: http.Answer, given: Item) -> Refused | TryLater:
        code, status = str(given.get("code", "")), answer.status
        if status != _NO_TRASH and (status >= 500 or status in {408, 425, 429}):
            return trouble(answer, self.host)
        if status == 401:
            return self._not_signed_in(code)
        if code == "rest_no_route" or (status == 404 and not code):
            return Refused(self._no_interface(), status=status)
        if not code:
            return trouble(answer, self.host)
        reason = _("%(host)s refused it: %(message)s (%(code)s)") % {
            "host": self.host, "message": str(given.get("message", ""))[:200], "code": code,
        }  # fmt: skip
        return Denied(reason, code=code, status=status)

    def _not_signed_in(self, code: str) -> Denied:
        if code in _WRONG_PASSWORD:
            reason = _(
                "%(host)s does not know this user name or application password. Please enter the "
                "user name one signs in with, and a new application password of that account."
            )
            return Denied(reason % {"host": self.host}, code=code, status=401)
        reason = _(
            "%(host)s did not see who is asking: its server does not pass the Authorization "
            "header on, or application passwords are switched off there."
        )
        return NotSignedIn(reason % {"host": self.host}, code=code, status=401)

    def _no_interface(self) -> str:
        reason = _(
            "There is no open WordPress REST interface at %(host)s: a web page came instead of "
            "data. Please check the site's address, and ask its administrator whether a login "
            "page or a security plugin stands in front of /wp-json/."
        )
        return reason % {"host": self.host}


def _json(answer: http.Answer) -> Any:
    """The JSON of an answer, None where it is something else."""
    try:
        given = answer.json()
    except ValueError:
        return None
    return given if isinstance(given, dict | list) else None
