"""Faces are looked for once, answered by people, pinned by the approval and gone from the files."""

import json
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from PIL import Image

from newsroom.lib import images
from newsroom.lib.images import Box
from newsroom.releases import actions, faces, photos, refusals, tasks
from newsroom.releases.actions import Mark
from newsroom.releases.models import Face, Photo, Release, Rendition
from newsroom.releases.models.photos import TRIES_MOST
from newsroom.safeguards.models import Consent
from tests.releases.photos.album import attach, prepare, rendered, unsearched
from tests.side_by_side import side_by_side
from tests.world import World

LEFT, RIGHT = Box(0.1, 0.2, 0.2, 0.3), Box(0.6, 0.2, 0.2, 0.3)


@pytest.fixture
def two_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The detector finds two faces in every photo."""

    def found(master: bytes, progress: Any = None, **_: Any) -> list[Box]:
        for share in (0.3, 0.6, 1.0):
            progress(share)
        return [LEFT, RIGHT]

    monkeypatch.setattr(images, "faces", found)


def entry(world: World, release: Release) -> dict[str, Any]:
    """What the newest revision says of the first photo."""
    photo: dict[str, Any] = json.loads(world.newest(release).content)["photos"][0]
    return photo


def blocked_by(world: World, release: Release) -> list[str]:
    """The rules that keep the release from being submitted."""
    with pytest.raises(refusals.Blocked) as blocked, transaction.atomic():
        actions.submit(release, by=world.writer, at=world.tick())
    return [one.rule for one in blocked.value.findings]


def pixels(photo: Photo, box: Box) -> bytes:
    """What a reader sees there, in the widest JPEG."""
    row = photo.renditions.filter(extension="jpg").order_by("width").last()
    assert row is not None
    with row.file.open("rb") as file, Image.open(BytesIO(file.read())) as image:
        return image.convert("RGB").crop(box.pixels(*image.size)).tobytes()


def answered(world: World, photo: Photo, *answers: str) -> Photo:
    """The photo with its faces answered from top left on."""
    rows = zip(photo.faces.kept(), answers, strict=True)
    marks = [Mark(face.pk, face.box, answer) for face, answer in rows]  # type: ignore[arg-type]
    return actions.mark_faces(photo, marks, by=world.writer, at=world.tick())


@pytest.mark.usefixtures("two_found")
def test_found_faces_become_part_of_the_text(world: World) -> None:
    release = world.draft()
    attach(world, release)

    told = entry(world, release)
    assert [face["box"] for face in told["faces"]] == [[0.1, 0.2, 0.2, 0.3], [0.6, 0.2, 0.2, 0.3]]
    assert told["searched"]
    assert told["detector"] == images.ENGINES[0].version
    assert world.newest(release).by == world.writer


def test_a_photo_not_yet_searched_stops_the_release_and_has_no_files(world: World) -> None:
    release = world.draft()
    photo = unsearched(world, release)

    assert not photos.render(photo.pk, at=world.tick())
    assert blocked_by(world, release) == ["faces_not_searched"]


@pytest.mark.usefixtures("two_found")
def test_an_ordinary_release_waits_for_answers_and_one_tap_gives_them_all(world: World) -> None:
    release = world.draft()
    attach(world, release)
    assert blocked_by(world, release) == ["faces_unanswered"]

    actions.answer_all(release, "staff", by=world.writer, at=world.tick())

    assert actions.submit(release, by=world.writer, at=world.tick()).status == "in_review"
    assert {face["answer"] for face in entry(world, release)["faces"]} == {"staff"}
    assert {face.answered_by for face in Face.objects.all()} == {world.writer}


@pytest.mark.usefixtures("two_found")
def test_what_nobody_has_answered_for_is_blurred(world: World) -> None:
    release = world.draft()
    photo = attach(world, release)
    photo = answered(world, photo, "staff", "")
    prepare(release, at=world.tick())
    photo.refresh_from_db()

    plain = rendered(world, world.draft())
    plain.faces.all().delete()
    with photo.file.open("rb") as file:
        bare = {made.name: made for made in images.renditions(file.read())}
    shown = Image.open(BytesIO(bare["480.jpg"].content)).convert("RGB")
    assert pixels(photo, LEFT) == shown.crop(LEFT.pixels(*shown.size)).tobytes()
    assert pixels(photo, RIGHT) != shown.crop(RIGHT.pixels(*shown.size)).tobytes()


@pytest.mark.usefixtures("two_found")
def test_where_children_live_faces_are_blurred_without_being_asked_for(world: World) -> None:
    release = world.draft(facility=world.lpka)
    photo = unsearched_by(world, release)
    faces.search(photo.pk, at=world.tick())

    actions.submit(release, by=world.regional, at=world.tick())

    assert [face["answer"] for face in entry(world, release)["faces"]] == ["", ""]


@pytest.mark.usefixtures("two_found")
def test_a_child_is_never_shown_by_consent(world: World) -> None:
    release = world.draft(facility=world.lpka)
    photo = unsearched_by(world, release)
    faces.search(photo.pk, at=world.tick())
    consent = consent_of(world, world.lpka)
    first = photo.faces.kept()[0]
    marks = [Mark(first.pk, first.box, "consent", consent.pk)]
    actions.mark_faces(photo, marks, by=world.regional, at=world.tick())

    with pytest.raises(refusals.Blocked) as blocked:
        actions.submit(release, by=world.regional, at=world.tick())
    assert [one.rule for one in blocked.value.findings] == ["faces_of_children"]


def unsearched_by(world: World, release: Release) -> Photo:
    """A photo attached by the release's own author."""
    writer, world.writer = world.writer, release.author
    photo = unsearched(world, release)
    world.writer = writer
    return photo


def consent_of(world: World, facility: Any, **changes: Any) -> Consent:
    """A consent to show a face, given at that facility."""
    fields = {"for_face": True, "given_date": world.at.date(), **changes}
    consent = Consent(facility=facility, recorded_by=world.regional, recorded_at=world.at, **fields)
    consent.name = "Orang Uji"
    consent.save()
    return consent


@pytest.mark.usefixtures("two_found")
def test_a_face_is_shown_by_a_valid_consent_of_its_own_facility_only(world: World) -> None:
    release = world.draft()
    photo = attach(world, release)
    face = photo.faces.kept()[0]
    ended = {"withdrawn_at": world.at, "withdrawn_by": world.regional}
    for consent in (
        consent_of(world, world.far),
        consent_of(world, world.lapas, for_face=False, for_name=True),
        consent_of(world, world.lapas, **ended),
        None,
    ):
        mark = Mark(face.pk, face.box, "consent", consent.pk if consent else None)
        with pytest.raises(refusals.ConsentMissing):
            actions.mark_faces(photo, [mark], by=world.writer, at=world.tick())


@pytest.mark.usefixtures("two_found")
def test_a_consent_that_ends_leaves_the_face_without_an_answer(world: World) -> None:
    release = world.draft()
    photo = attach(world, release)
    consent = consent_of(world, world.lapas)
    marks = [Mark(face.pk, face.box, "consent", consent.pk) for face in photo.faces.kept()]
    actions.mark_faces(photo, marks, by=world.writer, at=world.tick())
    actions.submit(release, by=world.writer, at=world.tick())
    actions.recall(release, by=world.writer, at=world.tick())
    Consent.objects.update(withdrawn_at=world.at, withdrawn_by=world.regional)

    assert blocked_by(world, release) == ["faces_unanswered"]


@pytest.mark.usefixtures("two_found")
@pytest.mark.parametrize(
    ("moved", "told"),
    [
        (Box(0.14, 0.24, 0.2, 0.3), 0),
        (Box(0.1, 0.2, 0.05, 0.05), 1),  # a corner of the face
        (Box(0.1, 0.7, 0.2, 0.3), 1),
    ],
)
def test_a_box_moved_off_a_found_face_counts_as_taken_away(
    world: World, moved: Box, told: int
) -> None:
    release = world.draft()
    photo = attach(world, release)
    face = photo.faces.kept().order_by("x")[0]
    mark = Mark(face.pk, moved, "blur")
    actions.mark_faces(photo, [mark], by=world.writer, at=world.tick())
    one = entry(world, release)
    assert one["dismissed"] == told
    blurred = [face["box"] for face in one["faces"] if face["answer"] == "blur"]
    assert blurred == [[moved.x, moved.y, moved.width, moved.height]]


def test_boxes_are_added_moved_and_taken_away_in_one_edit(world: World) -> None:
    release = world.draft()
    photo = attach(world, release)
    actions.mark_faces(
        photo,
        [Mark(None, LEFT, "blur"), Mark(None, RIGHT, "staff")],
        by=world.writer,
        at=world.tick(),
    )
    left, right = photo.faces.kept()
    before = world.newest(release).number
    marks = [Mark(left.pk, Box(0.3, 0.3, 0.1, 0.1), "blur"), Mark(right.pk, None)]
    actions.mark_faces(photo, marks, by=world.writer, at=world.tick())

    assert entry(world, release)["faces"] == [{"box": [0.3, 0.3, 0.1, 0.1], "answer": "blur"}]
    assert world.newest(release).number == before + 1
    with pytest.raises(refusals.FaceGone):
        actions.mark_faces(
            photo, [Mark(right.pk, RIGHT, "staff")], by=world.writer, at=world.tick()
        )


def test_saying_the_same_again_is_no_edit(world: World) -> None:
    release = world.draft()
    photo = attach(world, release)
    actions.mark_faces(photo, [Mark(None, LEFT, "blur")], by=world.writer, at=world.tick())
    face, before = photo.faces.get(), world.newest(release).number

    actions.mark_faces(photo, [Mark(face.pk, LEFT, "blur")], by=world.writer, at=world.tick())

    assert world.newest(release).number == before


def test_a_box_over_the_edge_is_kept_inside(world: World) -> None:
    photo = attach(world, world.draft())
    wild = [Box(-0.5, 0.9, 0.7, 0.9), Box(2, 2, 1, 1), Box(0.5, 0.5, 0, 0), Box(0, 0, 9, 9)]
    marks = [Mark(None, box, "blur") for box in wild]
    actions.mark_faces(photo, marks, by=world.writer, at=world.tick())

    for face in photo.faces.all():
        assert face.width > 0
        assert face.height > 0
        assert face.x + face.width <= 1
        assert face.y + face.height <= 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"x": "0.9", "width": "0.2"},
        {"width": 0},
        {"answer": "consent"},
        {"answer": "blur"},
        {"source": "guess"},
    ],
)
def test_the_database_refuses_impossible_faces(world: World, wrong: dict[str, Any]) -> None:
    photo = attach(world, world.draft())
    fields = {"x": "0.1", "y": "0.1", "width": "0.1", "height": "0.1", "source": "person"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Face.objects.create(photo=photo, **{**fields, **wrong})


def test_only_those_who_may_write_there_mark_faces(world: World) -> None:
    release = world.draft()
    photo = attach(world, release)
    for deed in (
        lambda: actions.mark_faces(photo, [], by=world.outsider, at=world.tick()),
        lambda: actions.answer_all(release, "staff", by=world.outsider, at=world.tick()),
        lambda: actions.see_lettering(photo, by=world.outsider, at=world.tick()),
        lambda: actions.confirm_faces(photo, by=world.outsider, at=world.tick()),
    ):
        with pytest.raises(refusals.OutOfScope):
            deed()


def test_an_answer_after_approval_voids_it(world: World) -> None:
    release = world.draft()
    photo = rendered(world, release)
    actions.submit(release, by=world.writer, at=world.tick())
    world.approve(release)

    actions.mark_faces(photo, [Mark(None, LEFT, "blur")], by=world.writer, at=world.tick())

    release.refresh_from_db()
    assert (release.status, release.approved_revision) == ("draft", None)


def test_what_was_found_meanwhile_does_not_stand_in_a_writers_way(world: World) -> None:
    release = world.draft()
    photo = unsearched(world, release)
    opened = world.newest(release).number
    faces.search(photo.pk, at=world.tick())
    assert world.newest(release).number > opened

    fields = {"headline": "Judul lain"}
    actions.revise(release, by=world.writer, at=world.tick(), fields=fields, base=opened)

    with pytest.raises(refusals.RevisionMoved):
        actions.revise(release, by=world.writer, at=world.tick(), fields=fields, base=opened)


def test_a_search_is_made_once(world: World) -> None:
    photo = unsearched(world, world.draft())
    assert faces.search(photo.pk, at=world.tick())
    assert not faces.search(photo.pk, at=world.tick() + faces.LEASE)


def test_progress_is_noted_while_the_search_runs(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = unsearched(world, world.draft())
    seen = []

    def slow(master: bytes, progress: Any = None, **_: Any) -> list[Box]:
        for share in (0.01, 0.5, 1.0):
            progress(share)
            seen.append(Photo.objects.get().faces_progress)
        return []

    monkeypatch.setattr(images, "faces", slow)
    faces.search(photo.pk, at=world.tick())

    assert seen == sorted(seen)
    assert seen[0] < 50 > seen[1] - 10
    assert Photo.objects.get().faces_progress == 100


def test_a_search_whose_worker_was_killed_is_taken_over(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = unsearched(world, world.draft())

    def killed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(images, "faces", killed)
        with pytest.raises(KeyboardInterrupt):
            faces.search(photo.pk, at=world.at)

    assert not faces.search(photo.pk, at=world.at + faces.LEASE / 2)
    assert faces.search(photo.pk, at=world.at + faces.LEASE)


@pytest.mark.usefixtures("two_found")
def test_a_worker_that_lost_its_lease_writes_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = unsearched(world, world.draft())
    look = faces._look

    def slow(photo: Photo, until: Any) -> Any:
        monkeypatch.setattr(faces, "_look", look)
        assert faces.search(photo.pk, at=world.at + faces.LEASE)
        return look(photo, until)

    monkeypatch.setattr(faces, "_look", slow)

    assert not faces.search(photo.pk, at=world.at)
    assert photo.faces.count() == 2


@pytest.mark.usefixtures("two_found")
def test_a_face_somebody_marked_meanwhile_is_not_doubled(world: World) -> None:
    photo = unsearched(world, world.draft())
    near = Box(0.11, 0.21, 0.2, 0.3)
    actions.mark_faces(photo, [Mark(None, near, "staff")], by=world.writer, at=world.tick())
    faces.search(photo.pk, at=world.tick())

    assert [face.answer for face in photo.faces.kept()] == ["", "staff"]


def test_a_search_that_never_succeeds_asks_a_person_to_look(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = world.draft()
    photo = unsearched(world, release)

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("the engine is ill")

    monkeypatch.setattr(images, "faces", broken)
    at = world.at
    for _try in range(TRIES_MOST + 2):
        assert not faces.search(photo.pk, at=at)
        at += faces.PATIENCE
    with pytest.raises(refusals.SearchGoesOn):
        actions.confirm_faces(photo, by=world.writer, at=at)

    assert faces.give_up(at=at) == 1
    assert faces.give_up(at=at) == 0
    photo.refresh_from_db()
    assert photo.faces_tries == TRIES_MOST
    assert entry(world, release)["given_up"]
    assert not faces.search(photo.pk, at=at + timedelta(days=1))
    assert not photos.render(photo.pk, at=at)
    assert blocked_by(world, release) == ["faces_not_searched"]

    actions.mark_faces(photo, [Mark(None, LEFT, "blur")], by=world.writer, at=at)
    actions.confirm_faces(photo, by=world.writer, at=at)
    assert entry(world, release)["detector"] == ""
    assert photos.render(photo.pk, at=at)
    actions.submit(release, by=world.writer, at=at)


def test_the_sweep_searches_texts_being_written_only(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[int] = []
    monkeypatch.setattr(tasks.search_photo, "delay", rung.append)
    owed = unsearched(world, world.draft())
    done = attach(world, world.draft())
    left = unsearched(world, world.draft())
    actions.spike(left.release, by=world.writer, at=world.tick())
    Photo.objects.filter(pk=done.pk).update(faces_due_at=world.at)

    assert tasks.search_photos() == 1
    assert rung == [owed.pk]


def test_a_finished_search_rings_for_the_files(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[int] = []
    monkeypatch.setattr(tasks.render_photo, "delay", rung.append)
    photo = unsearched(world, world.draft())

    assert tasks.search_photo(photo.pk)
    assert rung == [photo.pk]


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("two_found")
def test_workers_at_the_same_moment_search_once(world: World) -> None:
    photo = unsearched(world, world.draft())
    done = side_by_side(*[lambda: faces.search(photo.pk, at=world.at)] * 4)
    assert sorted(done) == [False, False, False, True]
    assert photo.faces.count() == 2


def test_words_in_a_caption_are_in_the_files_once_they_are_made_again(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    release = world.draft()
    photo = rendered(world, release)
    before = {row.file.name for row in photo.renditions.all()}
    words = actions.Words("Keterangan baru sekali", photo.credit, photo.alt)
    actions.describe(photo, words, by=world.writer, at=world.tick())
    photo.refresh_from_db()
    assert photo.rendered_at is None
    assert photo.is_showable, "the boxes are the same, so the desk may go on showing the file"

    with django_capture_on_commit_callbacks(execute=True):
        prepare(release, at=world.tick())

    photo.refresh_from_db()
    assert photo.rendered_at == world.at
    folder = photo.file.name.partition("/")[0]
    lying = {f"{folder}/{name}" for name in photo.file.storage.listdir(folder)[1]}
    assert lying == {row.file.name for row in photo.renditions.all()} | {photo.file.name}
    for row in photo.renditions.all():
        with row.file.open("rb") as file:
            assert b"Keterangan baru sekali" in file.read()
    assert before.isdisjoint({row.file.name for row in photo.renditions.all()})


def test_files_made_for_older_boxes_are_not_shown_at_the_desk(world: World) -> None:
    photo = rendered(world, world.draft())
    actions.mark_faces(photo, [Mark(None, LEFT, "blur")], by=world.writer, at=world.tick())
    photo.refresh_from_db()
    assert not photo.is_showable


def test_an_edit_while_files_are_made_has_them_made_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = world.draft()
    photo = attach(world, release)
    write = photos._write_files

    def interrupted(one: Photo, made: list[Rendition]) -> str:
        key = write(one, made)
        actions.mark_faces(photo, [Mark(None, LEFT, "blur")], by=world.writer, at=world.tick())
        return key

    monkeypatch.setattr(photos, "_write_files", interrupted)
    assert not photos.render(photo.pk, at=world.at)
    monkeypatch.undo()
    assert not Rendition.objects.exists()

    assert photos.render(photo.pk, at=world.tick())


def test_letters_in_a_photo_are_a_question_and_stop_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "lettering", lambda master: [LEFT])
    release = world.draft()
    photo = attach(world, release)
    assert (entry(world, release)["lettering"], entry(world, release)["lettering_seen"]) == (
        1,
        False,
    )
    actions.submit(release, by=world.writer, at=world.tick())
    actions.see_lettering(photo, by=world.writer, at=world.tick())

    assert entry(world, release)["lettering_seen"]
    photo.refresh_from_db()
    assert photo.lettering_seen_by == world.writer


def test_a_photo_taken_out_while_its_files_are_made_gets_none(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = attach(world, world.draft())
    write = photos._write_files

    def meanwhile(one: Photo, made: list[Rendition]) -> str:
        actions.remove(one, by=world.writer, at=world.tick())
        return write(one, made)

    monkeypatch.setattr(photos, "_write_files", meanwhile)
    assert not photos.render(photo.pk, at=world.at)
    assert not Rendition.objects.exists()
