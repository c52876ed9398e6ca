"""A demo of its own for a test: fresh folder, free ports, ended with the test."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
from pathlib import Path

from django.conf import settings

MANAGE = str(settings.BASE_DIR / "manage.py")


def free_ports(count: int) -> list[int]:
    """Ports that nobody has."""
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


def environment(var: Path) -> dict[str, str]:
    """The embedded default, whatever services these tests run on."""
    services = {"DATABASE_URL", "REDIS_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    kept = {name: value for name, value in os.environ.items() if name not in services}
    return {**kept, "WARTAPAS_MODE": "local", "WARTAPAS_VAR": str(var)}


def get(port: int, path: str) -> tuple[int, str]:
    """What a browser would get."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, text


class Demo:
    """A running demo."""

    def __init__(self, var: Path, *options: str) -> None:
        self.var = var
        self.port, self.outlet_port = free_ports(2)
        ports = ["--port", str(self.port), "--outlet-port", str(self.outlet_port)]
        self.process = subprocess.Popen(
            [sys.executable, MANAGE, "demo", *ports, *options],
            env=environment(var),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.output = ""

    def wait_until_ready(self) -> str:
        """What it printed until it was ready."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if "Ctrl-C" in line:
                return self.output
        raise AssertionError(self.output)

    def end(self, number: int) -> int:
        """Send a signal, wait, and return the exit status."""
        self.process.send_signal(number)
        self.output += self.process.communicate(timeout=30)[0]
        return self.process.returncode

    def programs(self) -> list[str]:
        """Command lines of all programs that were started for this demo's folder."""
        mark = f"WARTAPAS_VAR={self.var}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if mark in (folder / "environ").read_bytes().split(b"\0"):
                    words = (folder / "cmdline").read_bytes().decode().replace("\0", " ")
                    found += [words] if words and "defunct" not in words else []
        return found
