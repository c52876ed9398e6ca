"""Secrets at rest: small sets of named values, and whole files, sealed with the keys of VAULT_KEYS.

The first key seals, every key opens, so a new key is put in front, ``rotate`` run over what is
stored, and the old key dropped. Keys are free-form secrets; Fernet keys are derived from them
(HKDF-SHA256, RFC 5869).
"""

import base64
import json
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_PURPOSE = b"wartapas vault 1"
#: How the bytes of a sealed file begin; no picture, document or recording begins so.
_SEALED = b"wartapas sealed 1\n"


class SealBroken(Exception):
    """No key of VAULT_KEYS opens this: its key was dropped too early, or the bytes are damaged."""


def seal(values: dict[str, str]) -> bytes:
    """The values as one sealed token; an empty value stays an empty value."""
    return _fernet().encrypt(json.dumps(values).encode())


def open_sealed(token: bytes | memoryview) -> dict[str, str]:
    """The values of a token. No bytes at all hold no values; any other bad token: SealBroken."""
    if not bytes(token):
        return {}
    try:
        values: dict[str, str] = json.loads(_fernet().decrypt(bytes(token)))
    except InvalidToken as error:
        raise SealBroken from error
    return values


def rotate(token: bytes | memoryview) -> bytes:
    """The same values sealed with the newest key. Raises SealBroken."""
    if not bytes(token):
        return b""
    try:
        return _fernet().rotate(bytes(token))
    except InvalidToken as error:
        raise SealBroken from error


def is_sealed(content: bytes) -> bool:
    """Whether these are bytes that ``seal_bytes`` has made."""
    return content.startswith(_SEALED)


def seal_bytes(content: bytes) -> bytes:
    """The bytes of a file under seal. A third more memory than twice the file while it is made."""
    return _SEALED + base64.urlsafe_b64decode(_fernet().encrypt(content))


def open_bytes(sealed: bytes) -> bytes:
    """What was sealed by ``seal_bytes``, with whichever key. Raises SealBroken."""
    try:
        return _fernet().decrypt(_token_of(sealed))
    except InvalidToken as error:
        raise SealBroken from error


def reseal_bytes(sealed: bytes) -> bytes:
    """The same file sealed with the newest key. Raises SealBroken."""
    return seal_bytes(open_bytes(sealed))


def _token_of(sealed: bytes) -> bytes:
    if not is_sealed(sealed):
        raise SealBroken
    return base64.urlsafe_b64encode(sealed[len(_SEALED) :])


def _fernet() -> MultiFernet:
    return MultiFernet([_derived(key) for key in settings.VAULT_KEYS])


@cache
def _derived(secret: str) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
