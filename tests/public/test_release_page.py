"""The page of one release."""

import json
import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from facilities.models import FacilityName
from newsroom.releases import actions
from tests.public.shown import illustrated, page_of, shelved, text_of
from tests.world import World


def test_the_page_carries_all_parts_of_the_release(world: World, client: Client) -> None:
    release = world.published(**shelved(world))
    page = text_of(client, page_of(release))
    for part in (
        "Warga binaan panen sayur di kebun Lapas",
        "Sebanyak 40 kilogram sayur dipanen",
        "<p>Hasil panen dibagikan ke dapur",
        "Uji Damai</span>, Lapas Kelas IIA Uji Damai",
        '<a href="/kontributor/humas-uji-damai/" rel="author">Humas Uji Damai</a>',
        '<a href="/topik/topik-uji/">Topik Uji</a>',
        '<a href="/program/program-uji/">Program Uji</a>',
        "https://wa.me/?text=Warga%20binaan%20panen%20sayur",
    ):
        assert part in page


@pytest.mark.parametrize(
    ("facility", "shown", "machine"),
    [
        ("lapas", "10.05 WIB", "2026-05-04T10:05:00+07:00"),
        ("far", "12.05 WIT", "2026-05-04T12:05:00+09:00"),
    ],
)
def test_times_are_shown_in_the_facilitys_zone(
    world: World, client: Client, facility: str, shown: str, machine: str
) -> None:
    place = getattr(world, facility)
    release = actions.create(
        facility=place, by=world.manager, at=world.tick(), fields=world.fields()
    )
    actions.submit(release, by=world.manager, at=world.tick())
    world.approve(release)
    at = datetime(2026, 5, 4, 3, 5, tzinfo=UTC)
    page = text_of(client, page_of(actions.publish(release, by=world.national, at=at)))
    assert shown in page
    assert "Senin, 4 Mei 2026" in page
    assert f'datetime="{machine}"' in page


def test_the_facility_has_the_name_of_the_day_of_the_event(world: World, client: Client) -> None:
    FacilityName.objects.create(
        facility=world.lapas,
        name="Lapas Kelas IIB Uji Lama",
        key="lama",
        valid_from="2026-01-01",
        valid_to="2026-12-31",
    )
    page = text_of(client, page_of(world.published()))
    assert "Lapas Kelas IIB Uji Lama</span> –" in page


def test_a_correction_is_shown_with_its_time_and_note(world: World, client: Client) -> None:
    release = world.corrected(world.published())
    page = text_of(client, page_of(release))
    assert "Angka panen diperbaiki." in page
    assert "Sebanyak 45 kilogram" in page
    assert "Sebanyak 40 kilogram" not in page
    assert 'id="perubahan"' in page


def test_photos_come_in_three_formats_with_caption_and_credit(world: World, client: Client) -> None:
    release = illustrated(world)
    token = release.photos.get().token
    page = text_of(client, page_of(release))
    assert f'<source type="image/avif" srcset="/foto/{token}/480.avif 480w' in page
    assert f'<source type="image/webp" srcset="/foto/{token}/480.webp 480w' in page
    assert 'width="960" height="600" alt="Orang memanen sayur"' in page
    assert 'class="fx2 fy8"' in page
    assert "Panen di kebun." in page
    assert "Humas Uji" in page


def test_machines_read_a_news_article_that_no_text_can_break(world: World, client: Client) -> None:
    headline = 'Judul </script><b> "kutip" & lain'
    page = text_of(client, page_of(world.corrected(world.published(headline=headline))))
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    article = json.loads(found[1])
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == headline
    assert article["correction"][0]["text"] == "Angka panen diperbaiki."
    assert article["author"][0]["name"] == "Humas Uji Damai"
    assert "<b>" not in page


def test_further_news_of_the_facility_never_names_the_release_itself(
    world: World, client: Client
) -> None:
    here, other = world.published(headline="Naskah ini"), world.published(headline="Naskah lain")
    elsewhere = world.published(facility=world.lpka, headline="Naskah LPKA")
    page = text_of(client, page_of(here))
    assert page_of(other) in page
    assert page_of(elsewhere) not in page
    assert page.count(f'href="{page_of(here)}"') == 0


def test_pages_need_no_inline_style_or_script(world: World, client: Client) -> None:
    release = world.published()
    for path in ("/", page_of(release), "/tentang/", "/tidak-ada/"):
        page = text_of(client, path)
        assert " style=" not in page
        assert "<script>" not in page
        assert "<style" not in page
