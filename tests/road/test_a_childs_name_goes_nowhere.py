"""A child's first name in a photo's alternative text: stopped, mended, signed for, and nowhere."""

import io
import json
from dataclasses import asdict
from pathlib import Path

import pytest
from django.test import Client
from PIL import Image, ImageChops

from newsroom.lib.images import Box
from newsroom.releases import actions, photos, refusals
from newsroom.releases.actions import Mark, Signature, Words
from newsroom.releases.chain import breaks
from newsroom.releases.models import Photo, Release, Rendition
from tests.fakes.moody_outlet import MoodyOutlet
from tests.lib.images.samples import corners, encoded
from tests.public.shown import FEEDS, LISTS
from tests.releases.photos.album import prepare, upload
from tests.road_map import Road
from tests.world import World

NAME = "Kirana"
FACE = Box(0.30, 0.20, 0.20, 0.30)
WORDS = Words(
    caption="Anak Binaan menari pada peringatan Hari Anak Nasional di aula LPKA.",
    credit="Humas LPKA Uji Damai",
    alt=f"{NAME} tersenyum di atas panggung aula.",
)


def speckled() -> bytes:
    """A picture with something to lose where the face is."""
    image = corners((800, 600))
    noise = Image.effect_noise((160, 180), 90).convert("RGB")
    image.paste(noise, (240, 120))
    return encoded(image)


def drafted(world: World) -> Release:
    """A release of the LPKA with the name where nobody looks."""
    release = world.draft(
        facility=world.lpka,
        headline="Anak Binaan tampil pada Hari Anak Nasional",
        lead="Anak Binaan LPKA Kelas II Uji Damai menampilkan tari daerah pada Senin.",
        body="<p>Acara berlangsung di aula dan dihadiri petugas.</p>",
    )
    upright = photos.read(upload(speckled()))
    photo = actions.attach(release, upright, by=world.regional, at=world.tick(), words=WORDS)
    prepare(release, at=world.tick())
    actions.mark_faces(photo, [Mark(None, FACE)], by=world.regional, at=world.tick())
    return release


def mended(world: World, release: Release) -> None:
    """The officer takes the name out."""
    photo = release.photos.kept().get()
    words = Words(WORDS.caption, WORDS.credit, "Seorang Anak Binaan menari di panggung aula.")
    actions.describe(photo, words, by=world.regional, at=world.tick())
    prepare(release, at=world.tick())


def published(world: World, release: Release) -> Release:
    """Submitted, signed at the national desk and put before readers."""
    actions.submit(release, by=world.regional, at=world.tick())
    signature = Signature(child_free=True)
    revision = world.newest(release)
    with pytest.raises(refusals.ChildFreeMissing):
        actions.approve(release, revision=revision, by=world.national, at=world.tick())
    actions.approve(
        release, revision=revision, by=world.national, at=world.tick(), signature=signature
    )
    return actions.publish(release, by=world.national, at=world.tick())


def test_the_name_and_the_face_reach_nobody(
    road: Road, outlet: MoodyOutlet, client: Client
) -> None:
    world = road.world
    release = drafted(world)
    with pytest.raises(refusals.Blocked) as stopped:
        actions.submit(release, by=world.regional, at=world.tick())
    found = [one for one in stopped.value.findings if one.place == "photos.0.alt"]
    assert [one.excerpt for one in found] == [NAME]
    assert found[0].source.startswith("UU 11/2012")

    mended(world, release)
    release = published(world, release)
    road.fan_out(release)
    road.deliver(road.owed(release))
    assert list(breaks()) == []

    for address, content in everything_public(client, release).items():
        assert NAME.lower().encode() not in content.lower(), address
    item = outlet.items()[release.guid.urn].item
    assert NAME not in json.dumps(asdict(item))


def test_no_file_for_readers_shows_the_face(road: Road) -> None:
    world = road.world
    release = drafted(world)
    mended(world, release)
    published(world, release)
    original = Image.open(io.BytesIO(speckled())).convert("RGB")
    for rendition in Rendition.objects.filter(photo__release=release, photo__token__isnull=False):
        with rendition.file.open("rb") as file:
            shown = Image.open(io.BytesIO(file.read())).convert("RGB")
        width, height = shown.size
        box = FACE.x, FACE.y, FACE.x + FACE.width, FACE.y + FACE.height
        pixels = tuple(
            round(part * side) for part, side in zip(box, (width, height) * 2, strict=True)
        )
        there = original.resize(shown.size).crop(pixels)
        assert details(shown.crop(pixels)) < details(there) / 5, rendition.name


def details(image: Image.Image) -> float:
    """How much neighbouring pixels differ: what makes a face a face."""
    grey = image.convert("L")
    moved = ImageChops.offset(grey, 1, 0)
    strength = ImageChops.difference(grey, moved).crop((1, 0, *grey.size)).histogram()
    return sum(value * count for value, count in enumerate(strength)) / sum(strength)


def everything_public(client: Client, release: Release) -> dict[str, bytes]:
    """Every page, feed and file of the public newsroom, and what outlets are sent."""
    pages = [path for path in (*LISTS, *FEEDS) if client.get(path).status_code == 200]
    pages += [release.get_absolute_url().replace("http://testserver", "")]
    shown = {path: b"".join(client.get(path)) for path in pages}
    for photo in Photo.objects.filter(release=release, token__isnull=False):
        for rendition in photo.renditions.all():
            address = f"/foto/{photo.token}/{rendition.name}"
            shown[address] = b"".join(client.get(address))
    assert any(path.startswith("/foto/") for path in shown)
    return shown


def test_the_disk_holds_no_readable_original(road: Road) -> None:
    release = drafted(road.world)
    photo = release.photos.kept().get()
    assert not Path(photo.file.path).read_bytes().startswith(b"\xff\xd8")
