"""The files of a real installation agree with the settings and with each other."""

import re

from django.conf import settings

ROOT = settings.BASE_DIR


def read(name: str) -> str:
    return str((ROOT / name).read_text())


def example() -> dict[str, str]:
    return dict(re.findall(r"^#?\s?([A-Z_]+)=(.*)$", read(".env.example"), re.MULTILINE))


def test_nginx_has_the_internal_location_that_django_names() -> None:
    location = re.search(r"location (\S+) \{\s+internal;\s+alias (\S+);", read("deploy/nginx.conf"))
    assert location
    assert location.groups() == (example()["ACCEL_LOCATION"], "/srv/var/pictures/")


def test_image_and_compose_keep_pictures_where_nginx_looks() -> None:
    assert "WARTAPAS_VAR=/srv/var" in read("Dockerfile")
    assert read("docker-compose.yml").count("var:/srv/var") == 2


def test_nginx_lets_the_largest_photo_through_to_django() -> None:
    megabytes = re.search(r"client_max_body_size (\d+)m;", read("deploy/nginx.conf"))
    assert megabytes
    assert int(megabytes[1]) * 1024 * 1024 > settings.PHOTO_BYTES_MOST


def test_every_variable_of_compose_is_documented() -> None:
    asked = re.findall(r"(?<!\$)\$\{([A-Z_]+)", read("docker-compose.yml"))
    assert asked
    assert set(asked) - set(example()) == set()


def test_the_image_takes_what_it_needs_and_it_is_there() -> None:
    copied = re.findall(r"^COPY (.+) \S+$", read("Dockerfile"), re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    let_in = set(re.findall(r"^!(\S+)$", read(".dockerignore"), re.MULTILINE))
    assert names == let_in
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_locks_are_hashed_and_name_no_index() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        entries = re.split(r"\n(?=\S)", read(name).strip())
        assert [
            entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry
        ] == []
        assert "://" not in read(name)
