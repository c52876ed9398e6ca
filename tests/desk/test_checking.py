"""The check while typing: the form as it stands, judged, with nothing saved."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.desk.checking import LONGEST
from newsroom.desk.panel import SHOWN_MOST
from newsroom.releases import judging
from newsroom.releases.models import Release
from newsroom.safeguards import Finding, Group, Level, Matter, check
from newsroom.safeguards.rules.identity_numbers import identity_numbers
from newsroom.safeguards.rules.required_parts import required_parts
from tests.desk.conftest import Enter, typed
from tests.world import World

NIK = "6271034505120003"
#: What a check may ask at most, the session and the person's memberships included.
QUERIES_MOST = 20


def sample_rule(matter: Matter) -> Iterator[Finding]:
    """One finding of each kind that can be answered, whatever the real lists say this year."""
    told = (
        ("Kelas II B", Level.WARNING, ("Kelas IIB",), "sample", Group.LANGUAGE),
        ("dalam rangka", Level.SUGGESTION, ("untuk",), "sample", Group.LANGUAGE),
        ("Budi Percobaan", Level.WARNING, (), "unknown_person", Group.INMATE),
    )
    known = {one.name for one in matter.people}
    for reading in matter.prose:
        for words, level, new, rule, group in told:
            for match in re.finditer(words, reading.clear):
                if words not in known:
                    yield reading.finding(
                        match.span(), rule=rule, group=group, level=level, reason="Contoh.",
                        replacements=new, safe=level == Level.WARNING and bool(new),
                    )  # fmt: skip


@pytest.fixture(autouse=True)
def _few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three rules stand for all: the real lists grow, and the panel must not care."""
    rules = (required_parts, identity_numbers, sample_rule)
    monkeypatch.setattr(judging, "check", lambda matter: check(matter, rules))


def address(release: Release) -> str:
    """Where a release's form is sent to be checked."""
    return reverse("desk:check", args=[release.pk])


def test_what_is_typed_is_judged_and_nothing_is_saved(world: World, enter: Enter) -> None:
    release = world.draft()
    before = (release.revision_number, release.lead)
    fields = typed(release, lead=f"Peserta dengan NIK {NIK} hadir.")
    answer = enter(world.writer).post(address(release), fields)
    panel = answer.context["panel"]
    assert [one.finding.excerpt for one in panel.open] == [NIK]
    assert f'data-excerpt="{NIK}"' in answer.content.decode()
    assert [row["count"] for row in panel.tally] == [1, 0, 0]
    release.refresh_from_db()
    assert (release.revision_number, release.lead) == before


def test_a_form_that_would_be_refused_is_checked_all_the_same(world: World, enter: Enter) -> None:
    release = world.draft()
    far_too_long = "Panen raya " * 40 + NIK
    fields = typed(release, headline=far_too_long, event_date="kemarin", risk="tinggi sekali")
    panel = enter(world.writer).post(address(release), fields).context["panel"]
    places = {one.finding.place for one in panel.open}
    assert {"headline", "event_date"} <= places


def test_an_empty_form_is_checked_too(world: World, enter: Enter) -> None:
    panel = enter(world.writer).post(reverse("desk:check_new"), {}).context["panel"]
    assert {one.anchor for one in panel.missing} >= {"id_headline", "id_lead", "id_contributors"}


def test_a_release_not_saved_yet_is_checked_as_its_facility_is_chosen(
    world: World, enter: Enter
) -> None:
    fields = {"facility": world.lapas.pk, "headline": f"Kabar {NIK}", "risk": "routine"}
    answer = enter(world.writer).post(reverse("desk:check_new"), fields)
    assert "headline" in {one.finding.place for one in answer.context["panel"].open}
    assert not Release.objects.exists()


@pytest.mark.parametrize("excerpt", [NIK, "6271 0345 0512 0003"])
def test_equal_words_are_told_apart_by_their_turn(world: World, enter: Enter, excerpt: str) -> None:
    release = world.draft()
    fields = typed(release, body=f"<p>NIK {excerpt} dan</p><p>sekali lagi  {excerpt}.</p>")
    panel = enter(world.writer).post(address(release), fields).context["panel"]
    assert [one.occurrence for one in panel.open] == [0, 1]
    assert len({one.key for one in panel.open}) == 2


def test_a_text_beyond_all_measure_is_told_so(world: World, enter: Enter) -> None:
    fields: dict[str, Any] = {"headline": "a" * (LONGEST + 1)}
    answer = enter(world.writer).post(reverse("desk:check_new"), fields)
    assert answer.status_code == 413
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert len(answer.content.split()) > 5  # a sentence that checking.js shows as it is


def test_only_who_may_write_the_text_may_have_it_checked(world: World, enter: Enter) -> None:
    release, approved = world.draft(), world.published()
    assert enter(world.outsider).post(address(release), {}).status_code == 404
    assert enter(world.writer).post(address(approved), {}).status_code == 403
    assert enter(world.writer).get(address(release)).status_code == 405
    person = world.person("Tanpa Tugas", "writer", facility=world.lapas)
    person.memberships.all().delete()
    assert enter(person).post(reverse("desk:check_new"), {}).status_code == 403


def test_a_check_asks_the_database_little(world: World, enter: Enter) -> None:
    release = world.draft()
    client = enter(world.writer)
    fields = typed(release, headline="Kelas II B")
    client.post(address(release), fields)  # what the first request of a process looks up once
    with CaptureQueriesContext(connection) as asked:
        assert client.post(address(release), fields).status_code == 200
    assert len(asked) <= QUERIES_MOST, [one["sql"][:120] for one in asked.captured_queries]
    written = [one["sql"] for one in asked.captured_queries if not one["sql"].startswith("SELECT")]
    assert written == []


def test_the_page_shows_the_findings_of_the_saved_text(world: World, enter: Enter) -> None:
    release = world.draft(lead=f"NIK {NIK} tertulis di sini.")
    page = enter(world.writer).get(reverse("desk:release", args=[release.pk]))
    assert [one.finding.excerpt for one in page.context["panel"].open] == [NIK]
    assert f'data-check="{address(release)}"' in page.content.decode()


def test_an_approver_sees_them_too_without_buttons_to_change_the_text(
    world: World, enter: Enter
) -> None:
    release = world.submitted()
    Release.objects.filter(pk=release.pk).update(status="in_review")
    page = enter(world.regional).get(reverse("desk:release", args=[release.pk]))
    assert 'name="mend"' not in page.content.decode()


def test_leaving_a_finding_needs_no_save(world: World, enter: Enter) -> None:
    release = world.draft(lead="Panen dalam rangka hari jadi.")
    client = enter(world.writer)
    (remark,) = client.post(address(release), typed(release)).context["panel"].open
    fields = typed(release, leave=remark.finding.fingerprint)
    client.post(address(release), fields)
    page = client.get(reverse("desk:release", args=[release.pk]))
    assert page.context["panel"].open == []
    (answer,) = release.answers.all()
    assert (answer.verdict, answer.by, answer.excerpt) == (
        "dismissed", world.writer, "dalam rangka",
    )  # fmt: skip
    again = client.post(address(release), typed(release, lead="Dalam rangka panen, dalam rangka"))
    assert [one.finding.excerpt for one in again.context["panel"].open] == ["dalam rangka"]


def test_what_stops_a_release_cannot_be_left(world: World, enter: Enter) -> None:
    release = world.draft(lead=f"NIK {NIK} tertulis.")
    client = enter(world.writer)
    (remark,) = client.post(address(release), typed(release)).context["panel"].open
    client.post(address(release), typed(release, leave=remark.finding.fingerprint))
    panel = client.post(address(release), typed(release, left=remark.finding.fingerprint))
    assert len(panel.context["panel"].open) == 1
    assert not release.answers.exists()


def test_answers_given_before_the_first_save_are_kept_with_it(world: World, enter: Enter) -> None:
    client = enter(world.writer)
    fields = {
        "facility": world.lapas.pk,
        "headline": "Panen raya",
        "lead": "Panen dalam rangka hari jadi.",
        "risk": "routine",
    }
    panel = client.post(reverse("desk:check_new"), fields).context["panel"]
    (remark,) = [one for one in panel.open if one.may_be_dismissed]
    answers = {"left": remark.finding.fingerprint, "taken": f"[{remark.told}, 7, [1, 2, 3, 4]]"}
    client.post(reverse("desk:write"), {**fields, **answers})
    release = Release.objects.get()
    assert {one.verdict for one in release.answers.all()} == {"dismissed", "accepted"}


@pytest.mark.parametrize("told", ["", "[", "{}", '["a"]', '[["r", "final", "lead", "x"]]'])
def test_a_broken_tale_of_mending_costs_no_text(world: World, enter: Enter, told: str) -> None:
    release = world.draft()
    fields = typed(release, headline="Tetap tersimpan", taken=told)
    enter(world.writer).post(reverse("desk:release", args=[release.pk]), fields)
    release.refresh_from_db()
    assert release.headline == "Tetap tersimpan"
    assert not release.answers.exists()


@pytest.mark.parametrize("deed", ["safe", "one"])
def test_mending_without_javascript_changes_the_form_and_saves_nothing(
    world: World, enter: Enter, deed: str
) -> None:
    release = world.draft()
    client = enter(world.writer)
    fields = typed(
        release, lead="  Rutan Kelas II B\r\ndan Lapas Kelas II B", headline="Judul baru"
    )
    panel = client.post(address(release), fields).context["panel"]
    one = f"{panel.safe[1].key}.0"
    mend = {"mend": "safe" if deed == "safe" else one}
    page = client.post(reverse("desk:release", args=[release.pk]), {**fields, **mend})
    form = page.context["form"]
    first = "Kelas IIB" if deed == "safe" else "Kelas II B"
    assert form["lead"].value().split("\r\n") == [f"Rutan {first}", "dan Lapas Kelas IIB"]
    assert form["headline"].value() == "Judul baru"
    assert "Judul baru" in page.content.decode()
    release.refresh_from_db()
    assert release.revision_number == 1


def test_who_somebody_is_can_be_said_without_javascript(world: World, enter: Enter) -> None:
    client = enter(world.writer)
    fields = {"facility": world.lapas.pk, "headline": "Kata Budi Percobaan", "risk": "routine"}
    panel = client.post(reverse("desk:check_new"), fields).context["panel"]
    (remark,) = [one for one in panel.open if one.who]
    page = client.post(reverse("desk:write"), {**fields, "declare": f"{remark.key}.official"})
    row = page.context["form"].people.rows[0]
    assert (row["name"].value(), row["part"].value()) == ("Budi Percobaan", "official")
    assert not [one for one in page.context["panel"].open if one.who]


@pytest.mark.parametrize(
    ("typed_lead", "left"),
    [
        (f"Nomor {NIK} tertulis.", "Nomor tertulis."),
        (f"{NIK} tertulis.", "tertulis."),
        (f"Nomornya: {NIK}.", "Nomornya: ."),
    ],
)
def test_words_taken_out_leave_no_two_spaces(
    world: World, enter: Enter, typed_lead: str, left: str
) -> None:
    release, client = world.draft(), enter(world.writer)
    fields = typed(release, lead=typed_lead, body=f"<p><em>{typed_lead}</em></p>")
    panel = client.post(address(release), fields).context["panel"]
    for remark in (one for one in panel.open if one.finding.excerpt == NIK):
        page = client.post(
            reverse("desk:release", args=[release.pk]), {**fields, "mend": f"{remark.key}.0"}
        )
        form = page.context["form"]
        shown = {"lead": left, "body": f"<p><em>{left}</em></p>"}
        assert form[remark.finding.place].value() == shown[remark.finding.place]
    assert len({one.finding.place for one in panel.open if one.finding.excerpt == NIK}) == 2


def test_many_findings_are_counted_all_and_shown_in_part(world: World, enter: Enter) -> None:
    release = world.draft()
    fields = typed(release, body="".join(f"<p>NIK {NIK}</p>" for _ in range(SHOWN_MOST + 5)))
    panel = enter(world.writer).post(address(release), fields).context["panel"]
    (section,) = panel.sections
    assert (section["count"], len(section["remarks"]), section["more"]) == (
        SHOWN_MOST + 5, SHOWN_MOST, 5,
    )  # fmt: skip


@pytest.mark.parametrize("way", ["fetched", "pressed"])
def test_a_word_of_the_unit_is_learnt_where_it_stands(world: World, enter: Enter, way: str) -> None:
    release, client = world.draft(lead="Panen dalam rangka hari jadi."), enter(world.writer)
    (remark,) = client.post(address(release), typed(release)).context["panel"].open
    door = address(release) if way == "fetched" else reverse("desk:release", args=[release.pk])
    answer = client.post(door, typed(release, learn=remark.key))
    assert answer.status_code == 200
    (word,) = world.lapas.dictionary.all()
    assert (word.word, word.added_by) == ("dalam rangka", world.writer)
    release.refresh_from_db()
    assert release.revision_number == 1


def test_numbers_and_whole_sentences_are_no_words_to_learn(world: World, enter: Enter) -> None:
    release = world.draft(lead=f"NIK {NIK} tertulis.")
    client = enter(world.writer)
    (remark,) = client.post(address(release), typed(release)).context["panel"].open
    answer = client.post(address(release), typed(release, learn=remark.key))
    assert 'name="learn"' not in answer.content.decode()
    assert not world.lapas.dictionary.exists()


def test_a_very_long_text_with_every_disguise_is_answered(world: World, enter: Enter) -> None:
    release = world.draft()
    strange = "Kelas\u200b II B \x00\u202e KELAS II B, dalam\nrangka “panen” "
    body = f"<p>{strange * 2000}</p><p>NIK {NIK}</p>"
    answer = enter(world.writer).post(address(release), typed(release, body=body))
    assert answer.status_code == 200
    assert NIK in {one.finding.excerpt for one in answer.context["panel"].open}
