"""A pasted story becomes a draft; what stays open is asked, with the text kept."""

from django.urls import reverse

from newsroom.releases.models import Release
from tests.desk.conftest import Enter
from tests.world import World

STORY = """\
Warga Binaan Panen Kangkung di Kebun Belakang

Uji Damai, 4 Mei 2026 – Belasan warga binaan {place} memanen \
kangkung pada Senin (4/5/2026) pagi di kebun \
belakang bersama petugas pembinaan kemandirian.

Hasil panen pertama itu langsung dikirim ke dapur umum untuk dimasak bersama \
lauk makan siang seluruh penghuni.

Humas Uji Damai
"""


def test_a_story_becomes_a_draft_in_its_fields(world: World, enter: Enter) -> None:
    text = STORY.format(place=world.lapas.name)
    answer = enter(world.writer).post(reverse("desk:paste"), {"pasted": text})
    release = Release.objects.get()
    assert answer.headers["Location"] == reverse("desk:release", args=[release.pk])
    assert release.facility == world.lapas
    assert release.headline == "Warga Binaan Panen Kangkung di Kebun Belakang"
    assert release.event_date is not None
    assert "dapur umum" in release.body


def test_a_story_of_another_facility_is_asked_about_and_kept(world: World, enter: Enter) -> None:
    text = STORY.format(place=world.far.name)
    client = enter(world.writer)
    page = client.post(reverse("desk:paste"), {"pasted": text})
    shown = page.content.decode()
    assert page.status_code == 200
    assert world.far.name in shown
    assert "Panen Kangkung" in shown
    assert not Release.objects.exists()
    client.post(reverse("desk:paste"), {"pasted": text, "facility": world.lapas.pk})
    assert Release.objects.get().facility == world.lapas


def test_where_no_facility_is_named_a_person_with_one_needs_not_choose(
    world: World, enter: Enter
) -> None:
    text = STORY.format(place="setempat").replace("Humas Uji Damai", "")
    enter(world.writer).post(reverse("desk:paste"), {"pasted": text})
    assert Release.objects.get().facility == world.lapas


def test_where_no_facility_is_named_a_person_with_many_is_asked(world: World, enter: Enter) -> None:
    text = STORY.format(place="setempat").replace("Humas Uji Damai", "")
    page = enter(world.national).post(reverse("desk:paste"), {"pasted": text})
    assert page.context["asks_facility"]
    assert "Panen Kangkung" in page.content.decode()


def test_what_was_not_recognised_is_named(world: World, enter: Enter) -> None:
    page = enter(world.writer).post(
        reverse("desk:paste"), {"pasted": "Kabar pendek tanpa tanggal"}, follow=True
    )
    assert Release.objects.get().event_date is None
    assert len(page.context["messages"]) >= 2


def test_an_empty_paste_says_what_to_do(world: World, enter: Enter) -> None:
    page = enter(world.writer).post(reverse("desk:paste"), {"pasted": "  "})
    assert page.context["form"].errors["pasted"]
