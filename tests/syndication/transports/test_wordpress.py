"""A post's life on a WordPress site: placed, corrected, withdrawn, and what stands in its way."""

import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from newsroom.syndication.parcels import Placed, Refused, TryLater
from newsroom.syndication.transports.errand import Errand
from newsroom.syndication.transports.wordpress import WordPress
from tests.fakes.parcels import HTML, JSON, OTHER_PHOTO, PHOTO, again
from tests.fakes.wordpress_server import Site, running

WITH_PHOTO = again(HTML, enclosures=(PHOTO,))
WRONG = "xxxx xxxx"
SLUG = "panen-masak-6f1f7a5e"


@pytest.fixture
def site(settings: Any) -> Iterator[Site]:
    with running() as site:
        settings.HTTP_PRIVATE_HOSTS = [site.address.removeprefix("http://")]
        yield site


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an errand end after a second and a half."""
    monkeypatch.setattr(Errand.__init__, "__defaults__", (timedelta(seconds=1.5),))


def transport(site: Site, user: str = "humas", **settings: str) -> WordPress:
    password = site.accounts.get(user, ("",))[0]
    return WordPress({"url": f"{site.address}/", "user": user, "password": password} | settings)


def after(placed: Placed, parcel: Any = WITH_PHOTO, **changes: Any) -> Any:
    """The next parcel for an item that was placed."""
    known = {"replaces": placed.remote_id, "replaces_url": placed.remote_url}
    return again(parcel, number=2, media=placed.media, **known, **changes)


def only_post(site: Site) -> dict[str, Any]:
    (post,) = site.posts.values()
    return post


def test_photos_come_first_and_the_post_carries_everything(site: Site) -> None:
    placed = transport(site, categories="4, 12", tags="7").place(WITH_PHOTO)
    assert site.wrote()[0] == "POST media"
    assert site.wrote()[-1] == "POST posts"
    post, (photo,) = only_post(site), site.media.values()
    assert placed.remote_id == str(post["id"])
    assert placed.remote_url == f"{site.address}/{SLUG}/"
    assert placed.note == ""
    assert post["title"]["raw"] == "Panen &amp; Masak"
    assert post["content"]["raw"].startswith("<p>Panen 40 kilogram — “segar”.</p>")
    assert post["excerpt"]["raw"] == "Panen 40 kilogram."
    assert (post["status"], post["slug"]) == ("publish", SLUG)
    assert post["date_gmt"] == "2026-03-05T01:05:00"
    assert (post["categories"], post["tags"]) == ([4, 12], [7])
    assert post["featured_media"] == photo["id"]
    assert photo["alt_text"] == "Petak"
    assert photo["caption"]["raw"] == "Panen &lt;kangkung&gt; (Humas)"
    assert photo["bytes"] == len(PHOTO.body)


def test_further_photos_stand_in_the_text(site: Site) -> None:
    transport(site).place(again(HTML, enclosures=(PHOTO, OTHER_PHOTO)))
    content = only_post(site)["content"]["raw"]
    second = list(site.media.values())[1]
    assert f'<img src="{second["source_url"]}" alt="Panci">' in content
    assert "<figcaption>Dapur</figcaption>" in content


def test_a_correction_changes_the_post_in_place_and_keeps_the_photo(site: Site) -> None:
    placed = transport(site).place(WITH_PHOTO)
    site.asked.clear()
    again_placed = transport(site).place(after(placed, headline="Panen dan Masak"))
    assert again_placed.remote_id == placed.remote_id
    assert again_placed.media == placed.media
    assert only_post(site)["title"]["raw"] == "Panen dan Masak"
    assert "POST media" not in site.asked
    assert len(site.media) == 1


def test_what_the_outlets_editors_set_stays_theirs(site: Site) -> None:
    placed = transport(site, categories="4").place(HTML)
    only_post(site).update(categories=[99], status="draft")
    placed = transport(site, categories="4").place(after(placed, HTML))
    assert (only_post(site)["categories"], only_post(site)["status"]) == ([99], "draft")
    assert placed.remote_url == ""
    assert placed.note


def test_a_changed_photo_replaces_the_old_one_for_good(site: Site) -> None:
    placed = transport(site).place(WITH_PHOTO)
    (old,) = site.media
    placed = transport(site).place(after(placed, enclosures=(OTHER_PHOTO,)))
    (new,) = site.media
    assert new != old
    assert only_post(site)["featured_media"] == new
    placed = transport(site).place(after(placed, enclosures=()))
    assert site.media == {}
    assert (only_post(site)["featured_media"], placed.media) == (0, ())


def test_a_withdrawal_leaves_neither_page_nor_photo(site: Site) -> None:
    placed = transport(site).place(WITH_PHOTO)
    gone = transport(site).place(after(placed, HTML, withdraws=True))
    assert gone.removal_verified
    assert gone.note == ""
    assert only_post(site)["status"] == "trash"
    assert site.media == {}
    once_more = transport(site).place(after(placed, HTML, withdraws=True))
    assert once_more.removal_verified


def test_a_page_that_still_shows_keeps_the_withdrawal_open(site: Site) -> None:
    placed = transport(site).place(WITH_PHOTO)
    site.cached.add(f"/{SLUG}/")
    gone = transport(site).place(after(placed, HTML, withdraws=True))
    assert not gone.removal_verified
    assert gone.note
    site.cached.clear()
    assert transport(site).place(after(placed, HTML, withdraws=True)).removal_verified


def test_without_a_trash_a_withdrawn_post_becomes_a_draft(site: Site) -> None:
    placed = transport(site).place(WITH_PHOTO)
    site.trash = False
    assert transport(site).place(after(placed, HTML, withdraws=True)).removal_verified
    assert only_post(site)["status"] == "draft"


def test_what_the_outlet_removed_itself_is_withdrawn_already_but_not_updated(site: Site) -> None:
    placed = transport(site).place(WITH_PHOTO)
    only_post(site)["status"] = "trash"
    with pytest.raises(Refused):
        transport(site).place(after(placed))
    site.posts.clear()
    with pytest.raises(Refused):
        transport(site).place(after(placed))
    assert len(site.media) == 1
    gone = transport(site).place(after(placed, HTML, withdraws=True))
    assert gone.removal_verified
    assert site.media == {}


def test_an_account_that_may_not_publish_leaves_it_to_the_editors(site: Site) -> None:
    placed = transport(site, "magang").place(WITH_PHOTO)
    assert only_post(site)["status"] == "pending"
    assert placed.remote_url == ""
    assert placed.media == ()
    assert len(placed.note) > 20
    changed = transport(site, "magang").place(after(placed, headline="Baru"))
    assert only_post(site)["title"]["raw"] == "Baru"
    gone = transport(site, "magang").place(after(changed, HTML, withdraws=True))
    assert gone.removal_verified
    assert only_post(site)["status"] == "trash"


def test_what_the_editors_took_over_needs_the_editors(site: Site) -> None:
    placed = transport(site, "magang").place(HTML)
    only_post(site)["status"] = "publish"
    for parcel in (after(placed, HTML), after(placed, HTML, withdraws=True)):
        with pytest.raises(Refused) as refused:
            transport(site, "magang").place(parcel)
        assert refused.value.status == 403
    assert only_post(site)["status"] == "publish"


def test_a_post_made_before_the_line_broke_is_found_by_its_slug(site: Site) -> None:
    site.fail("POST", "posts", does=True, status=502)
    with pytest.raises(TryLater) as later:
        transport(site).place(HTML)
    assert later.value.uncertain
    placed = transport(site).place(again(HTML, uncertain=True))
    assert placed.remote_id == str(only_post(site)["id"])


def test_a_post_rewritten_by_the_editors_is_found_by_its_slug(site: Site) -> None:
    site.fail("POST", "posts", does=True, status=502)
    with pytest.raises(TryLater):
        transport(site).place(HTML)
    only_post(site)["content"] = {"raw": "disunting", "rendered": "disunting"}
    transport(site).place(again(HTML, uncertain=True))
    assert len(site.posts) == 1


def test_a_contributors_post_has_no_slug_and_is_found_by_its_mark(site: Site) -> None:
    sender = transport(site, "magang", status="pending")
    site.fail("POST", "posts", does=True, status=502)
    with pytest.raises(TryLater):
        sender.place(HTML)
    assert only_post(site)["slug"] == ""
    placed = sender.place(again(HTML, uncertain=True))
    assert placed.remote_id == str(only_post(site)["id"])


def test_a_time_out_after_creation_is_uncertain_and_found_again(site: Site, quick: None) -> None:
    site.fail("POST", "posts", does=True, hangs=3)
    with pytest.raises(TryLater) as later:
        transport(site).place(WITH_PHOTO)
    assert later.value.uncertain
    transport(site).place(again(WITH_PHOTO, uncertain=True))
    assert (len(site.posts), len(site.media)) == (1, 1)


def test_all_requests_of_an_errand_share_its_deadline(site: Site, quick: None) -> None:
    site.fail("POST", "media", does=True, hangs=1)
    site.fail("POST", "media/10", does=True, hangs=1)
    began = time.monotonic()
    with pytest.raises(TryLater):
        transport(site).place(WITH_PHOTO)
    assert time.monotonic() - began < 2.5


def test_photos_of_an_attempt_that_failed_later_are_used_by_the_next(site: Site) -> None:
    site.fail("POST", "posts", status=429, headers={"Retry-After": "30"})
    with pytest.raises(TryLater) as later:
        transport(site).place(WITH_PHOTO)
    assert later.value.uncertain
    assert later.value.after is not None
    transport(site).place(again(WITH_PHOTO, uncertain=True))
    assert len(site.media) == 1
    assert only_post(site)["featured_media"] in site.media


def test_photos_of_a_refused_post_are_taken_back(site: Site) -> None:
    with pytest.raises(Refused, match="categories"):
        transport(site, categories="404").place(WITH_PHOTO)
    assert (site.media, site.posts) == ({}, {})


def test_a_photo_whose_sizes_failed_is_finished_not_uploaded_twice(site: Site) -> None:
    site.fail("POST", "media", does=True, status=500)
    transport(site).place(WITH_PHOTO)
    assert [one for one in site.asked if one.endswith("post-process")]
    assert len(site.media) == 1


def test_a_photo_that_cannot_be_finished_is_removed_and_tried_later(site: Site) -> None:
    site.fail("POST", "media", does=True, status=500)
    site.fail("POST", "media/10/post-process", status=500)
    with pytest.raises(TryLater):
        transport(site).place(WITH_PHOTO)
    assert site.media == {}


def test_a_withdrawal_finds_what_never_had_a_receipt(site: Site) -> None:
    site.fail("POST", "posts", does=True, status=504)
    with pytest.raises(TryLater):
        transport(site).place(WITH_PHOTO)
    gone = transport(site).place(again(HTML, withdraws=True, uncertain=True))
    assert gone.removal_verified
    assert only_post(site)["status"] == "trash"
    assert site.media == {}


def test_a_withdrawal_of_what_never_arrived_says_so(site: Site) -> None:
    gone = transport(site).place(again(HTML, withdraws=True, uncertain=True))
    assert gone.removal_verified
    assert gone.note


@pytest.mark.parametrize("withdraws", [False, True])
def test_a_strangers_post_of_the_same_number_is_left_alone(site: Site, withdraws: bool) -> None:
    number = next(site.numbers)
    theirs = {"id": number, "author": "humas", "status": "publish", "slug": "berita-mereka"}
    site.posts[number] = {**theirs, "content": {"raw": "Milik media", "rendered": "Milik media"}}
    before = dict(site.posts[number])
    moved = again(HTML, number=2, replaces=str(number), withdraws=withdraws)
    with pytest.raises(Refused, match="bukan milik kita"):
        transport(site).place(moved)
    assert site.posts[number] == before


def test_another_post_of_the_same_name_is_left_alone(site: Site) -> None:
    transport(site).place(HTML)
    other = again(HTML, guid="urn:uuid:aaaaaaaa-0000-4000-8000-000000000000", uncertain=True)
    transport(site).place(other)
    assert len(site.posts) == 2


@pytest.mark.parametrize("status", [500, 503])
def test_a_site_in_trouble_is_tried_later(site: Site, status: int) -> None:
    site.fail("POST", "posts", status=status, headers={"Retry-After": "60"})
    with pytest.raises(TryLater) as later:
        transport(site).place(HTML)
    assert later.value.after is not None


def test_a_created_post_whose_answer_is_spoiled_is_not_made_twice(site: Site) -> None:
    site.fail("POST", "posts", does=True)
    with pytest.raises(TryLater) as later:
        transport(site).place(HTML)
    assert later.value.uncertain
    transport(site).place(again(HTML, uncertain=True))
    assert len(site.posts) == 1


def test_a_login_page_in_front_is_explained(site: Site) -> None:
    site.login_wall = True
    with pytest.raises(Refused, match="REST"):
        transport(site).place(HTML)
    assert not transport(site).try_out().works


def test_a_wrong_password_and_a_lost_header_are_told_apart(site: Site) -> None:
    wrong = transport(site, password=WRONG).try_out()
    assert (wrong.works, wrong.hints) == (False, ())
    unknown = transport(site, "siapa", password=WRONG).try_out()
    assert (unknown.works, unknown.message) == (False, wrong.message)
    site.passes_authorization = False
    lost = transport(site).try_out()
    assert not lost.works
    assert lost.message != wrong.message
    assert any("HTTP_AUTHORIZATION" in hint for hint in lost.hints)
    with pytest.raises(Refused):
        transport(site).place(WITH_PHOTO)


def test_trying_out_tells_the_account_and_its_rights(site: Site) -> None:
    author, contributor, subscriber = (
        transport(site, user).try_out() for user in ("humas", "magang", "pembaca")
    )
    assert author.works
    assert "humas (author)" in author.message
    assert author.hints == ()
    assert contributor.works
    assert contributor.message != author.message
    assert contributor.hints
    assert not subscriber.works
    assert site.wrote() == []


@pytest.mark.parametrize(
    "wrong",
    [{"status": "terbit"}, {"categories": "berita"}, {"tags": "1;2"}, {"user": ""}, {"url": ""}],
)
def test_unusable_settings_are_refused_before_anything_is_sent(
    site: Site, wrong: dict[str, str]
) -> None:
    with pytest.raises(Refused):
        transport(site, **({"user": "humas"} | wrong)).place(HTML)
    assert not transport(site, **({"user": "humas"} | wrong)).try_out().works
    assert site.asked == []


def test_a_password_never_travels_unprotected(settings: Any) -> None:
    settings.HTTP_PRIVATE_HOSTS = []
    sender = WordPress({"url": "http://mitra.example", "user": "humas", "password": "x"})
    with pytest.raises(Refused, match="https://"):
        sender.place(HTML)


def test_a_document_that_is_no_html_is_refused(site: Site) -> None:
    with pytest.raises(Refused, match="HTML"):
        transport(site).place(JSON)
    assert site.asked == []
