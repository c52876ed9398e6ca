"""Secrets at rest can be read with every key, sealed with the newest, and never lost silently."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib import vault

OLD, NEW, OTHER = "o" * 40, "n" * 40, "x" * 40


@pytest.fixture(autouse=True)
def keys(settings: Any) -> Any:
    settings.VAULT_KEYS = [OLD]
    return settings


def test_sealed_values_come_back_and_empty_ones_stay_empty() -> None:
    values = {"secret": "whsec_é☂", "previous_secret": ""}
    token = vault.seal(values)
    assert b"whsec" not in token
    assert vault.open_sealed(token) == values
    assert vault.open_sealed(memoryview(token)) == values


def test_a_new_key_opens_what_the_old_one_sealed_and_rotation_frees_the_old(keys: Any) -> None:
    token = vault.seal({"a": "b"})
    keys.VAULT_KEYS = [NEW, OLD]
    assert vault.open_sealed(token) == {"a": "b"}
    rotated = vault.rotate(token)
    keys.VAULT_KEYS = [NEW]
    assert vault.open_sealed(rotated) == {"a": "b"}
    with pytest.raises(vault.SealBroken):
        vault.open_sealed(token)


def test_an_unknown_key_or_damaged_bytes_are_said_aloud(keys: Any) -> None:
    token = vault.seal({"a": "b"})
    for damaged in (token[:-3], b"x" + token[1:], b"{}"):
        with pytest.raises(vault.SealBroken):
            vault.open_sealed(damaged)
    keys.VAULT_KEYS = [OTHER]
    with pytest.raises(vault.SealBroken):
        vault.open_sealed(token)
    with pytest.raises(vault.SealBroken):
        vault.rotate(token)


def test_nothing_sealed_holds_no_values() -> None:
    assert vault.open_sealed(b"") == {}
    assert vault.rotate(b"") == b""


@given(st.dictionaries(st.text(max_size=20), st.text(), max_size=5))
def test_any_text_can_be_sealed(values: dict[str, str]) -> None:
    assert vault.open_sealed(vault.seal(values)) == values


def test_a_file_under_seal_comes_back_and_shows_nothing_of_itself(keys: Any) -> None:
    content = b"\xff\xd8 isi asli" * 1000
    sealed = vault.seal_bytes(content)
    assert vault.is_sealed(sealed)
    assert not vault.is_sealed(content)
    assert b"isi asli" not in sealed
    assert len(sealed) < len(content) + 200
    keys.VAULT_KEYS = [NEW, OLD]
    assert vault.open_bytes(sealed) == content
    fresh = vault.reseal_bytes(sealed)
    keys.VAULT_KEYS = [NEW]
    assert vault.open_bytes(fresh) == content


def test_a_file_that_no_key_opens_or_that_was_never_sealed_is_said_aloud(keys: Any) -> None:
    sealed = vault.seal_bytes(b"isi")
    keys.VAULT_KEYS = [OTHER]
    for bad in (sealed, sealed[:-1], b"isi", b""):
        with pytest.raises(vault.SealBroken):
            vault.open_bytes(bad)
