"""Whoever has photos with labels can see how many faces we would miss."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from newsroom.lib import images
from newsroom.workshop.bench.search_once import search
from newsroom.workshop.labelled_faces import Labelled, compare
from newsroom.workshop.samples.portraits import place
from newsroom.workshop.samples.scenery import wall

Said = tuple[str, str]


def add(folder: Path, name: str, labels: object = None, **options: object) -> None:
    """A photo of two people with their labels, or with those told."""
    scene = place(wall(900, 600), [(80, 100, 260, 3), (520, 140, 260, 5)])
    scene.picture.save(folder / name, **options)
    text = labels if isinstance(labels, str) else json.dumps(labels or {"faces": scene.faces})
    (folder / name).with_suffix(".json").write_text(text)


def evaluate(folder: Path, *options: str) -> Said:
    """What the command says, and what it complains of."""
    out, complaints = io.StringIO(), io.StringIO()
    call_command("faces_eval", str(folder), *options, stdout=out, stderr=complaints)
    return out.getvalue(), complaints.getvalue()


def records(folder: Path) -> list[dict[str, object]]:
    """The objects of ``--json``."""
    return [json.loads(line) for line in evaluate(folder, "--json")[0].splitlines()]


def test_a_table_names_each_photo_and_the_sum(tmp_path: Path) -> None:
    add(tmp_path, "acara.jpg")
    add(tmp_path, "tamu.png", {"faces": [[1, 1, 30, 30]]})

    said, complaints = evaluate(tmp_path)
    rows = [line.split() for line in said.splitlines()]

    assert rows[1][:7] == ["acara.jpg", "2", "2", "100.0", "%", "100.0", "%"]
    assert rows[2][:7] == ["tamu.png", "1", "2", "0.0", "%", "0.0", "%"]
    assert rows[3][1:7] == ["3", "4", "66.7", "%", "50.0", "%"]
    assert images.ENGINES[0].version in said
    assert complaints == ""


def test_json_says_what_was_missed_and_what_was_extra(tmp_path: Path) -> None:
    add(tmp_path, "tamu.jpg", {"faces": [[90, 60, 90, 60]]})
    (one,) = records(tmp_path)

    assert one["photo"] == "tamu.jpg"
    assert (one["expected"], one["found"], one["hits"]) == (1, 2, 0)
    assert one["missed"] == [[0.1, 0.1, 0.1, 0.1]]
    assert len(one["extra"]) == 2  # type: ignore[arg-type]


def test_labels_speak_of_the_photo_as_it_is_shown_and_before_it_was_made_smaller(
    tmp_path: Path,
) -> None:
    scene = place(wall(900, 600), [(80, 100, 260, 3)])
    exif = Image.Exif()
    exif[0x0112] = 6
    stored = scene.picture.transpose(Image.Transpose.ROTATE_90)
    stored.save(tmp_path / "tegak.jpg", exif=exif)
    large = scene.picture.resize((3600, 2400))
    large.save(tmp_path / "besar.jpg")
    (tmp_path / "tegak.json").write_text(json.dumps({"faces": scene.faces}))
    bigger = [[side * 4 for side in face] for face in scene.faces]
    (tmp_path / "besar.json").write_text(json.dumps({"faces": bigger}))

    assert [one["hits"] for one in records(tmp_path)] == [1, 1]


@pytest.mark.parametrize(
    "labels",
    [
        "bukan json",
        "[" * 100_000,
        "[]",
        '{"faces": 3}',
        '{"faces": [[1, 2, 3]]}',
        '{"faces": [[1, 2, 3, "4"]]}',
        '{"faces": [[1, 2, 0, 4]]}',
        '{"faces": [[1, 2, NaN, 4]]}',
        '{"faces": [[1, 2, 1e400, 4]]}',
        '{"faces": [[true, 2, 3, 4]]}',
    ],
)
def test_broken_labels_are_named_and_the_rest_is_measured(tmp_path: Path, labels: str) -> None:
    add(tmp_path, "acara.jpg")
    add(tmp_path, "rusak.jpg", labels)

    said, complaints = evaluate(tmp_path)

    assert "acara.jpg" in said
    assert "rusak.jpg" not in said
    assert complaints.startswith("rusak: ")


def test_what_is_alone_or_no_photo_is_named(tmp_path: Path) -> None:
    add(tmp_path, "acara.jpg")
    (tmp_path / "hilang.json").write_text('{"faces": []}')
    Image.new("RGB", (300, 300)).save(tmp_path / "polos.jpg")
    (tmp_path / "palsu.jpg").write_bytes(b"bukan foto")
    (tmp_path / "palsu.json").write_text('{"faces": []}')
    (tmp_path / "catatan.txt").write_text("tidak dibaca")

    _said, complaints = evaluate(tmp_path)

    named = [line.partition(":")[0] for line in complaints.splitlines()]
    assert named == ["hilang", "palsu", "polos"]


def test_a_photo_of_nobody_without_finds_has_neither_recall_nor_precision(tmp_path: Path) -> None:
    wall(600, 400).save(tmp_path / "tembok.jpg")
    (tmp_path / "tembok.json").write_text('{"faces": []}')

    assert evaluate(tmp_path)[0].splitlines()[1].split()[:5] == ["tembok.jpg", "0", "0", "-", "-"]


@pytest.mark.parametrize("name", ["", "tidak-ada"])
def test_nothing_readable_is_a_failure(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError):
        evaluate(tmp_path / name)


def test_a_find_counts_once_and_a_box_over_everything_does_not() -> None:
    face = images.Box(0.1, 0.1, 0.1, 0.1)
    labelled = Labelled("satu.jpg", b"", (face,))

    twice = compare(labelled, [face, images.Box(0.11, 0.11, 0.1, 0.1)], seconds=1)
    whole = compare(labelled, [images.Box(0, 0, 1, 1)], seconds=1)
    head = compare(labelled, [images.Box(0.06, 0.06, 0.18, 0.18)], seconds=1)

    assert (twice.hits, twice.found) == (1, 2)
    assert (whole.hits, whole.found) == (0, 1)
    assert (head.hits, head.found) == (1, 1)


def test_the_bench_searches_a_photo_and_says_what_it_took(tmp_path: Path) -> None:
    add(tmp_path, "acara.jpg")
    figure = search(tmp_path / "acara.jpg")

    assert figure["faces"] == 2
    assert figure["seconds"] > 0
    assert figure["megabytes"] > 10
