"""A new key seals everything that lies under seal anew, and what is lost is named."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from newsroom.lib import vault
from newsroom.releases import actions
from newsroom.releases.actions import Declared
from newsroom.releases.models import Photo
from newsroom.safeguards.models import Consent
from tests.releases.photos.album import attach
from tests.world import World

OLD, NEW = "kunci-lama-" + "a" * 40, "kunci-baru-" + "b" * 40


@pytest.fixture
def photo(world: World, settings: Any) -> Photo:
    """A photo and a declared person, sealed with the old key."""
    settings.VAULT_KEYS = [OLD]
    release = world.draft()
    people = [Declared("Orang Uji", "visitor")]
    actions.revise(release, by=world.writer, at=world.tick(), fields={"people": people})
    return attach(world, release)


def test_the_old_key_can_be_dropped(photo: Photo, settings: Any) -> None:
    before = photo.file.open("rb").read()
    settings.VAULT_KEYS = [NEW, OLD]
    assert photo.file.open("rb").read() == before
    call_command("rotate_credentials")
    settings.VAULT_KEYS = [NEW]
    assert photo.file.open("rb").read() == before
    assert photo.release.people.get().name == "Orang Uji"


def test_an_original_from_before_the_seals_is_sealed(photo: Photo) -> None:
    with open(photo.file.path, "wb") as file:
        file.write(b"\xff\xd8 lama")
    call_command("rotate_credentials")
    with open(photo.file.path, "rb") as file:
        assert vault.is_sealed(file.read())
    assert photo.file.open("rb").read() == b"\xff\xd8 lama"


def test_what_no_key_opens_and_what_is_missing_is_named_and_the_rest_is_sealed(
    world: World, photo: Photo, settings: Any
) -> None:
    settings.VAULT_KEYS = [OLD]
    lost = attach(world, world.draft(), size=(500, 300))
    lost.file.storage.delete(lost.file.name)
    consent = Consent(
        facility=world.lapas,
        for_face=True,
        given_date=world.at.date(),
        recorded_by=world.regional,
        recorded_at=world.at,
        sealed_name=b"rusak",
        paper=photo.file.name,
    )
    consent.save()
    settings.VAULT_KEYS = [NEW, OLD]
    with pytest.raises(CommandError) as told:
        call_command("rotate_credentials")
    assert lost.file.name in str(told.value)
    assert f"consent {consent.pk}" in str(told.value)
    settings.VAULT_KEYS = [NEW]
    assert photo.file.open("rb").read()[:2] == b"\xff\xd8"
