"""Every place where readers could meet a text, and photos to give to releases in tests."""

from datetime import datetime
from urllib.parse import urlsplit

from django.test import Client

from facilities.models import Programme
from newsroom.releases import actions
from newsroom.releases.content import working_text
from newsroom.releases.models import Photo, Release, Rendition, Topic
from newsroom.releases.owed import key_of
from tests.world import World

#: A word that stands in no other text of the tests.
MARKER = "Rahasianaskah"

LISTS = (
    "/",
    "/siaran/",
    "/arsip/2026/05/",
    "/fasilitas/lapas-kelas-iia-uji-damai/",
    "/wilayah/uji-tengah/",
    "/kontributor/humas-uji-damai/",
    "/program/program-uji/",
    "/topik/topik-uji/",
)
FEEDS = (
    "/rss.xml",
    "/fasilitas/lapas-kelas-iia-uji-damai/rss.xml",
    "/wilayah/uji-tengah/rss.xml",
    "/kontributor/humas-uji-damai/rss.xml",
    "/program/program-uji/rss.xml",
    "/topik/topik-uji/rss.xml",
)


def shelved(world: World) -> dict[str, object]:
    """Fields that put a release on every shelf of LISTS and FEEDS."""
    programme, _ = Programme.objects.get_or_create(name="Program Uji", slug="program-uji")
    topic, _ = Topic.objects.get_or_create(name="Topik Uji", slug="topik-uji")
    return world.fields(programmes=[programme], topics=[topic])


def text_of(client: Client, path: str) -> str:
    """What stands at an address, with the status, so that a 500 is not taken for silence."""
    response = client.get(path)
    assert response.status_code in {200, 404, 410}, (path, response.status_code)
    return str(response.content.decode())


def where(client: Client, words: str, *extra: str) -> list[str]:
    """The lists, feeds and further addresses in which the words stand."""
    return [path for path in (*LISTS, *FEEDS, *extra) if words in text_of(client, path)]


def page_of(release: Release) -> str:
    """The release's own address."""
    return urlsplit(Release.objects.get(pk=release.pk).get_absolute_url()).path


def with_photo(release: Release, at: datetime) -> Photo:
    """A photo with its files as rows, ready to be carried by an edition."""
    photo = Photo.objects.create(
        release=release,
        file="asli.jpg",
        checksum="0" * 64,
        width=1600,
        height=1000,
        caption="Panen di kebun.",
        credit="Humas Uji",
        alt="Orang memanen sayur",
        focal_x="0.25",
        focal_y="0.8",
        uploaded_at=at,
        render_due_at=at,
        rendered_at=at,
        faces_due_at=at,
        faces_searched_at=at,
    )
    content = working_text(release)
    entry = next(one for one in content["photos"] if one["id"] == photo.pk)
    photo.render_key = photo.rendered_key = key_of(entry, content)
    photo.save()
    for width in (480, 960):
        for extension in ("avif", "webp", "jpg"):
            Rendition.objects.create(
                photo=photo,
                extension=extension,
                width=width,
                height=width * 5 // 8,
                size=width * 10,
                file=f"{width}.{extension}",
            )
    return photo


def illustrated(world: World) -> Release:
    """A published release with one photo."""
    release = world.draft()
    with_photo(release, world.at)
    actions.revise(release, by=world.writer, at=world.tick(), fields={})
    actions.submit(release, by=world.writer, at=world.tick())
    world.approve(release)
    return actions.publish(release, by=world.national, at=world.tick())
