"""Who is in a release: declared on the writing page, kept with the text."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from newsroom.releases import judging
from newsroom.releases.models import Person, Release
from newsroom.safeguards import Matter
from newsroom.safeguards.models import Consent
from tests.desk.conftest import Enter, typed
from tests.world import World


def rows(*people: dict[str, Any], saved: int = 0) -> dict[str, Any]:
    """What the browser sends of the people's rows."""
    sent = {"people-TOTAL_FORMS": len(people), "people-INITIAL_FORMS": saved}
    for number, one in enumerate(people):
        sent |= {f"people-{number}-{name}": value for name, value in one.items()}
    return sent


def declared(release: Release) -> list[tuple[Any, ...]]:
    """The people of the working text."""
    return [(one.name, one.part, one.age, one.consent_id) for one in release.people.kept()]


def consent(world: World, name: str, **changes: Any) -> Consent:
    """A consent of the Lapas to be named."""
    one = Consent(
        facility=world.lapas,
        for_name=True,
        given_date=timezone.localdate(),
        recorded_by=world.writer,
        recorded_at=world.at,
    )
    one.name = name
    for field, value in changes.items():
        setattr(one, field, value)
    one.save()
    return one


def test_people_are_saved_with_the_text_and_shown_again(world: World, enter: Enter) -> None:
    release, client = world.draft(), enter(world.writer)
    given = consent(world, "Peserta Satu")
    address = reverse("desk:release", args=[release.pk])
    sent = rows(
        {"name": " Kepala  Uji ", "part": "official"},
        {"name": "Peserta Satu", "part": "inmate", "age": 31, "consent": given.pk},
        {"name": "", "part": "child"},
    )
    assert client.post(address, typed(release) | sent).status_code == 302
    assert declared(release) == [
        ("Kepala Uji", "official", None, None),
        ("Peserta Satu", "inmate", 31, given.pk),
    ]
    release.refresh_from_db()
    page = client.get(address)
    shown = [row["name"].value() for row in page.context["form"].people.rows]
    assert shown[:2] == ["Kepala Uji", "Peserta Satu"]
    sent = rows({"name": "", "part": "official"}, {"name": "Peserta Satu", "part": "detainee"})
    client.post(address, typed(release) | sent)
    assert declared(release) == [("Peserta Satu", "detainee", None, None)]
    assert Person.objects.filter(release=release).count() == 3  # what was declared stays on record


def test_a_form_without_rows_leaves_the_people_alone(world: World, enter: Enter) -> None:
    release, client = world.draft(), enter(world.writer)
    address = reverse("desk:release", args=[release.pk])
    client.post(address, typed(release) | rows({"name": "Kepala Uji", "part": "official"}))
    release.refresh_from_db()
    client.post(address, typed(release, headline="Judul lain"))
    assert len(declared(release)) == 1


def test_a_name_without_a_part_is_asked_for_and_nothing_is_lost(world: World, enter: Enter) -> None:
    release = world.draft()
    fields = typed(release, headline="Judul yang diketik") | rows({"name": "Tanpa Peran"})
    page = enter(world.writer).post(reverse("desk:release", args=[release.pk]), fields)
    shown = page.content.decode()
    assert page.context["form"].people.rows[0].errors.keys() == {"part"}
    assert "Tanpa Peran" in shown
    assert "Judul yang diketik" in shown
    assert declared(release) == []


def test_only_standing_consents_of_the_unit_to_be_named_can_be_chosen(
    world: World, enter: Enter
) -> None:
    given = consent(world, "Peserta Satu")
    others = [
        consent(world, "Dicabut", withdrawn_at=world.at, withdrawn_by=world.writer),
        consent(world, "Wajah saja", for_name=False, for_face=True),
        consent(world, "Unit lain", facility=world.far),
    ]
    release = world.draft()
    client, address = enter(world.writer), reverse("desk:release", args=[release.pk])
    row = client.get(address).context["form"].people.rows[0]
    assert [key for key, _ in row.fields["consent"].choices] == ["", given.pk]
    for one in others:
        sent = rows({"name": "Peserta", "part": "inmate", "consent": one.pk})
        page = client.post(address, typed(release) | sent)
        assert page.context["form"].people.rows[0].errors.keys() == {"consent"}
    assert declared(release) == []


def test_people_typed_count_for_the_check_before_any_save(
    world: World, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Matter] = []
    monkeypatch.setattr(judging, "check", lambda matter: seen.append(matter) or [])
    release = world.draft()
    sent = rows({"name": "Si Contoh", "part": "child"}, {"name": "Belum dipilih"})
    address = reverse("desk:check", args=[release.pk])
    assert enter(world.writer).post(address, typed(release) | sent).status_code == 200
    assert [(one.name, one.is_child) for one in seen[0].people] == [("Si Contoh", True)]
    assert declared(release) == []


def test_at_the_child_gate_a_name_is_listed_but_who_it_is_takes_a_second_thought(
    world: World, enter: Enter
) -> None:
    client = enter(world.writer)
    headline = "Anak Binaan bernama Joko Pratama menari"
    fields = {"facility": world.lapas.pk, "headline": headline, "risk": "routine"}
    panel = client.post(reverse("desk:check_new"), fields).context["panel"]
    remark = next(one for one in panel.open if one.may_be_listed)
    page = client.post(reverse("desk:write"), {**fields, "declare": f"{remark.key}."})
    row = page.context["form"].people.rows[0]
    assert (row["name"].value(), row["part"].value()) == ("Joko Pratama", "")
    assert [one for one in page.context["panel"].open if one.may_be_listed]  # still a stop
