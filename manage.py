#!/usr/bin/env python3
"""Run a command of the newsroom, in an environment that this file finds or makes.

Where the running Python has what the newsroom needs (an active environment, a container), the
command runs there. Otherwise it runs in .venv beside this file, which is made from the hashed
requirements first, and renewed whenever these change. The syntax stays readable to Python 3.6, so
that an old one can at least say what is missing; hence the quoted types.
"""

import hashlib
import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator  # noqa: UP035  (old Pythons read this line too)

try:
    import fcntl
except ImportError:
    sys.exit("WartaPas berjalan di Linux, macOS, atau WSL. Di Windows: pasang WSL lebih dahulu.")

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
#: Name and sha256 of each requirements file that was installed; absent: somebody else's .venv.
INSTALLED = VENV / "wartapas-installed.json"
OLDEST, NEWEST = (3, 11), (3, 13)
RUNTIME, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"
#: One telling module of each kind; a name of a later dependency need not be added here.
MODULES = {
    RUNTIME: ["django", "celery", "allauth", "unfold", "nh3", "whitenoise"],
    DEVELOPMENT: ["pytest", "pytest_django", "mypy", "ruff", "importlinter"],
}
#: Set while re-executing: an environment that still does not suit must not go round for ever.
GUARD = "WARTAPAS_REEXECUTED"
VERSION_PROBE = "import sys, venv, ensurepip; print(list(sys.version_info[:2]))"


def say(text: str) -> None:
    """Progress goes to stderr: a command's own output stays clean."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def requirements_of(command: str) -> str:
    """The requirements file that a command needs."""
    return DEVELOPMENT if command == "test" else RUNTIME


def modules_of(requirements: str) -> "list[str]":
    """The modules whose presence tells that a requirements file is installed."""
    return MODULES[RUNTIME] + (MODULES[DEVELOPMENT] if requirements == DEVELOPMENT else [])


def suits(major: int, minor: int) -> bool:
    """Whether the newsroom supports this Python."""
    return OLDEST <= (major, minor) <= NEWEST


def missing_modules(requirements: str) -> "list[str]":
    """Modules the running Python lacks; a Django of another series counts as lacking."""
    missing = [name for name in modules_of(requirements) if importlib.util.find_spec(name) is None]
    if "django" not in missing and importlib.import_module("django").VERSION[:2] != (5, 2):
        missing.append("django 5.2")
    return missing


def digest_of(requirements: str) -> str:
    """The sha256 of a requirements file."""
    return hashlib.sha256((HERE / requirements).read_bytes()).hexdigest()


def installed() -> "dict[str, str]":
    """What this file has installed in .venv; empty where it made none or was interrupted."""
    try:
        kept = json.loads(INSTALLED.read_text())
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def is_current(requirements: str) -> bool:
    """Whether .venv holds this very requirements file, or is not ours to keep current."""
    return not INSTALLED.exists() or installed().get(requirements) == digest_of(requirements)


def ready_here(requirements: str) -> bool:
    """Whether the command can run in this very process."""
    if not suits(*sys.version_info[:2]) or missing_modules(requirements):
        return False
    in_venv = Path(sys.prefix).resolve() == VENV.resolve()
    return not in_venv or is_current(requirements)


def ready_there(requirements: str) -> bool:
    """Whether .venv can run the command."""
    if not VENV_PYTHON.exists() or not is_current(requirements):
        return False
    probe = (
        f"import sys; sys.path.insert(0, {str(HERE)!r}); import manage; ready = manage.suits("
        f"*sys.version_info[:2]) and not manage.missing_modules({requirements!r}); "
        "sys.exit(not ready)"
    )
    return subprocess.call([str(VENV_PYTHON), "-c", probe]) == 0


def choose_python(*, needs_ensurepip: bool = True) -> str:
    """The Python to make .venv with: the running one, else the newest suitable one on PATH."""
    running = os.path.realpath(sys.executable)  # not the .venv that is about to be renewed
    names = [running, "python3.13", "python3.12", "python3.11", "python3", "python"]
    probe = VERSION_PROBE if needs_ensurepip else VERSION_PROBE.replace(", venv, ensurepip", "")
    for name in names:
        try:
            answer = subprocess.check_output([name, "-c", probe], stderr=subprocess.DEVNULL)
        except (OSError, subprocess.CalledProcessError):
            continue  # absent, a shim without its Python, or one without ensurepip
        if suits(*json.loads(answer.decode())):
            return shutil.which(name) or name
    return sys.exit(no_python_advice())


def no_python_advice() -> str:
    """Why no Python could be chosen, and what to do about it."""
    if suits(*sys.version_info[:2]):
        return (
            "Python ini tidak membawa modul venv/ensurepip. "
            "Di Debian atau Ubuntu: sudo apt install python3-venv, lalu ulangi perintah ini."
        )
    found = ".".join(str(number) for number in sys.version_info[:2])
    return (
        f"WartaPas membutuhkan Python 3.11, 3.12, atau 3.13; yang ditemukan Python {found}. "
        "Pasang salah satunya dari python.org atau paket sistem Anda, lalu ulangi perintah ini."
    )


@contextmanager
def held(path: Path) -> "Iterator[None]":
    """Hold a lock file: of several starts at once one prepares and the others wait."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Proses lain sedang menyiapkan .venv; menunggu ...")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def install_with_uv(uv: str, requirements: str) -> bool:
    """Make .venv and fill it with uv, which shows its own progress."""
    python = choose_python(needs_ensurepip=False)
    make = [uv, "venv", "--quiet", "--allow-existing", "--python", python, str(VENV)]
    fill = [uv, "pip", "install", "--python", str(VENV_PYTHON), "--require-hashes"]
    return (
        subprocess.call(make) == 0 and subprocess.call([*fill, "-r", str(HERE / requirements)]) == 0
    )


def install_with_pip(requirements: str) -> bool:
    """Make .venv and fill it with pip, one line of progress a package."""
    if subprocess.call([choose_python(), "-m", "venv", str(VENV)]) != 0:
        return False
    count = sum("==" in line for line in (HERE / requirements).read_text().splitlines())
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    command = [str(VENV_PYTHON), "-m", "pip", "install", *options, "--require-hashes", "-r"]
    return follow_pip([*command, str(HERE / requirements)], count)


def follow_pip(command: "list[str]", count: int) -> bool:
    """Run pip, turning its lines into progress; what it says of errors is shown."""
    begin, end = ("\r\033[K", "") if sys.stderr.isatty() else ("", "\n")
    done = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as pip:
        for raw in pip.stdout or []:
            line = raw.decode(errors="replace").strip()
            if line.startswith(("Collecting ", "Processing ")):
                done += 1
                sys.stderr.write(f"{begin}  [{done}/{count}] {Path(line.split()[1]).name}{end}")
            elif line.startswith("Installing collected"):
                sys.stderr.write(f"{begin}  memasang {count} pustaka ...{end}")
            elif line.startswith("ERROR"):
                sys.stderr.write(f"{begin}  {line}\n")
            sys.stderr.flush()
    sys.stderr.write(begin)
    return pip.returncode == 0


def prepare(requirements: str) -> None:
    """Make or renew .venv; returns once the requirements are in it, else ends with the reason."""
    VENV.mkdir(exist_ok=True)
    with held(VENV / "wartapas.lock"):
        if ready_there(requirements):
            return  # somebody else did it while we waited
        say(f"Menyiapkan lingkungan Python di .venv ({requirements}); sekali saja ...")
        kept = installed()
        INSTALLED.write_text("{}")  # an interrupted installation must be seen as one
        uv = shutil.which("uv")
        if not (uv and install_with_uv(uv, requirements)) and not install_with_pip(requirements):
            sys.exit(
                "Pustaka tidak dapat dipasang. Periksa sambungan internet dan pengaturan indeks "
                "pip Anda, lalu ulangi perintah ini; yang sudah terpasang tidak diulang."
            )
        INSTALLED.write_text(json.dumps({**kept, requirements: digest_of(requirements)}))
        say("Lingkungan siap.")


def enter_venv(requirements: str) -> None:
    """Go on in .venv; does not return."""
    if os.environ.get(GUARD):
        sys.exit("Lingkungan .venv tidak dapat dipakai. Hapus folder .venv lalu ulangi perintah.")
    if not ready_there(requirements):
        prepare(requirements)
    os.environ[GUARD] = "1"
    sys.stderr.flush()
    os.execv(str(VENV_PYTHON), [str(VENV_PYTHON), *sys.argv])  # noqa: S606  (our own interpreter)


def main() -> None:
    """Run the command here, or in .venv."""
    requirements = requirements_of(sys.argv[1] if len(sys.argv) > 1 else "help")
    if not ready_here(requirements):
        enter_venv(requirements)
    os.environ.pop(GUARD, None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    # Not imported above: this file must also run where there is no Django.
    importlib.import_module("django.core.management").execute_from_command_line(sys.argv)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
