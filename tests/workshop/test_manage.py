"""How manage.py finds or makes its environment."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import manage


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder in which .venv is to be made."""
    folder = tmp_path / ".venv"
    (tmp_path / "requirements.txt").write_text("one==1\n")
    monkeypatch.setattr(manage, "HERE", tmp_path)
    monkeypatch.setattr(manage, "VENV", folder)
    monkeypatch.setattr(manage, "VENV_PYTHON", folder / "bin" / "python")
    monkeypatch.setattr(manage, "INSTALLED", folder / "wartapas-installed.json")
    return folder


def program(folder: Path, name: str, script: str) -> Path:
    """An executable shell script."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("version", "suits"),
    [((3, 10), False), ((3, 11), True), ((3, 13), True), ((3, 14), False), ((2, 7), False)],
)
def test_supported_pythons(version: tuple[int, int], suits: bool) -> None:
    assert manage.suits(*version) is suits


@pytest.mark.parametrize(
    ("command", "file"),
    [("test", "requirements-dev.txt"), ("demo", "requirements.txt"), ("help", "requirements.txt")],
)
def test_only_the_checks_need_the_tools(command: str, file: str) -> None:
    assert manage.requirements_of(command) == file


def test_the_running_python_is_taken_where_it_suits() -> None:
    assert Path(manage.choose_python()) == Path(sys.executable).resolve()


def test_the_newest_suitable_python_on_path_is_taken_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = program(tmp_path, "old", "echo '[3, 8]'")
    program(tmp_path, "python3.13", "exit 1")  # a shim without its Python
    newest = program(tmp_path, "python3.12", "echo '[3, 12]'")
    program(tmp_path, "python3.11", "echo '[3, 11]'")
    monkeypatch.setattr(sys, "executable", str(old))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert manage.choose_python() == str(newest)


def test_without_a_suitable_python_one_line_says_which_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(program(tmp_path, "old", "echo '[3, 8]'")))
    monkeypatch.setattr(manage, "suits", lambda *version: False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match=r"^WartaPas membutuhkan Python 3\.11") as stop:
        manage.choose_python()
    assert "\n" not in str(stop.value)


def test_without_ensurepip_one_line_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(program(tmp_path, "bare", "exit 1")))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        manage.choose_python()


def test_an_environment_of_somebody_else_counts_as_current(venv: Path) -> None:
    venv.mkdir()
    assert manage.is_current("requirements.txt")


def test_a_changed_requirements_file_makes_the_environment_outdated(venv: Path) -> None:
    venv.mkdir()
    kept = {"requirements.txt": manage.digest_of("requirements.txt")}
    manage.INSTALLED.write_text(json.dumps(kept))
    assert manage.is_current("requirements.txt")
    (venv.parent / "requirements.txt").write_text("one==2\n")
    assert not manage.is_current("requirements.txt")


def test_an_interrupted_installation_is_done_again(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(requirements: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(manage, "install_with_pip", interrupted)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(KeyboardInterrupt):
        manage.prepare("requirements.txt")
    assert not manage.is_current("requirements.txt")


def test_a_failed_installation_ends_in_one_line(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manage, "install_with_pip", lambda requirements: False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit, match=r"^Pustaka tidak dapat dipasang.*ulangi perintah"):
        manage.prepare("requirements.txt")
    assert not manage.is_current("requirements.txt")


def test_uv_is_tried_first_and_pip_when_it_fails(
    venv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []
    monkeypatch.setattr(manage, "install_with_uv", lambda uv, file: tried.append("uv"))
    monkeypatch.setattr(manage, "install_with_pip", lambda file: tried.append("pip") or True)
    monkeypatch.setenv("PATH", str(program(tmp_path / "bin", "uv", "exit 0").parent))
    manage.prepare("requirements.txt")
    assert tried == ["uv", "pip"]
    assert manage.is_current("requirements.txt")


def test_of_two_starts_at_once_only_one_installs(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = []
    inside = threading.Event()

    def install(requirements: str) -> bool:
        inside.set()
        installed.append(requirements)
        return True

    monkeypatch.setattr(manage, "install_with_pip", install)
    monkeypatch.setattr(manage, "ready_there", lambda requirements: bool(installed))
    monkeypatch.setenv("PATH", "")
    starts = [threading.Thread(target=manage.prepare, args=["requirements.txt"]) for _ in range(2)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert installed == ["requirements.txt"]


def test_an_environment_that_never_suits_does_not_go_round(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(manage.GUARD, "1")
    with pytest.raises(SystemExit, match=r"Hapus folder \.venv"):
        manage.enter_venv("requirements.txt")


def test_pip_lines_become_progress(capfd: pytest.CaptureFixture[str]) -> None:
    lines = "Collecting one==1 (from -r x)\\nWARNING: noise\\nERROR: no such thing"
    worked = manage.follow_pip([sys.executable, "-c", f"print('{lines}'); raise SystemExit(1)"], 3)
    said = capfd.readouterr().err
    assert not worked
    assert "[1/3] one==1" in said
    assert "ERROR: no such thing" in said
    assert "noise" not in said


def test_old_pythons_can_at_least_read_it() -> None:
    tree = compile(Path(manage.__file__).read_text(), "manage.py", "exec", dont_inherit=True)
    assert tree
    # Walrus, match, "X | Y" at run time and the like came after 3.6.
    code = "import ast, sys; ast.parse(open(sys.argv[1]).read(), feature_version=(3, 6))"
    command = [sys.executable, "-W", "error", "-c", code, manage.__file__]
    assert subprocess.run(command, check=False).returncode == 0
