"""Check where a URL leads before anything is connected to: every address of its host must be public."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from claims.errors import InputError

SCHEMES = {"http": 80, "https": 443}
Lookup = Callable[[str, int], list[str]]
"""Gives every address of a host; raises OSError where it has none."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Target:
    """Hold a checked URL: the connection goes to `address`, whatever the name resolves to later."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    """Path and query, as the request names them."""
    address: str

    @property
    def origin(self) -> str:
        """Return scheme, host and port, for which one robots.txt and one pace hold."""
        return f"{self.scheme}://{self.host}:{self.port}"


def check_url(url: str, lookup: Lookup | None = None, allowed: Callable[[str], bool] | None = None) -> Target:
    """Return where the URL leads; raises InputError for another scheme, a bad host or an address that is not public.

    `lookup` stands in for the name service and `allowed` for `is_public`, for tests.
    """
    shown = url if len(url) <= 100 else f"{url[:99]}…"
    scheme, host, port, path = _parts(url, shown)
    try:
        addresses = (lookup or _lookup)(host, port)
    except OSError as error:
        raise InputError(f"{shown} names a host that cannot be found; check the link and the connection.") from error
    if not addresses or not all(map(allowed or is_public, addresses)):
        raise InputError(f"{shown} leads to an address inside a private network; only public pages are fetched.")
    return Target(url, scheme, host, port, path, addresses[0])


def _parts(url: str, shown: str) -> tuple[str, str, int, str]:
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:
        raise InputError(f"{shown} is no link; write it as https://….") from error
    if parts.scheme not in SCHEMES or not host or len(url) > _LONGEST or any(c.isspace() for c in url.strip()):
        raise InputError(f"{shown} is no link to a page; write it as https://….")
    if parts.username is not None or parts.password is not None:
        raise InputError(f"{shown} holds a user name or password; leave it out.")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, host, port or SCHEMES[parts.scheme], path


def is_public(address: str) -> bool:
    """Tell whether an address is one of the open internet, also behind the forms that wrap IPv4 in IPv6."""
    try:
        found = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        wrapped = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if wrapped is None and found in _NAT64:
            wrapped = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(str(wrapped))
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def _lookup(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
