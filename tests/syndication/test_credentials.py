"""Keys change; what is sealed is sealed anew, and what cannot be opened is named."""

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from newsroom.lib import vault
from newsroom.syndication.models import Destination
from tests.road_map import Road

OLD, NEW = "kunci-lama-" + "a" * 40, "kunci-baru-" + "b" * 40


def test_rotation_lets_the_old_key_go(road: Road, settings: Settings) -> None:
    settings.VAULT_KEYS = [OLD]
    Destination.objects.update(credentials=vault.seal({"secret": "rahasia"}))
    settings.VAULT_KEYS = [NEW, OLD]
    call_command("rotate_credentials")
    settings.VAULT_KEYS = [NEW]
    assert vault.open_sealed(Destination.objects.get().credentials) == {"secret": "rahasia"}


def test_what_no_key_opens_is_named_and_left_alone(
    road: Road, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = road.connect("Media Hilang")
    Destination.objects.filter(pk=lost.pk).update(credentials=b"rusak")
    with pytest.raises(CommandError, match="Media Hilang"):
        call_command("rotate_credentials")
    lost.refresh_from_db()
    assert bytes(lost.credentials) == b"rusak"
    assert "1" in capsys.readouterr().out
