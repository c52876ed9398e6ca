"""Consents: recorded with a sealed paper, seen by few, and taken back everywhere."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from newsroom.lib.images import Box, Upright
from newsroom.releases import actions as actions_of_releases
from newsroom.releases.actions import Declared, Mark
from newsroom.releases.consents import concerned
from newsroom.releases.models import Release
from newsroom.safeguards import actions
from newsroom.safeguards.actions import Given, Paper
from newsroom.safeguards.models import Consent, PaperView
from tests.desk.conftest import Enter
from tests.lib.documents import pages, sounds
from tests.lib.images.samples import corners, encoded
from tests.world import World

UPRIGHT = Upright(encoded(corners()), 480, 320)
PAPER = Paper(b"kertas bertanda tangan", "image/jpeg")


def consent(world: World, **changes: Any) -> Consent:
    """A consent of somebody at the Lapas to be named."""
    given = {"name": "Bayu Contoh", "for_name": True, "for_face": False, **changes}
    given.setdefault("given_date", date(2026, 4, 1))
    return actions.record_consent(
        world.lapas, Given(**given), PAPER, by=world.writer, at=world.tick()
    )


def relying(world: World, one: Consent, **changes: Any) -> dict[str, Any]:
    """Fields of a release whose inmate relies on the consent."""
    return {"people": [Declared("Bayu Contoh", "inmate", 31, consent=one.pk)], **changes}


def typed(world: World, **changes: Any) -> dict[str, Any]:
    """What the browser sends from the form."""
    paper = SimpleUploadedFile("surat.jpg", encoded(corners()), content_type="image/jpeg")
    fields = {"facility": world.lapas.pk, "name": "Bayu Contoh", "for_name": "on"}
    return {**fields, "given_date": "2026-04-01", "paper": paper, **changes}


def test_a_consent_is_recorded_with_its_paper(world: World, enter: Enter) -> None:
    answer = enter(world.writer).post(reverse("desk:consent_new"), typed(world))
    one = Consent.objects.get()
    assert answer.headers["Location"] == reverse("desk:consent", args=[one.pk])
    assert (one.name, one.for_name, one.for_face) == ("Bayu Contoh", True, False)
    assert b"Bayu" not in bytes(one.sealed_name)


def test_neither_name_nor_paper_can_be_read_on_the_disk(world: World) -> None:
    one = consent(world)
    kept = Path(one.paper.path).read_bytes()
    assert b"bertanda tangan" not in kept
    with one.paper.open("rb") as file:
        assert file.read() == PAPER.content
    with pytest.raises(ValueError, match="no URL"):
        one.paper.url  # noqa: B018


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"for_name": ""}, "for_name"),
        ({"given_date": "2999-01-01"}, "given_date"),
        ({"valid_to": "2026-03-01"}, "valid_to"),
        ({"paper": SimpleUploadedFile("surat.jpg", b"bukan gambar")}, "paper"),
    ],
)
def test_a_wrong_form_says_what_to_mend_and_keeps_the_rest(
    world: World, enter: Enter, changes: dict[str, Any], field: str
) -> None:
    answer = enter(world.writer).post(reverse("desk:consent_new"), typed(world, **changes))
    assert answer.context["form"].errors[field]
    assert "Bayu Contoh" in answer.content.decode()
    assert not Consent.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("surat.pdf", pages.written(pages.telling()), "application/pdf"),
        ("PTT-1.opus", sounds.opus(), "audio/ogg"),
    ],
)
def test_a_scan_or_a_voice_is_kept_bare(
    world: World, enter: Enter, name: str, content: bytes, kind: str
) -> None:
    client = enter(world.writer)
    fields = typed(
        world, paper=SimpleUploadedFile(name, content, "audio/ogg" if "opus" in name else "")
    )
    assert client.post(reverse("desk:consent_new"), fields).status_code == 302
    one = Consent.objects.get()
    shown = client.get(reverse("desk:consent_paper", args=[one.pk]))
    assert (shown.headers["Content-Type"], one.paper_type) == (kind, kind)
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert pages.MARKER.encode() not in shown.content


def test_a_word_document_is_no_signed_paper(world: World, enter: Enter) -> None:
    fields = typed(world, paper=SimpleUploadedFile("surat.docx", pages.word(), ""))
    answer = enter(world.writer).post(reverse("desk:consent_new"), fields)
    assert answer.context["form"].errors["paper"]
    assert not Consent.objects.exists()


def test_only_those_of_the_facility_see_it(world: World, enter: Enter) -> None:
    one = consent(world)
    for name, args in (("consent", [one.pk]), ("consent_paper", [one.pk])):
        address = reverse(f"desk:{name}", args=args)
        assert enter(world.outsider).get(address).status_code == 404
        assert enter(world.regional).get(address).status_code == 200
    assert (
        enter(world.outsider)
        .post(reverse("desk:consent_withdraw", args=[one.pk]), {"note": "x"})
        .status_code
        == 404
    )
    assert "Bayu" not in enter(world.outsider).get(reverse("desk:consents")).content.decode()


def test_every_look_at_the_paper_is_recorded_once_an_hour(world: World, enter: Enter) -> None:
    one = consent(world)
    client = enter(world.regional)
    for _look in range(2):
        answer = client.get(reverse("desk:consent_paper", args=[one.pk]))
    assert answer.content == PAPER.content
    assert "no-store" in answer.headers["Cache-Control"]
    assert [view.by for view in PaperView.objects.all()] == [world.regional]


def test_the_list_asks_few_queries_however_long(
    world: World, enter: Enter, django_assert_max_num_queries: Any
) -> None:
    for number in range(35):
        consent(world, name=f"Contoh {number}")
    client = enter(world.writer)
    with django_assert_max_num_queries(9):
        page = client.get(reverse("desk:consents"))
    assert "Contoh 34" in page.content.decode()


def withdraw(world: World, enter: Enter, one: Consent, note: str = "Lewat surat.") -> Any:
    """Take it back by the form."""
    address = reverse("desk:consent_withdraw", args=[one.pk])
    return enter(world.writer).post(address, {"note": note}, follow=True)


def test_a_withdrawal_stops_the_text_on_its_way(world: World, enter: Enter) -> None:
    one = consent(world)
    release = world.approved(**relying(world, one))
    withdraw(world, enter, one)
    release.refresh_from_db()
    assert (release.status, release.approved_revision) == ("draft", None)


def test_a_withdrawal_opens_a_correction_of_what_readers_see(world: World, enter: Enter) -> None:
    one = consent(world)
    release = world.published(**relying(world, one))
    page = withdraw(world, enter, one)
    release.refresh_from_db()
    assert (release.status, release.change_kind) == ("draft", "correction")
    assert release.live_edition is not None
    listed = page.content.decode()
    assert str(release) in listed
    assert reverse("desk:step", args=[release.pk, "withdraw"]) in listed


def test_a_withdrawal_needs_a_reason_and_happens_once(world: World, enter: Enter) -> None:
    one = consent(world)
    assert withdraw(world, enter, one, note=" ").status_code == 409
    withdraw(world, enter, one)
    assert withdraw(world, enter, one).status_code == 409
    one.refresh_from_db()
    assert one.withdrawal_note == "Lewat surat."


def test_what_does_not_rely_on_it_goes_on(world: World, enter: Enter) -> None:
    one = consent(world)
    other = world.approved()
    withdraw(world, enter, one)
    assert Release.objects.get(pk=other.pk).status == "approved"


def test_a_withdrawal_blurs_the_face_that_relied_on_it(world: World, enter: Enter) -> None:
    one = consent(world, for_name=False, for_face=True)
    release = world.draft()
    photo = actions_of_releases.attach(release, UPRIGHT, by=world.writer, at=world.tick())
    shown = Mark(None, Box(0.2, 0.2, 0.3, 0.3), "consent", one.pk)
    actions_of_releases.mark_faces(photo, [shown], by=world.writer, at=world.tick())
    page = enter(world.writer).get(reverse("desk:consent", args=[one.pk])).content.decode()
    assert str(release) in page
    withdraw(world, enter, one)
    assert [face.answer for face in photo.faces.kept()] == ["blur"]
    assert concerned(one) == []
