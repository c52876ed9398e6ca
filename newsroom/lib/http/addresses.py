"""Which addresses may be reached, and what a name stands for at this moment."""

import ipaddress
import socket
from dataclasses import dataclass

import httpx  # noqa: TID251 - this package is the way out
from django.conf import settings

from .answers import AddressForbidden, NothingSent

PORTS = {"http": 80, "https": 443}
#: RFC 6052: addresses through which an IPv6-only network reaches IPv4.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """A usable URL: http or https, a host, a port, no user or password in it."""

    url: httpx.URL
    host: str
    port: int

    @property
    def place(self) -> str:
        """``name:port`` as HTTP_PRIVATE_HOSTS writes it; IPv6 addresses in brackets."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def target(url: str) -> Target:
    """The target of a URL. Raises AddressForbidden where the URL itself is unusable."""
    try:
        parsed = httpx.URL(url)
        host = parsed.raw_host.decode("ascii").lower()
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise AddressForbidden(f"not a usable URL: {error}") from error
    if parsed.scheme not in PORTS or not host:
        raise AddressForbidden("only http and https addresses with a host name can be reached")
    if parsed.userinfo:
        raise AddressForbidden("user name and password do not belong in the address")
    port = PORTS[parsed.scheme] if parsed.port is None else parsed.port
    if not 0 < port < 65536:
        raise AddressForbidden(f"there is no port {port}")
    return Target(parsed, host, port)


def named_private(url: str) -> bool:
    """Whether HTTP_PRIVATE_HOSTS names this URL's host and port, so that it is trusted."""
    try:
        return _is_named(target(url))
    except AddressForbidden:
        return False


def resolve(goal: Target) -> list[str]:
    """The addresses the name stands for, every one checked. May block as long as DNS does.

    Raises AddressForbidden where any of them is not public and the setting does not name the
    host; NothingSent where the name does not resolve.
    """
    try:
        found = socket.getaddrinfo(goal.host, goal.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NothingSent(f"the name {goal.host} does not resolve: {error}") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not _is_named(goal) and not all(is_public(address) for address in addresses):
        raise AddressForbidden(f"{goal.place} is on a private network")
    return addresses


def is_public(address: str) -> bool:
    """Whether the IP address is one of the public internet, also by what is wrapped in it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


def _is_named(goal: Target) -> bool:
    return goal.place in {name.lower() for name in settings.HTTP_PRIVATE_HOSTS}
