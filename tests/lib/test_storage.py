"""Sealed files: unreadable on the disk, whole to whoever may open them, never just sent."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db.models.fields.files import FieldFile

from newsroom.lib import vault
from newsroom.lib.sending import send
from newsroom.lib.storage import SealedStorage

CONTENT = b"\xff\xd8 wajah asli" * 500


@pytest.fixture
def storage(tmp_path: Path) -> SealedStorage:
    """A storage of its own."""
    return SealedStorage(location=tmp_path)


def test_what_lies_on_the_disk_is_not_what_was_given(
    storage: SealedStorage, tmp_path: Path
) -> None:
    name = storage.save("map/master.jpg", ContentFile(CONTENT))
    assert b"wajah asli" not in (tmp_path / name).read_bytes()
    with storage.open(name) as file:
        assert file.read() == CONTENT


def test_a_file_from_before_the_seals_is_read_and_then_sealed(
    storage: SealedStorage, tmp_path: Path, settings: Any
) -> None:
    (tmp_path / "lama.jpg").write_bytes(CONTENT)
    assert storage.open("lama.jpg").read() == CONTENT
    storage.reseal("lama.jpg")
    assert vault.is_sealed((tmp_path / "lama.jpg").read_bytes())
    assert storage.open("lama.jpg").read() == CONTENT
    assert [one.name for one in tmp_path.iterdir()] == ["lama.jpg"]


def test_sealing_anew_lets_the_old_key_go(storage: SealedStorage, settings: Any) -> None:
    settings.VAULT_KEYS = ["o" * 40]
    name = storage.save("master.jpg", ContentFile(CONTENT))
    settings.VAULT_KEYS = ["n" * 40, "o" * 40]
    storage.reseal(name)
    settings.VAULT_KEYS = ["n" * 40]
    assert storage.open(name).read() == CONTENT


def test_a_sealed_file_has_no_address_is_not_written_into_and_is_never_sent(
    storage: SealedStorage, settings: Any
) -> None:
    name = storage.save("master.jpg", ContentFile(CONTENT))
    with pytest.raises(ValueError, match="URL"):
        storage.url(name)
    with pytest.raises(ValueError, match="whole"):
        storage.open(name, "r+b")
    settings.ACCEL_LOCATION = "/gambar-dalam/"
    field = type("Field", (), {"storage": storage, "attname": "file"})()
    with pytest.raises(ValueError, match="sealed"):
        send(FieldFile(object(), field, name), content_type="image/jpeg")  # type: ignore[arg-type]
