"""Over TLS the name in the address must be proven, though we connect to a checked number."""

import datetime as dt
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from newsroom.lib import http
from newsroom.lib.http import exchange
from tests.fakes.sockets import listening, request_of

NAME = "mitra.example"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A self-signed certificate for NAME with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = dt.datetime.now(dt.UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "certificate.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def port(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A TLS server that answers with the server name it was asked for; every name leads to it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    asked: list[str] = []
    context.sni_callback = lambda _socket, name, _context: asked.append(str(name))

    def manners(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as secure:
            request_of(secure)
            body = asked[-1].encode()
            secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)

    def getaddrinfo(_host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    exchange._certificates.cache_clear()
    with listening(manners) as port:
        yield port
    exchange._certificates.cache_clear()


def test_a_trusted_certificate_of_the_right_name_is_accepted(
    port: int, certificate: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HTTP_PRIVATE_HOSTS = [f"{NAME}:{port}"]
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert http.fetch("GET", f"https://{NAME}:{port}/").body == NAME.encode()


def test_a_certificate_of_another_name_is_refused_before_anything_is_sent(
    port: int, certificate: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HTTP_PRIVATE_HOSTS = [f"lain.example:{port}"]
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with pytest.raises(http.CertificateRefused):
        http.fetch("GET", f"https://lain.example:{port}/")


def test_a_certificate_nobody_vouches_for_is_refused(port: int, settings: Any) -> None:
    settings.HTTP_PRIVATE_HOSTS = [f"{NAME}:{port}"]
    with pytest.raises(http.CertificateRefused):
        http.fetch("GET", f"https://{NAME}:{port}/")
