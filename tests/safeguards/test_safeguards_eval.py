"""manage.py safeguards_eval: labelled cases in, recall and false stops out; without a database."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from newsroom.safeguards import Finding, Group, Level, Matter
from newsroom.safeguards.evaluation import Judged
from newsroom.safeguards.labelled import BadCase, read_case

NIK = "6271011203900001"


def write(tmp_path: Path, *cases: dict[str, Any] | str) -> Path:
    """A file with one case a line; texts stand there as they are."""
    path = tmp_path / "kasus.jsonl"
    lines = (one if isinstance(one, str) else json.dumps(one) for one in cases)
    path.write_text("\n".join(lines) + "\n")
    return path


def case(name: str, body: str = "", **more: Any) -> dict[str, Any]:
    """A case with little in it."""
    return {"id": name, "story": {"body": f"<p>{body}</p>"}, **more}


def run(path: Path, *options: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command prints."""
    call_command("safeguards_eval", str(path), *options)
    return capsys.readouterr().out


def test_what_is_expected_and_found_counts_as_recall(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(
        tmp_path,
        case("k-1", f"NIK {NIK}", expect={"personal": "block"}),
        case("k-2", "Tidak ada apa-apa.", expect={"personal": "block"}),
        case("k-3", "Apel pagi berjalan tertib.", expect={}),
    )
    out = run(path, capsys=capsys)
    row = next(line.split() for line in out.splitlines() if line.startswith("personal"))
    assert row[1:4] == ["2", "1", "50.0"]
    assert "0/1 (0.0 %)" in out
    assert "k-2" in out
    assert "k-1" not in out
    assert "k-3" not in out


def test_a_story_that_should_pass_and_does_not_is_named_with_its_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(write(tmp_path, case("k-1", f"Nomor {NIK}.", expect={})), capsys=capsys)
    line = next(line for line in out.splitlines() if "k-1" in line)
    assert "identity_numbers block body" in line
    assert "1/1 (100.0 %)" in out


def test_a_stronger_finding_than_expected_is_found_and_a_weaker_one_is_missed() -> None:
    def judged(level: Level) -> Judged:
        wanted = read_case(b'{"expect": {"personal": "sign_off"}}')
        return Judged(wanted, (Finding("aturan", Group.PERSONAL, level, "body", ""),), 1.0)

    assert not judged(Level.BLOCK).missed(Group.PERSONAL)
    assert not judged(Level.SIGN_OFF).missed(Group.PERSONAL)
    assert judged(Level.WARNING).missed(Group.PERSONAL)


def test_json_prints_one_object_a_case_with_every_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, case("k-1", f"NIK {NIK} dicatat."), case("k-2", "Bersih."))
    first, second = (json.loads(line) for line in run(path, "--json", capsys=capsys).splitlines())
    finding = next(one for one in first["findings"] if one["group"] == "personal")
    assert (first["id"], first["found"]["personal"]) == ("k-1", "block")
    assert (finding["place"], finding["start"], finding["end"]) == ("body", 4, 20)
    assert finding["excerpt"] == NIK
    assert set(finding) == {
        *("group", "rule", "level", "place", "start", "end", "excerpt", "reason", "source"),
        "replacements",
    }
    assert second["found"].keys() & {"personal", "security", "child"} == set()
    assert first["milliseconds"] > 0


def test_lines_that_cannot_be_read_are_named_and_the_others_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "bukan json", "", "[]", case("k-1", f"NIK {NIK}"))
    with pytest.raises(CommandError, match="2"):
        call_command("safeguards_eval", str(path), "--json")
    told = capsys.readouterr()
    assert f"{path}:1:" in told.err
    assert f"{path}:3:" in told.err
    assert json.loads(told.out)["id"] == "k-1"


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: Any) -> None:
    with pytest.raises(CommandError):
        call_command("safeguards_eval", str(tmp_path / "tiada.jsonl"))
    assert "tiada.jsonl" in capsys.readouterr().err


def test_every_field_of_a_case_is_judged() -> None:
    told = {
        "id": "k-1",
        "event_date": "2026-05-04",
        "story": {
            "headline": "judul",
            "lead": "teras",
            "body": "<p>isi &amp; <b>tubuh</b></p>",
            "ednote": "catatan",
            "topics": ["topik"],
            "slug": "siput",
            "photos": [{"file_name": "f.jpg", "caption": "ket", "alt": "ganti", "credit": "oleh"}],
            "attachments": [{"file_name": "l.pdf", "text": "lampiran"}],
        },
        "people": [{"name": "Nama", "part": "official", "age": None, "consent": False}],
        "expect": {"child": "block", "day": "sign_off"},
    }
    read = read_case(json.dumps(told).encode())
    assert {one.place: one.text for one in read.fields} == {
        "headline": "judul",
        "lead": "teras",
        "body": "isi & tubuh",
        "ednote": "catatan",
        "slug": "siput",
        "topics.0": "topik",
        "photos.0.caption": "ket",
        "photos.0.credit": "oleh",
        "photos.0.alt": "ganti",
        "photos.0.file_name": "f.jpg",
        "attachments.0.file_name": "l.pdf",
        "attachments.0.text": "lampiran",
    }
    assert read.expect == {Group.CHILD: Level.BLOCK, Group.DAY: Level.SIGN_OFF}
    matter = read.matter(None)
    assert matter.today == matter.event_date
    assert [one.name for one in matter.people] == ["Nama"]
    assert not matter.parts_asked


def test_what_a_case_leaves_out_is_empty() -> None:
    read = read_case(b"{}")
    assert (read.name, read.facility, read.event_date, read.people) == ("", "", None, ())
    assert {one.text for one in read.fields} == {""}


def test_a_facility_for_children_opens_the_gate_even_where_it_is_not_registered() -> None:
    assert read_case(b'{"facility": "LPKA Kelas II Antah Berantah"}').matter(None).for_children
    assert not read_case(b'{"facility": "Lapas Kelas I Cipinang"}').matter(None).for_children


def test_half_a_character_is_judged_and_printed_like_any_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, '{"id": "k-1", "story": {"body": "\\ud800 NIK 6271011203900001"}}')
    assert json.loads(run(path, "--json", capsys=capsys))["found"]["personal"] == "block"


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"id": 3}',
        b'{"story": []}',
        b'{"story": {"photos": ["a"]}}',
        b'{"story": {"topics": [1]}}',
        b'{"event_date": "4 Mei 2026"}',
        b'{"people": [{"name": "A", "part": "tetangga"}]}',
        b'{"people": [{"name": "A", "part": "child", "age": "tujuh"}]}',
        b'{"people": [{"name": "A", "part": "child", "consent": 1}]}',
        b'{"expect": {"photos": "block"}}',
        b'{"expect": {"child": "keras"}}',
    ],
)
def test_what_is_no_case_is_refused(line: bytes) -> None:
    with pytest.raises(BadCase):
        read_case(line)


def test_the_facility_is_known_from_the_registrys_files_and_an_unknown_one_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str | None] = []

    def look(matter: Matter) -> list[Finding]:
        seen.append(matter.known.name if matter.known else None)
        return []

    monkeypatch.setattr("newsroom.safeguards.management.commands.safeguards_eval.check", look)
    path = write(
        tmp_path,
        case("k-1", facility="LPKA Kelas II Palangka Raya", event_date="2026-05-04"),
        case("k-2", facility="Lapas Antah Berantah"),
        case("k-3"),
    )
    call_command("safeguards_eval", str(path), "--json")
    assert seen == ["LPKA Kelas II Palangka Raya", None, None]
    told = capsys.readouterr().err
    assert "k-2" in told
    assert "k-3" not in told
