"""Signed webhooks by Standard Webhooks 1.0.0."""

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any

import standardwebhooks
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.lib import http
from newsroom.syndication.parcels import Parcel, Placed, Refused, Setting, TryLater, TryOut

from .errand import WHILE_WAITING, Errand, host_of, public_address, secure, trouble

TEST = "wartapas.test"
_PREFIX = "whsec_"
_ID_LENGTH = 200


class Webhook:
    """One signed POST for each edition. Any 2xx is the outlet's word that it has it.

    The answer may be JSON with "id" and "url" of the item there; without it the item's guid is its
    id. While ``previous_secret`` is set, both secrets sign.
    """

    slug = "webhook"
    label = "Webhook"
    accepts: tuple[str, ...] = ()
    carries_enclosures = False
    verifies_removal = False
    settings: tuple[Setting, ...] = (
        Setting(
            "url",
            gettext_lazy("address"),
            gettext_lazy("The https:// address at the outlet that takes the releases."),
        ),
        Setting(
            "secret",
            gettext_lazy("signing secret"),
            gettext_lazy("Begins with whsec_. Both sides keep it; it signs every message."),
            secret=True,
        ),
        Setting(
            "previous_secret",
            gettext_lazy("previous signing secret"),
            gettext_lazy("Only while the secret is being changed: both sign meanwhile."),
            secret=True,
            required=False,
        ),
    )

    def __init__(self, settings: Mapping[str, str]) -> None:
        self.url = settings.get("url", "")
        self._secrets = [settings.get("secret", ""), settings.get("previous_secret", "")]

    def place(self, parcel: Parcel) -> Placed:
        """Send the edition; for a withdrawal also look whether the item's page is gone."""
        errand = Errand()
        answer = self._post(errand, parcel.key, _message(parcel))
        if not answer.accepted:
            raise self._trouble(answer)
        placed = _placed(answer, parcel)
        if not parcel.withdraws or not placed.remote_url:
            return placed
        return _after_looking(errand, placed)

    def try_out(self) -> TryOut:
        """Send a signed message of type wartapas.test, which every 2xx answers well."""
        errand = Errand(WHILE_WAITING)
        now = errand.now()
        body = {"type": TEST, "timestamp": now.isoformat(timespec="seconds"), "data": {}}
        try:
            answer = self._post(errand, f"test-{now:%Y%m%d%H%M%S%f}", body)
            if not answer.accepted:
                raise self._trouble(answer)
        except (TryLater, Refused) as error:
            return TryOut(False, str(error))
        words = _("%(host)s took the signed test message (HTTP %(status)s).")
        return TryOut(True, words % {"host": host_of(self.url), "status": answer.status})

    def _post(self, errand: Errand, key: str, message: dict[str, Any]) -> http.Answer:
        """Sign exactly the bytes that are sent. The hour of sending is part of the signature."""
        url = secure(self.url)
        text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
        now = errand.now()
        signatures = [one.sign(key, now, text) for one in self._signers()]
        headers = {
            "Content-Type": "application/json",
            "webhook-id": key,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": " ".join(signatures),
        }
        return errand.ask("POST", url, headers=headers, body=text.encode())

    def _signers(self) -> list[standardwebhooks.Webhook]:
        newest, previous = self._secrets
        secrets = [newest, previous] if previous else [newest]
        return [standardwebhooks.Webhook(_checked(secret)) for secret in secrets]

    def _trouble(self, answer: http.Answer) -> TryLater | Refused:
        """What a refusal means here: 410 closes the address, 401 and 403 are about the secret."""
        host, status = host_of(self.url), answer.status
        if status == 410:
            reason = _("%(host)s has closed this address for good (HTTP 410).")
            return Refused(reason % {"host": host}, gone=True, status=status)
        if status in {401, 403}:
            reason = _(
                "%(host)s did not accept the signature (HTTP %(status)s). Please check that the "
                "outlet has the same signing secret and that its clock is right."
            )
            return Refused(reason % {"host": host, "status": status}, status=status)
        return trouble(answer, host)


def _checked(secret: str) -> str:
    """The secret, if it is whsec_ and the base64 of 24 to 64 bytes, as the standard says."""
    try:
        length = len(base64.b64decode(secret.strip().removeprefix(_PREFIX), validate=True))
    except (binascii.Error, ValueError):
        length = 0
    if not secret.strip().startswith(_PREFIX) or not 24 <= length <= 64:
        raise Refused(
            _("The signing secret is not usable: it begins with whsec_, followed by 24 to 64 "
              "random bytes in base64. Please enter it again.")
        )  # fmt: skip
    return secret.strip()


def _message(parcel: Parcel) -> dict[str, Any]:
    return {
        "type": parcel.event,
        "timestamp": parcel.occurred_at.isoformat(timespec="seconds"),
        "data": {
            "guid": parcel.guid,
            "edition": parcel.number,
            "headline": parcel.headline,
            "url": parcel.source_url,
            "item": _item(parcel),
        },
    }


def _item(parcel: Parcel) -> Any:
    """JSON as it is; anything else as text with its media type."""
    document = parcel.document
    if document.content_type.partition(";")[0].strip() == "application/json":
        return json.loads(document.body)
    return {"content_type": document.content_type, "content": document.body.decode()}


def _placed(answer: http.Answer, parcel: Parcel) -> Placed:
    """Their id and address of the item where they give them, else what we know already."""
    try:
        given = answer.json()
    except ValueError:
        given = None
    given = given if isinstance(given, dict) else {}
    identity = given.get("id")
    known = isinstance(identity, str | int) and 0 < len(str(identity)) <= _ID_LENGTH
    return Placed(
        remote_id=str(identity) if known else parcel.replaces or parcel.guid,
        remote_url=public_address(given.get("url")) or parcel.replaces_url,
    )


def _after_looking(errand: Errand, placed: Placed) -> Placed:
    """The same, with what a reader finds at the item's address now."""
    try:
        gone = errand.ask("GET", placed.remote_url).status in {404, 410}
    except (TryLater, Refused):
        gone = False
    note = "" if gone else _("The outlet accepted the withdrawal, but its page is still there.")
    return Placed(placed.remote_id, placed.remote_url, note=note, removal_verified=gone)
