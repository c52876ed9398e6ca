"""The desk's pages: what they show, what they cost, and what the browser may run on them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from newsroom.desk.compare import differences, word_diff
from newsroom.desk.templatetags.desk import age
from newsroom.press.models import Outlet
from newsroom.releases import actions
from newsroom.releases.models import Release
from newsroom.syndication.models import Delivery, Destination
from tests.desk.conftest import Enter
from tests.world import World


@pytest.fixture
def failed(world: World) -> Delivery:
    """A delivery that failed for good."""
    release = world.published()
    outlet = Outlet.objects.create(name="Media Uji")
    destination = Destination.objects.create(
        outlet=outlet, name="Laman", transport="webhook", format="ninjs", created_at=world.at
    )
    return Delivery.objects.create(
        edition=release.live_edition,
        destination=destination,
        release=release,
        number=1,
        status="failed",
        due_at=world.at,
        created_at=world.at,
        settled_at=world.at,
        reason="Media menolak: sandi aplikasi salah.",
    )


def test_differences_are_escaped_and_marked_by_word() -> None:
    marked = word_diff("panen <b>raya</b> besar", "panen <i>raya</i> besar")
    assert marked == (
        "panen <del>&lt;b&gt;raya&lt;/b&gt;</del><ins>&lt;i&gt;raya&lt;/i&gt;</ins> besar"
    )
    assert differences({"lead": "sama"}, {"lead": "sama"}) == []


def test_the_history_tells_who_did_what_and_what_changed(world: World, enter: Enter) -> None:
    release = world.draft(lead="Panen empat puluh kilogram.")
    actions.revise(release, by=world.colleague, at=world.tick(),
                   fields={"lead": "Panen lima puluh kilogram."})  # fmt: skip
    shown = enter(world.writer).get(reverse("desk:history", args=[release.pk])).content.decode()
    assert "<del>empat</del><ins>lima</ins>" in shown
    assert world.colleague.full_name in shown


def test_the_preview_is_the_public_page_of_the_newest_text(world: World, enter: Enter) -> None:
    release = world.published()
    actions.correct(release, by=world.writer, at=world.tick())
    change = {"headline": "Judul sesudah ralat", "change_note": "Judul diperbaiki."}
    actions.revise(release, by=world.writer, at=world.tick(), fields=change)
    page = enter(world.writer).get(reverse("desk:preview", args=[release.pk]))
    assert "public/release.html" in {template.name for template in page.templates}
    assert "Judul sesudah ralat" in page.content.decode()
    assert "Judul diperbaiki." in page.content.decode()
    public = Client().get(Release.objects.get(pk=release.pk).get_absolute_url())
    assert "Judul sesudah ralat" not in public.content.decode()


def test_an_unfinished_draft_can_be_previewed(world: World, enter: Enter) -> None:
    release = world.draft(headline="", lead="", body="", event_date=None, contributors=[])
    page = enter(world.writer).get(reverse("desk:preview", args=[release.pk]))
    assert page.status_code == 200


def test_a_failed_delivery_is_seen_tried_again_and_taken_over(
    world: World, enter: Enter, failed: Delivery
) -> None:
    client = enter(world.national)
    address = reverse("desk:deliveries", args=[failed.release_id])
    assert failed.reason in client.get(address).content.decode()
    assert failed.reason in client.get(reverse("admin:index")).content.decode()
    client.post(reverse("desk:retry", args=[failed.pk]))
    failed.refresh_from_db()
    assert failed.status == "queued"
    empty = client.post(reverse("desk:take_over", args=[failed.pk]), {"note": " "})
    assert empty.status_code == 409
    client.post(reverse("desk:take_over", args=[failed.pk]), {"note": "Sudah dihapus redaksi."})
    failed.refresh_from_db()
    assert (failed.status, failed.taken_over_by) == ("not_needed", world.national)


def test_a_writer_sees_deliveries_but_does_not_steer_them(
    world: World, enter: Enter, failed: Delivery
) -> None:
    client = enter(world.writer)
    shown = client.get(reverse("desk:deliveries", args=[failed.release_id])).content.decode()
    assert failed.reason in shown
    assert reverse("desk:retry", args=[failed.pk]) not in shown
    client.post(reverse("desk:retry", args=[failed.pk]))
    failed.refresh_from_db()
    assert failed.status == "failed"
    assert enter(world.outsider).post(reverse("desk:retry", args=[failed.pk])).status_code == 404


def test_the_dashboard_puts_the_riskiest_first(world: World, enter: Enter) -> None:
    world.submitted(headline="Biasa")
    world.submitted(headline="Kritis", risk="critical")
    listed = enter(world.national).get(reverse("admin:index")).context["to_approve"]
    assert [release.headline for release, _risk in listed] == ["Kritis", "Biasa"]


def test_an_empty_dashboard_offers_to_begin(world: World, enter: Enter) -> None:
    shown = enter(world.writer).get(reverse("admin:index")).content.decode()
    assert reverse("desk:write") in shown
    assert reverse("desk:paste") in shown


def test_the_dashboard_costs_few_queries(
    world: World, enter: Enter, failed: Delivery, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        world.draft(headline=f"Draf {number}")
        world.submitted(headline=f"Diajukan {number}")
        world.approved(headline=f"Disetujui {number}")
    client = enter(world.national)
    with django_assert_max_num_queries(14):
        client.get(reverse("admin:index"))


def test_fifty_rows_of_the_list_cost_no_more_than_a_few(
    world: World, enter: Enter, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(52):
        world.draft(headline=f"Draf {number}")
    client = enter(world.national)
    address = reverse("admin:releases_release_changelist")
    with django_assert_max_num_queries(12):
        client.get(address)


def test_a_release_page_costs_no_more_with_a_longer_life(
    world: World, enter: Enter, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    release = world.corrected(world.published())
    client = enter(world.writer)
    for name in ("release", "history", "deliveries", "preview"):
        with django_assert_max_num_queries(16):
            client.get(reverse(f"desk:{name}", args=[release.pk]))


def test_the_list_is_searched_by_headline_and_by_any_name_of_the_facility(
    world: World, enter: Enter
) -> None:
    world.draft(headline="Panen sayur")
    world.draft(headline="Pelatihan menenun", facility=world.lpka)
    client = enter(world.national)
    address = reverse("admin:releases_release_changelist")
    assert client.get(address, {"q": "menenun"}).context["cl"].result_count == 1
    assert client.get(address, {"q": "LPKA"}).context["cl"].result_count == 1
    assert client.get(address, {"q": "Uji Damai"}).context["cl"].result_count == 2


def test_the_list_can_show_what_waits_for_me(world: World, enter: Enter) -> None:
    mine, waits = world.draft(), world.submitted()
    address = reverse("admin:releases_release_changelist")

    def listed(person: Any) -> set[int]:
        page = enter(person).get(address, {"menunggu": "saya"})
        return {release.pk for release in page.context["cl"].result_list}

    assert listed(world.writer) == {mine.pk}
    assert listed(world.colleague) == {waits.pk}


def test_only_the_desk_widens_the_content_policy(world: World, enter: Enter) -> None:
    client = enter(world.writer)
    desk = client.get(reverse("desk:write")).headers["Content-Security-Policy"]
    scripts = next(part for part in desk.split("; ") if part.startswith("script-src "))
    assert "'unsafe-inline'" not in scripts
    assert "'nonce-" in scripts
    sign_in = Client().get(reverse("account_login")).headers["Content-Security-Policy"]
    public = Client().get("/").headers["Content-Security-Policy"]
    for policy in (sign_in, public):
        assert "unsafe" not in policy


def test_a_list_offers_all_rows_only_where_some_are_hidden(world: World, enter: Enter) -> None:
    world.draft()
    client, address = enter(world.writer), reverse("admin:releases_release_changelist")
    assert "Tampilkan semua" not in client.get(address).content.decode()
    assert "Tampilkan semua" in client.get(f"{address}?q=tidakada").content.decode()


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "kurang dari semenit"), (1, "1\xa0menit"), (60 * 25, "1\xa0hari")]
)
def test_ages_read_as_people_say_them(minutes: int, words: str) -> None:
    now = datetime(2026, 5, 4, 3, tzinfo=UTC)
    assert age(now - timedelta(minutes=minutes), now) == words
