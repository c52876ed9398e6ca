"""``manage.py test``: what it runs, what it counts, and when it says no."""

import sys
from pathlib import Path

import pytest

from newsroom.workshop import checks, inspection
from newsroom.workshop.checks import Check, every_check, pytest_check
from newsroom.workshop.inspection import Outcome, State, run
from newsroom.workshop.management.commands import test as command
from newsroom.workshop.tally import Tally, read_report

SUITE = """
import pytest
def test_good(): pass
def test_bad(): assert False
@pytest.mark.skip(reason="no bread")
def test_absent(): pass
@pytest.mark.xfail(reason="known")
def test_known(): assert False
@pytest.fixture
def broken(): raise RuntimeError
def test_error(broken): pass
"""


def suite(folder: Path, text: str) -> Check:
    """A check that runs pytest on a file of its own, away from the project's settings."""
    (folder / "pytest.ini").write_text("[pytest]\n")
    (folder / "test_suite.py").write_text(text)
    options = ["-p", "no:django", "-p", "no:randomly", "-c", str(folder / "pytest.ini")]
    return pytest_check("suite", [*options, str(folder / "test_suite.py")])


def test_counts_are_those_of_pytest(tmp_path: Path) -> None:
    outcome = run(suite(tmp_path, SUITE))
    assert outcome.state == State.FAILED
    assert str(outcome.tally) == "2 passed, 2 failed, 1 skipped"
    assert list(outcome.reasons) == ["1 x no bread"]


def test_a_run_that_finds_no_test_counts_as_skipped(tmp_path: Path) -> None:
    outcome = run(suite(tmp_path, "x = 1"))
    assert outcome.state == State.SKIPPED
    assert list(outcome.reasons) == ["1 x no tests"]


def test_a_run_of_passing_tests_is_ok(tmp_path: Path) -> None:
    assert run(suite(tmp_path, "def test_good(): pass")).state == State.OK


def test_a_missing_report_counts_nothing(tmp_path: Path) -> None:
    assert str(read_report(tmp_path / "absent.xml")) == "0 passed, 0 failed, 0 skipped"


def test_a_quiet_check_keeps_what_it_said() -> None:
    failing = Check("failing", ["-c", "import sys; print('what is wrong'); sys.exit(3)"])
    outcome = run(failing)
    assert outcome.state == State.FAILED
    assert "what is wrong" in outcome.output


def test_checks_do_not_see_the_settings_of_an_installation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("SECRET_KEY", "SITE_URL", "DATABASE_URL"):
        monkeypatch.setenv(name, "theirs")
    unit = checks.environment_of(Check("unit", []), tmp_path)
    static = checks.environment_of(Check("static", [], static=True), tmp_path)
    assert (unit.get("SECRET_KEY"), unit.get("DATABASE_URL")) == (None, "theirs")
    assert static.get("DATABASE_URL") is None
    assert unit["WARTAPAS_MODE"] == "test"


def test_deploy_check_runs_under_production_settings(tmp_path: Path) -> None:
    deploy = next(check for check in every_check() if check.name == "deploy")
    assert checks.environment_of(deploy, tmp_path)["WARTAPAS_MODE"] == "production"
    assert run(deploy).state == State.OK


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ([], [check.name for check in every_check()]),
        (["--without-static"], ["system", "unit", "road", "browser"]),
        (["tests/lib", "-k", "x"], ["pytest"]),
    ],
)
def test_arguments_choose_the_checks(arguments: list[str], names: list[str]) -> None:
    assert [check.name for check in command.chosen_checks(arguments)] == names


def outcome_with(state: State, tally: Tally) -> Outcome:
    return Outcome(Check("any", []), state, 1.0, tally)


def test_a_skip_is_trouble_only_where_nothing_may_be_skipped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    skipped = outcome_with(State.OK, Tally(passed=3, skipped=1))
    monkeypatch.delenv("WARTAPAS_NOTHING_SKIPPED", raising=False)
    assert not command.is_trouble(skipped)
    monkeypatch.setenv("WARTAPAS_NOTHING_SKIPPED", "1")
    assert command.is_trouble(skipped)
    assert not command.is_trouble(outcome_with(State.OK, Tally(passed=3)))


def test_summary_ends_with_the_counts_alone_and_a_failure_in_the_exit_status(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status = command.Command().inspect(
        [Check("quiet", ["-c", "pass"]), suite(tmp_path, "def test_bad(): assert 0")]
    )
    sys.stdout.flush()
    assert status == 1
    assert capsys.readouterr().out.splitlines()[-1] == "0 passed, 1 failed, 0 skipped"


def test_pytest_killed_before_its_report_is_a_failure() -> None:
    assert inspection.state_of(pytest_check("unit", []), -9, Tally()) == State.FAILED
