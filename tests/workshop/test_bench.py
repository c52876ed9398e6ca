"""The bench measures what it says on a scratch that is gone afterwards; its timings are no test."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from newsroom.releases.models import Release
from newsroom.workshop.bench.filling import fill, gather
from newsroom.workshop.bench.illustrating import illustrate
from newsroom.workshop.bench.pages import measure_pages
from tests.running_demo import free_ports
from tests.world import NOW, World


@pytest.mark.worker
def test_one_table_comes_out_and_nothing_stays(tmp_path: Path) -> None:
    port = free_ports(1)[0]
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "bench"]
    sizes = ["--releases", "30", "--destinations", "3", "--port", str(port)]
    environment = {**os.environ, "WARTAPAS_MODE": "local", "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [*command, *sizes],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    for page in ("front", "release", "facility"):
        assert re.search(rf"^{page} +30 +[\d.]+ +\d+$", done.stdout, re.MULTILINE), done.stdout
    assert re.search(r" 3$", done.stdout, re.MULTILINE)
    for length in ("1,000", "10,000", "100,000"):
        assert re.search(rf" {length} .* [\d.]+$", done.stdout, re.MULTILINE), done.stdout
    assert re.search(r"12.mega.* \d+\.\d\d$", done.stdout, re.MULTILINE)
    assert connection.vendor in done.stdout
    assert list(tmp_path.glob("wartapas-bench-*")) == []


def test_the_generated_releases_are_pages_like_any_other(world: World, client: Client) -> None:
    fill(gather(), 5, until=NOW)
    illustrate(at=NOW)
    assert Release.objects.readable().count() == 5
    page = client.get(Release.objects.newest()[0].get_absolute_url()).content.decode()
    assert "<picture" in page
    figures = {one.page: one for one in measure_pages()}
    assert figures["release"].queries <= 6
    assert figures["front"].queries <= 8
