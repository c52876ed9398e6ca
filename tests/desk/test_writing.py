"""Writing: what was typed is saved or kept, never lost."""

from datetime import UTC, datetime

from django.urls import reverse

from newsroom.releases import actions
from newsroom.releases.models import Release
from tests.desk.conftest import Enter, typed
from tests.world import World


def test_a_first_save_makes_a_draft_with_its_first_revision(world: World, enter: Enter) -> None:
    fields = {
        "facility": world.lapas.pk,
        "headline": "Warga binaan\n memanen  sayur",
        "body": '<p onclick="x()">Panen <b>raya</b></p><script>alert(1)</script>',
        "contributors": [world.byline.pk],
        "risk": "routine",
    }
    answer = enter(world.writer).post(reverse("desk:write"), fields)
    release = Release.objects.get()
    assert answer.headers["Location"] == reverse("desk:release", args=[release.pk])
    assert release.headline == "Warga binaan memanen sayur"
    assert release.body == "<p>Panen <strong>raya</strong></p>"
    assert (release.revision_number, release.author, release.status) == (1, world.writer, "draft")


def test_a_wrong_date_keeps_everything_typed(world: World, enter: Enter) -> None:
    fields = {
        "facility": world.lapas.pk,
        "headline": "Tetap ada",
        "lead": "Teras yang diketik",
        "body": "<p>Isi yang diketik</p>",
        "risk": "sensitive",
        "event_date": "kemarin",
    }
    page = enter(world.writer).post(reverse("desk:write"), fields)
    shown = page.content.decode()
    assert page.context["form"].errors.keys() == {"event_date"}
    for words in ("Tetap ada", "Teras yang diketik", "Isi yang diketik"):
        assert words in shown
    assert not Release.objects.exists()


def test_an_embargo_is_an_hour_on_the_facilitys_clock(world: World, enter: Enter) -> None:
    release = world.draft(facility=world.lpka)
    world.lpka.time_zone = "Asia/Jayapura"
    world.lpka.save()
    fields = typed(release, embargo_until="2026-05-06T09:00")
    enter(world.regional).post(reverse("desk:release", args=[release.pk]), fields)
    release.refresh_from_db()
    assert release.embargo_until == datetime(2026, 5, 6, 0, 0, tzinfo=UTC)
    page = enter(world.regional).get(reverse("desk:release", args=[release.pk]))
    assert 'value="2026-05-06T09:00"' in page.content.decode()


def test_two_writers_at_once_lose_nothing(world: World, enter: Enter) -> None:
    release = world.draft()
    open_page = typed(release, lead="Teras dari penulis pertama.")
    theirs = {"headline": "Judul dari rekan"}
    actions.revise(release, by=world.colleague, at=world.tick(), fields=theirs)

    client = enter(world.writer)
    page = client.post(reverse("desk:release", args=[release.pk]), open_page)
    shown = page.content.decode()
    assert page.status_code == 200
    assert world.colleague.full_name in str(page.context["form"].non_field_errors())
    assert "Teras dari penulis pertama." in shown  # what was typed is still in its field
    assert "Judul dari rekan" in shown  # and theirs stands beside it
    assert {one.label for one in page.context["beside"]} != set()
    release.refresh_from_db()
    assert release.headline == "Judul dari rekan"

    again = {**open_page, "base": page.context["form"]["base"].value()}
    assert client.post(reverse("desk:release", args=[release.pk]), again).status_code == 302
    release.refresh_from_db()
    assert release.lead == "Teras dari penulis pertama."


def test_save_and_submit_hands_the_text_over(world: World, enter: Enter) -> None:
    release = world.draft()
    fields = typed(release, headline="Judul akhir", then="submit")
    enter(world.writer).post(reverse("desk:release", args=[release.pk]), fields)
    release.refresh_from_db()
    assert (release.status, release.headline) == ("in_review", "Judul akhir")


def test_what_is_missing_is_listed_and_the_text_is_saved(world: World, enter: Enter) -> None:
    release = world.draft(lead="", event_date=None)
    fields = typed(release, headline="Sudah tersimpan", then="submit")
    page = enter(world.writer).post(reverse("desk:release", args=[release.pk]), fields, follow=True)
    release.refresh_from_db()
    assert (release.status, release.headline) == ("draft", "Sudah tersimpan")
    shown = page.content.decode()
    assert 'href="#id_lead"' in shown
    assert 'href="#id_event_date"' in shown
    assert page.redirect_chain[-1][0].endswith("#findings")  # a phone opens the list there


def test_a_draft_is_given_up_at_its_foot_not_at_its_head(world: World, enter: Enter) -> None:
    release = world.draft()
    shown = enter(world.writer).get(reverse("desk:release", args=[release.pk])).content.decode()
    given_up = reverse("desk:step", args=[release.pk, "spike"])
    assert shown.index('id="text-form"') < shown.index(given_up)


def test_a_change_of_an_approved_text_says_what_it_costs(world: World, enter: Enter) -> None:
    release = world.approved()
    client = enter(world.writer)
    address = reverse("desk:release", args=[release.pk])
    assert "form" not in client.get(address).context
    assert "form" in client.get(address, {"ubah": ""}).context
    client.post(address, typed(release, lead="Teras yang lebih baik."))
    release.refresh_from_db()
    assert (release.status, release.approved_revision) == ("draft", None)


def test_a_returned_draft_shows_the_editors_note(world: World, enter: Enter) -> None:
    release = world.submitted()
    actions.send_back(release, by=world.colleague, at=world.tick(), note="Sebut nama pelatihnya.")
    client = enter(world.writer)
    assert (
        "Sebut nama pelatihnya."
        in client.get(reverse("desk:release", args=[release.pk])).content.decode()
    )
    assert "Sebut nama pelatihnya." in client.get(reverse("admin:index")).content.decode()
