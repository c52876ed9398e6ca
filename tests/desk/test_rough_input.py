"""What no page of ours sends: it is refused or read as far as it goes, and breaks nothing."""

import json

import pytest
from django.urls import reverse

from newsroom.releases.models import Answer
from tests.desk.conftest import Enter, typed
from tests.desk.test_consents import consent
from tests.releases.photos.album import attach
from tests.world import World

#: A form with one row of people.
COUNTED = {"people-TOTAL_FORMS": "1", "people-INITIAL_FORMS": "0"}
#: What databases refuse: a zero byte, and half of a pair of UTF-16.
UNKEEPABLE = ["a\x00b", "a\ud800b"]


@pytest.mark.parametrize("bad", UNKEEPABLE)
def test_what_was_mended_is_recorded_as_far_as_it_can_be_kept(
    world: World, enter: Enter, bad: str
) -> None:
    release = world.draft()
    taken = json.dumps([[bad, "warning", bad, bad], ["language.S01", "warning", "lead", "baik"]])
    address = reverse("desk:release", args=[release.pk])
    answer = enter(world.writer).post(address, typed(release, taken=taken, lead="Lead baru."))
    assert answer.status_code == 302
    assert "baik" in [one.excerpt for one in Answer.objects.all()]


@pytest.mark.parametrize("field", ["lead", "body", "headline", "ednote", "people-0-name"])
def test_a_zero_byte_in_a_text_is_refused_and_what_was_typed_comes_back(
    world: World, enter: Enter, field: str
) -> None:
    release = world.draft()
    row = {"people-0-part": "official", "people-0-name": "Adi"}
    fields = typed(release, **COUNTED | row | {field: "Petugas\x00 bertugas di lapangan."})
    client = enter(world.writer)
    answer = client.post(reverse("desk:release", args=[release.pk]), fields)
    assert (answer.status_code, "bertugas di lapangan" in answer.content.decode()) == (200, True)
    assert client.post(reverse("desk:check", args=[release.pk]), fields).status_code == 200


def test_a_finding_with_a_zero_byte_is_left_without_harm(world: World, enter: Enter) -> None:
    release = world.draft()
    lead = "Petugas di lapangan merubah\x00 jadwal di karenakan hujan, dan akan di laksanakan."
    address = reverse("desk:check", args=[release.pk])
    answer = enter(world.writer).post(address, typed(release, lead=lead))
    for one in answer.context["panel"].open:
        fields = typed(release, lead=lead, leave=one.finding.fingerprint)
        assert enter(world.writer).post(address, fields).status_code == 200


@pytest.mark.parametrize("total", ["x", "-1", "9" * 30, "9" * 5000])
def test_a_strange_count_of_people_breaks_no_button(world: World, enter: Enter, total: str) -> None:
    release = world.draft(lead="Kegiatan dihadiri Candra Misalnya dan Bayu Contoh pada Senin pagi.")
    address = reverse("desk:release", args=[release.pk])
    client = enter(world.writer)
    panel = client.get(address).context["panel"]
    keys = [one.key for one in panel.open if one.finding.rule == "unknown_person"]
    assert keys
    fields = typed(
        release, declare=f"{keys[0]}.official", **COUNTED | {"people-TOTAL_FORMS": total}
    )
    assert client.post(address, fields).status_code == 200
    assert client.post(reverse("desk:check", args=[release.pk]), fields).status_code == 200


@pytest.mark.parametrize(("note", "kept"), [("Ditarik.\x00", "Ditarik."), ("\x00", "")])
def test_a_reason_is_kept_without_what_no_database_keeps(
    world: World, enter: Enter, note: str, kept: str
) -> None:
    one = consent(world)
    address = reverse("desk:consent_withdraw", args=[one.pk])
    answer = enter(world.writer).post(address, {"note": note})
    one.refresh_from_db()
    assert (answer.status_code, one.withdrawal_note) == (302 if kept else 409, kept)


@pytest.mark.parametrize("number", ["9" * 20, "9" * 5000])
def test_a_consent_or_face_nobody_has_is_refused(world: World, enter: Enter, number: str) -> None:
    release = world.draft()
    photo = attach(world, release)
    address = reverse("desk:faces", args=[release.pk, photo.pk])
    client = enter(world.writer)
    box = "0.1 0.1 0.2 0.2"
    wanted = {"new-1-box": box, "new-1-answer": "consent", "new-1-consent": number}
    for fields in (wanted, {f"face-{number[:12]}-box": box}):
        answer = client.post(address, fields, headers={"accept": "application/json"})
        assert answer.status_code == 409


@pytest.mark.parametrize("number", ["9" * 20, "9" * 5000])
def test_a_number_beyond_all_measure_is_a_mistake_in_the_form(
    world: World, enter: Enter, number: str
) -> None:
    release = world.draft()
    client = enter(world.writer)
    row = {"people-0-part": "inmate", "people-0-name": "Adi"}
    wrong = {"people-0-consent": number, "people-0-age": number, "base": number}
    fields = typed(release, **COUNTED, **row, **wrong)
    for name in ("check", "release"):
        assert client.post(reverse(f"desk:{name}", args=[release.pk]), fields).status_code == 200
    release.refresh_from_db()
    assert release.people.count() == 0
