"""An address that told what must not be known any more leads to one that does not."""

from django.test import Client

from newsroom.releases import actions
from newsroom.releases.models import Release
from tests.public.shown import page_of
from tests.world import World

NIK = "6271010101900001"


def withdrawn_with_a_bad_headline(world: World) -> tuple[str, Release]:
    """A release whose headline would not leave today, withdrawn; its first address and it."""
    release = world.published(headline="Panen di kebun Lapas")
    edition = release.live_edition
    assert edition is not None
    edition.content = edition.content.replace("Panen di kebun Lapas", f"Panen {NIK} Lapas")
    edition.save()
    Release.objects.filter(pk=release.pk).update(slug=f"panen-{NIK}-lapas-{release.pk}")
    first = page_of(release)
    actions.withdraw(release, by=world.national, at=world.tick(), note="Memuat keterangan pribadi.")
    return first, Release.objects.get(pk=release.pk)


def test_the_first_address_leads_to_the_tombstone_which_tells_nothing(
    world: World, client: Client
) -> None:
    first, release = withdrawn_with_a_bad_headline(world)
    moved = client.get(first)
    assert (moved.status_code, moved.headers["Location"]) == (301, page_of(release))
    assert NIK not in page_of(release)
    tombstone = client.get(page_of(release))
    assert tombstone.status_code == 410
    assert NIK not in tombstone.content.decode()


def test_an_address_nobody_had_is_not_found(world: World, client: Client) -> None:
    release = world.draft()
    for slug in (f"belum-terbit-{release.pk}", "tidak-ada", "tidak-ada-999999999999999"):
        assert client.get(f"/siaran/{slug}/").status_code == 404


def test_a_readable_release_keeps_its_address(world: World, client: Client) -> None:
    release = world.published()
    assert client.get(page_of(release)).status_code == 200
    assert client.get(f"/siaran/judul-lain-{release.pk}/").headers["Location"] == page_of(release)
