"""manage.py import_releases: files become drafts, or JSON with --dry-run."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from newsroom.contributors.models import Contributor
from newsroom.releases.models import Release, Transition
from tests.world import World

STORY = """Warga Binaan Panen Sayur

UJI DAMAI – Warga binaan Lapas Uji Damai memanen sayur di kebun lapas, Senin (4/5/2026). \
Hasilnya dibagikan ke dapur.

Panen berikutnya direncanakan pada bulan depan, kata petugas kebun. (rd/Humas Uji Damai)
"""


@pytest.fixture
def world(db: None) -> World:
    """Two regions, their facilities and people."""
    return World()


def _file(folder: Path, text: str | bytes, name: str = "kisah.txt") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _run(*arguments: object) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_releases", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_dry_run_writes_nothing_and_prints_one_json_a_file(world: World, tmp_path: Path) -> None:
    path, empty = _file(tmp_path, STORY), _file(tmp_path, "", "kosong.txt")
    out, _err = _run(path, empty, "--dry-run")
    first, second = map(json.loads, out.splitlines())
    assert first == {
        "file": str(path),
        "headline": "Warga Binaan Panen Sayur",
        "facility": "Lapas Kelas IIA Uji Damai",
        "facility_id": world.lapas.pk,
        "event_date": "2026-05-04",
        "dateline_place": "Uji Damai",
        "bylines": ["rd", "Humas Uji Damai"],
        "paragraphs": [
            "Warga binaan Lapas Uji Damai memanen sayur di kebun lapas, Senin (4/5/2026). "
            "Hasilnya dibagikan ke dapur.",
            "Panen berikutnya direncanakan pada bulan depan, kata petugas kebun.",
        ],
        "missing": [],
    }
    assert (second["facility"], second["event_date"], len(second["missing"])) == (None, None, 6)
    assert (Release.objects.count(), Contributor.objects.count()) == (0, 1)


def test_import_makes_a_draft_with_its_signatures(world: World, tmp_path: Path) -> None:
    out, _err = _run(_file(tmp_path, STORY), "--as", world.writer.email.upper())
    release = Release.objects.get()
    assert (release.author, release.facility, release.status) == (
        world.writer,
        world.lapas,
        "draft",
    )
    assert release.lead.startswith("Warga binaan Lapas Uji Damai memanen")
    assert release.body == (
        "<p>Panen berikutnya direncanakan pada bulan depan, kata petugas kebun.</p>"
    )
    bylines = {each.name: each.kind for each in release.contributors.all()}
    assert bylines == {"rd": "person", "Humas Uji Damai": "unit"}
    assert world.byline in release.contributors.all()
    assert str(release.pk) in out
    assert Transition.objects.get().step == "create"


def test_second_story_reuses_the_signature(world: World, tmp_path: Path) -> None:
    path = _file(tmp_path, STORY)
    _run(path, path, "--as", world.writer.email)
    assert (Release.objects.count(), Contributor.objects.filter(name="rd").count()) == (2, 1)


def test_file_without_facility_is_named_and_the_others_go_on(world: World, tmp_path: Path) -> None:
    lost = _file(tmp_path, STORY.replace("Lapas Uji Damai", "Lapas Uji Damei"), "lost.txt")
    err = StringIO()
    with pytest.raises(CommandError):
        call_command(
            "import_releases",
            str(lost),
            str(tmp_path / "absent.txt"),
            str(_file(tmp_path, b"PK\x03\x04", "kisah.docx")),
            str(_file(tmp_path, STORY)),
            "--as",
            world.writer.email,
            stdout=StringIO(),
            stderr=err,
        )
    said = err.getvalue()
    assert "Lapas Kelas IIA Uji Damai" in said
    assert all(name in said for name in ("lost.txt", "absent.txt", "kisah.docx"))
    assert Release.objects.count() == 1


def test_facility_out_of_scope_is_refused_in_words(world: World, tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        _run(_file(tmp_path, STORY), "--as", world.outsider.email)
    assert not Release.objects.exists()


@pytest.mark.parametrize("arguments", [[], ["--as", "siapa@uji.example"]])
def test_import_needs_somebody_to_write_for(
    world: World, tmp_path: Path, arguments: list[str]
) -> None:
    with pytest.raises(CommandError):
        _run(_file(tmp_path, STORY), *arguments)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encoding_of_the_file_does_not_matter(world: World, tmp_path: Path, encoding: str) -> None:
    out, _err = _run(_file(tmp_path, STORY.encode(encoding)), "--dry-run")
    assert json.loads(out)["dateline_place"] == "Uji Damai"


def test_empty_registry_is_replaced_by_its_files_for_a_dry_run(db: None, tmp_path: Path) -> None:
    path = _file(tmp_path, STORY.replace("Lapas Uji Damai", "Lapas Tobelo"))
    out, err = _run(path, "--dry-run")
    record = json.loads(out)
    assert (record["facility"], record["facility_id"]) == ("Lapas Kelas IIB Tobelo", None)
    assert err
    with pytest.raises(CommandError, match="load_facilities"):
        _run(path, "--as", "siapa@uji.example")
